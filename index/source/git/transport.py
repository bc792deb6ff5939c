"""What git is told, by its environment, before it may ask another host: how, and with what token.

A token is in no argument, which others on this computer can read, and in no file.
"""

import os
import shlex
from base64 import b64encode
from typing import Final
from urllib.parse import urlsplit

from index.source.limits import CONNECT_SECONDS

USER: Final = "x-access-token"
"""Who a token belongs to. GitHub wants this name of an app's tokens; of others, and on GitLab,
Gitea and Forgejo, any name will do.

https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/authenticating-as-a-github-app-installation
https://docs.gitlab.com/user/profile/personal_access_tokens/
https://github.com/go-gitea/gitea/blob/main/services/auth/basic.go
"""

_ALIVE_SECONDS: Final = 15
_SSH: Final = (
    *("ssh", "-oBatchMode=yes", f"-oConnectTimeout={CONNECT_SECONDS:.0f}"),
    # A host that is gone is noticed at the second question without an answer.
    *(f"-oServerAliveInterval={_ALIVE_SECONDS}", "-oServerAliveCountMax=2"),
)


def protocol(url: str) -> str:
    """Return git's name for the way to an address; `host:path` is SSH."""
    return urlsplit(url).scheme if "://" in url else "ssh"


def credentials(token: str) -> str:
    """Return a token as HTTP sends it; '' for none."""
    return b64encode(f"{USER}:{token}".encode()).decode() if token else ""


def transport_environment(url: str, token: str) -> dict[str, str]:
    """Return what lets git ask the host of `url` and no other, by no other way.

    The token goes to that host alone, and over HTTP alone: SSH has its keys.
    """
    environment = {
        "GIT_ALLOW_PROTOCOL": protocol(url),
        # Set to nothing, or git would ask a person by the program in SSH_ASKPASS.
        "GIT_ASKPASS": "",
        "GIT_SSH_COMMAND": shlex.join(_SSH),
    }
    authorities = os.environ.get("SSL_CERT_FILE")
    if authorities:  # httpx is told of them in the same way
        environment["GIT_SSL_CAINFO"] = authorities
    if token and protocol(url) in {"http", "https"}:
        parts = urlsplit(url)
        environment |= {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"http.{parts.scheme}://{parts.netloc}/.extraHeader",
            "GIT_CONFIG_VALUE_0": f"Authorization: Basic {credentials(token)}",
        }
    return environment
