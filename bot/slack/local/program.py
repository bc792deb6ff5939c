"""The local-slack program: where it is, how it starts, how it stops."""

import asyncio
import json
import platform
import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from bot.problem import ProblemError
from bot.slack.local.workspace import configuration

NODE_MODULES: Final = Path(__file__).parents[3] / "node_modules"
ARCHITECTURES: Final = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
READY: Final = re.compile(r"Web UI:\s+(http://\S+)")
START_SECONDS: Final = 10.0
STOP_SECONDS: Final = 5.0


def program(modules: Path = NODE_MODULES) -> Path:
    """Return local-slack's program for this computer.

    Raises:
        ProblemError: when it is not installed; `handbook chat` then does the same in the terminal.
    """
    machine = platform.machine().lower()
    package = f"local-slack-{platform.system().lower()}-{ARCHITECTURES.get(machine, machine)}"
    path = modules / package / "bin" / "local-slack"
    if not path.exists():
        raise ProblemError("local-slack-missing", path=str(path))
    return path


@asynccontextmanager
async def running_slack(port: int = 0) -> AsyncIterator[str]:
    """Run local-slack, give its address, and stop it at the end; port 0 takes a free one.

    It listens on every network interface and asks for no password.

    Raises:
        ProblemError: when it is missing or ends before it listens, a busy port for instance.
    """
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "workspace.json"
        config.write_text(json.dumps(configuration()), encoding="utf-8")
        process = await asyncio.create_subprocess_exec(
            *(program(), "--config", config, "--port", str(port), "--base-host", "127.0.0.1"),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            # Ctrl-C in the terminal is ours to handle: the bot says goodbye before its Slack goes.
            start_new_session=True,
        )
        try:
            yield await asyncio.wait_for(_address(process, port), START_SECONDS)
        finally:
            await _stop(process)


async def _address(process: asyncio.subprocess.Process, port: int) -> str:
    """Read what it prints until it says where it listens."""
    printed = ""
    while process.stdout and (line := await process.stdout.readline()):
        printed += line.decode(errors="replace")
        if found := READY.search(printed):
            return found[1]
    await process.wait()
    if "EADDRINUSE" in printed:
        raise ProblemError("port-busy", port=str(port), host="127.0.0.1")
    raise ProblemError("local-slack-stopped", printed=printed.strip()[-300:])


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
