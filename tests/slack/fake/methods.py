"""What each method of the Web API does, and answers, where no fault is asked for."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tests.slack.fake.workspace import BOT, BOT_USER, TEAM, Message, Workspace

Arguments = Mapping[str, Any]
"""What a call carries, read from JSON or from a form."""

Answer = dict[str, Any]
"""What Slack answers."""

YES: Final = (True, "true", "1")

READS_NO_JSON: Final = frozenset(
    {"chat.getPermalink", "conversations.history", "conversations.replies", "users.info"}
)
"""Methods whose pages state no support for JSON: they would not see their arguments."""


def answer_to(method: str, arguments: Arguments, workspace: Workspace) -> Answer:
    """Do what a call asks for; a method that changes nothing here gets a bare ok."""
    doing = METHODS.get(method)
    return doing(arguments, workspace) if doing else {"ok": True}


def refusal(word: str) -> Answer:
    """Return how Slack refuses."""
    return {"ok": False, "error": word}


def _auth_test(_arguments: Arguments, _workspace: Workspace) -> Answer:
    return {
        "ok": True,
        "url": "https://nordvang.example/",
        "team": "Nordvang",
        "user": "handbook",
        "team_id": TEAM,
        "user_id": BOT_USER,
        "bot_id": BOT,
    }


def _post_message(arguments: Arguments, workspace: Workspace) -> Answer:
    said = ("text", "blocks", "thread_ts", "metadata")
    fields = {name: arguments.get(name) for name in said}
    message = workspace.add(arguments["channel"], {**fields, "user": BOT_USER, "bot_id": BOT})
    return {"ok": True, "channel": arguments["channel"], "ts": message["ts"], "message": message}


def _post_ephemeral(_arguments: Arguments, workspace: Workspace) -> Answer:
    return {"ok": True, "message_ts": workspace.next_ts()}


def _update(arguments: Arguments, workspace: Workspace) -> Answer:
    message = workspace.find(arguments["channel"], arguments["ts"])
    if message is None:
        return refusal("message_not_found")
    changed = ("text", "blocks", "metadata")
    message.update({name: arguments[name] for name in changed if name in arguments})
    return {
        "ok": True,
        "channel": arguments["channel"],
        "ts": message["ts"],
        "text": message.get("text"),
        "message": message,
    }


def _permalink(arguments: Arguments, workspace: Workspace) -> Answer:
    channel, ts = arguments["channel"], arguments["message_ts"]
    if workspace.find(channel, ts) is None:
        return refusal("message_not_found")
    link = f"https://nordvang.example/archives/{channel}/p{ts.replace('.', '')}"
    return {"ok": True, "channel": channel, "permalink": link}


def _replies(arguments: Arguments, workspace: Workspace) -> Answer:
    messages = workspace.thread(arguments["channel"], arguments["ts"])
    return _page(messages, arguments) if messages else refusal("thread_not_found")


def _history(arguments: Arguments, workspace: Workspace) -> Answer:
    return _page(workspace.history(arguments["channel"]), arguments)


def _page(messages: list[Message], arguments: Arguments) -> Answer:
    """Return a page of messages; metadata only where it is asked for, as Slack does."""
    oldest, limit = float(arguments.get("oldest") or 0), int(arguments.get("limit") or 100)
    kept = [each for each in messages if float(each["ts"]) > oldest]
    start = int(arguments.get("cursor") or 0)
    page = [dict(each) for each in kept[start : start + limit]]
    if arguments.get("include_all_metadata") not in YES:
        page = [{name: each[name] for name in each if name != "metadata"} for each in page]
    more = len(kept) > start + limit
    cursor = {"next_cursor": str(start + limit)} if more else {}
    return {"ok": True, "messages": page, "has_more": more, "response_metadata": cursor}


def _user(arguments: Arguments, workspace: Workspace) -> Answer:
    user = workspace.info(arguments["user"])
    if arguments.get("include_locale") not in YES:
        del user["locale"]
    return {"ok": True, "user": user}


def _view(arguments: Arguments, workspace: Workspace) -> Answer:
    identity = arguments.get("view_id") or "V" + workspace.next_ts().replace(".", "")
    return {"ok": True, "view": {**arguments["view"], "id": identity, "hash": "1.abc"}}


METHODS: Final[Mapping[str, Callable[[Arguments, Workspace], Answer]]] = {
    "auth.test": _auth_test,
    "chat.getPermalink": _permalink,
    "chat.postEphemeral": _post_ephemeral,
    "chat.postMessage": _post_message,
    "chat.update": _update,
    "conversations.history": _history,
    "conversations.replies": _replies,
    "users.info": _user,
    "views.open": _view,
    "views.publish": _view,
    "views.push": _view,
    "views.update": _view,
}
"""The methods that do more than to say ok."""
