"""What one tag of Liquid shows, by its name and its arguments.

Sites add tags of their own; those listed here are the ones of handbooks that we have seen.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from index.reading.rules.containers import closing_comment, opening_comment

_CALLOUTS: Mapping[str, str] = {"accordion": "", "alert": "3", "details": ""}
"""Pairs of tags whose first argument is a title: its level where the site makes it a heading."""
_TEXTS = ("heading", "title", "text", "caption")
"""Names of arguments that are shown."""
_ARGUMENT = re.compile(r"""(?:(\w+)\s*[:=]\s*)?(?:"([^"]*)"|'([^']*)')|([^\s"',]+)""")
_NAME = re.compile(r"[\w-]+")
_ABSOLUTE = re.compile(r"[/#]|[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class _Arguments:
    listed: tuple[str, ...]
    """Those without a name, in order."""
    named: Mapping[str, str]
    """Quoted ones with a name."""

    @property
    def text(self) -> str:
        """The first that is meant to be shown."""
        return next((self.named[name] for name in _TEXTS if self.named.get(name)), "")


@dataclass(slots=True)
class Tags:
    """The tags of one page, as they come."""

    paired: Collection[str]
    """Names of the tags that the page closes somewhere."""
    open: list[str] = field(default_factory=list)
    """Names of the callouts around the place, outermost first."""


def shown_tag(body: str, tags: Tags, *, alone: bool) -> str:
    """Return what stands in place of a tag `{% body %}`.

    `alone` is whether the tag has its lines for itself: only such a one begins or ends a callout.
    """
    match = _NAME.match(body)
    name = match[0] if match else ""
    if name.startswith("end"):
        if not alone or tags.open[-1:] != [name[3:]]:
            return ""
        tags.open.pop()
        return closing_comment(len(tags.open))
    arguments = _arguments(body[len(name) :])
    if name in _SHOWN:
        return _SHOWN[name](arguments)
    if name not in tags.paired or name not in _CALLOUTS:
        return arguments.text
    title = arguments.text or next(iter(arguments.listed), "")
    if alone:
        tags.open.append(name)
        return opening_comment(len(tags.open) - 1, title, _CALLOUTS[name])
    return f"{title} " if title else ""


def shown_output(body: str) -> str:
    """Return what stands in place of `{{ body }}`: a text given in it, whatever filters it has."""
    match = _ARGUMENT.match(body)
    return (match[2] or match[3] or "") if match and not match[1] else ""


def _arguments(written: str) -> _Arguments:
    listed: list[str] = []
    named: dict[str, str] = {}
    for match in _ARGUMENT.finditer(written):
        text = next((group for group in match.groups()[1:] if group is not None), "")
        if match[1]:
            named[match[1]] = text
        else:
            listed.append(text)
    return _Arguments(tuple(listed), named)


def _target(arguments: _Arguments) -> str:
    """Return a link's target; a path is meant from the site's root."""
    target = next(iter(arguments.listed), "")
    return target if not target or _ABSOLUTE.match(target) else f"/{target}"


def _picture(arguments: _Arguments) -> str:
    source = arguments.named.get("src") or next(iter(arguments.listed), "")
    others = arguments.listed[1:]
    alternative = arguments.named.get("alt") or (others[-1] if others else "")
    return f"![{alternative.replace('[', '').replace(']', '')}](<{source}>)"


def _channel(arguments: _Arguments) -> str:
    name, *others = (*arguments.listed, "")[:2]
    return others[0] if others and others[0] else f"#{name}"


_SHOWN: Mapping[str, Callable[[_Arguments], str]] = {
    "download": _target,
    "image": _picture,
    "image_with_class": _picture,
    "link": _target,
    "page": _target,
    "post_url": _target,
    "relative_url": _target,
    "slack_channel": _channel,
    "url": _target,
}
"""Single tags that print something."""
