"""Whether Slack takes the tokens, and whether these may do what the bot does."""

import asyncio
from collections.abc import AsyncIterator, Iterator

from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.diagnosis.finding import Finding, Level, warning, well, wrong
from bot.problem import ProblemError
from bot.settings.slack import SlackSettings
from bot.slack.tokens import SCOPES, check_app_token, check_tokens, open_client, sign_in
from bot.wording.sentence import sentence

SCOPES_HEADER = "x-oauth-scopes"
"""Names the scopes of the token that was used: https://docs.slack.dev/authentication/tokens/"""


def check_slack(slack: SlackSettings) -> Iterator[Finding]:
    """Tell whether the bot could sign in; nothing is posted."""
    if not any(
        secret.get_secret_value()
        for secret in (slack.bot_token, slack.app_token, slack.signing_secret)
    ):
        yield well("doctor-slack-none")
        return
    try:
        check_tokens(slack)
    except ProblemError as problem:
        yield _mistaken(problem)
        return
    yield from asyncio.run(_gathered(slack))


async def _gathered(slack: SlackSettings) -> list[Finding]:
    return [finding async for finding in _asked(slack)]


async def _asked(slack: SlackSettings) -> AsyncIterator[Finding]:
    client = open_client(slack)
    try:
        who = await sign_in(client)
    except ProblemError as problem:
        yield _mistaken(problem)
    else:
        yield well("doctor-slack-signed-in", bot=str(who["user"]), team=str(who["team"]))
        yield _scopes(who)
    if not slack.app_token.get_secret_value():
        yield well("doctor-slack-http")
        return
    try:
        await check_app_token(client, slack)
    except ProblemError as problem:
        yield _mistaken(problem)
    else:
        yield well("doctor-slack-socket")


def _scopes(who: AsyncSlackResponse) -> Finding:
    said = str(who.headers.get(SCOPES_HEADER, ""))
    granted = {scope.strip() for scope in said.split(",")} - {""}
    if not granted:
        return warning("doctor-slack-scopes-untold")
    missing = [scope for scope in SCOPES if scope not in granted]
    if missing:
        return wrong("doctor-slack-scopes-missing", missing=", ".join(missing))
    return well("doctor-slack-scopes", scopes=", ".join(SCOPES))


def _mistaken(problem: ProblemError) -> Finding:
    return Finding(Level.WRONG, (sentence(problem.key, **problem.facts),))
