"""How the bot behaves in a channel, set from inside Slack."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from slack_sdk.models.blocks import (
    Block,
    ConversationFilter,
    ConversationSelectElement,
    ExternalDataMultiSelectElement,
    InputBlock,
    Option,
    RadioButtonsElement,
    StaticMultiSelectElement,
)
from slack_sdk.models.views import View

from bot.slack.limits import LABEL_CHARACTERS, OPTION_CHARACTERS, OPTIONS, PLACEHOLDER_CHARACTERS
from bot.slack.rendering.mrkdwn import escaped
from bot.slack.surfaces.element import named, note, option, paragraph, plain
from bot.slack.surfaces.place import name
from bot.slack.surfaces.window import told, window
from bot.store.channels import ChannelSettings, Mode
from bot.wording.catalogue import Words
from index.contents import Chapter, Contents

CALLBACK: Final = "channel-settings"
"""The window, when it is submitted."""

MODE: Final = "channel-mode"
CHAPTERS: Final = "channel-chapters"
ESCALATION: Final = "channel-escalation"
"""Its fields."""

NAMED: Final = 10
"""So many chapters are named in a sentence."""


def channel_view(
    settings: ChannelSettings,
    contents: Contents | None,
    words: Words,
    metadata: str = "",
    said: str = "",
) -> View:
    """Return the window with what is set now; `said` stands above, where something went wrong.

    Without `contents`, while the handbook is being read, no chapters can be chosen.
    """
    blocks: list[Block] = []
    if said:
        blocks.append(paragraph(escaped(said)))
    blocks += [_mode(settings.mode, words), *_chapters(settings, contents, words)]
    blocks.append(_escalation(settings.escalation, words))
    return window(
        words,
        blocks,
        title="channel-title",
        callback=CALLBACK,
        submit="channel-save",
        metadata=metadata,
    )


def saved_view(settings: ChannelSettings, contents: Contents | None, words: Words) -> View:
    """Return the window that says what holds from now on."""
    known = {each.pattern: each.title for each in contents.chapters} if contents else {}
    titles = [named(known.get(each, each), OPTION_CHARACTERS) for each in settings.chapters]
    lines = [words.say("channel-saved"), words.say(f"channel-mode-{settings.mode}")]
    if titles:
        more = len(titles) - NAMED
        shown = ", ".join((*titles[:NAMED], *([f"+ {more}"] if more > 0 else [])))
        lines.append(words.say("channel-saved-chapters", chapters=shown))
    else:
        lines.append(words.say("channel-saved-all"))
    lines.append(
        words.say("channel-saved-person" if settings.escalation else "channel-saved-usual")
    )
    return told(words, *lines)


def settings_in(
    view: Mapping[str, Any], contents: Contents | None, before: ChannelSettings
) -> ChannelSettings:
    """Return what was set in a window that was submitted; `before` where it had no such field."""
    values: Mapping[str, Any] = view.get("state", {}).get("values", {})
    mode = _value(values, MODE, "selected_option")
    chosen = _value(values, CHAPTERS, "selected_options")
    chapters = before.chapters
    if contents is not None and CHAPTERS in values:
        names = {str(each.get("value")) for each in chosen or ()}
        chapters = tuple(each.pattern for each in contents.chapters if name(each) in names)
    return ChannelSettings(
        mode=Mode(mode["value"]) if mode and mode.get("value") in set(Mode) else before.mode,
        chapters=chapters,
        escalation=str(_value(values, ESCALATION, "selected_conversation") or ""),
    )


def chapter_options(chapters: Sequence[Chapter]) -> list[Option]:
    """Return chapters that can be chosen."""
    return [option(each.title, name(each)) for each in chapters[:OPTIONS]]


def _value(values: Mapping[str, Any], field: str, kind: str) -> Any:  # noqa: ANN401 - Slack's
    return values.get(field, {}).get(field, {}).get(kind)


def _mode(now: Mode, words: Words) -> InputBlock:
    options = [
        Option(
            text=plain(words.say(f"channel-mode-{mode}"), OPTION_CHARACTERS),
            description=plain(words.say(f"channel-mode-{mode}-what"), OPTION_CHARACTERS),
            value=mode,
        )
        for mode in Mode
    ]
    chosen = next(each for each in options if each.value == now)
    buttons = RadioButtonsElement(action_id=MODE, options=options, initial_option=chosen)
    return InputBlock(
        block_id=MODE,
        label=plain(words.say("channel-mode"), LABEL_CHARACTERS),
        element=buttons,
    )


def _chapters(
    settings: ChannelSettings, contents: Contents | None, words: Words
) -> Iterator[Block]:
    if contents is None:
        yield note(escaped(words.say("channel-chapters-later")))
        return
    here = [each for each in contents.chapters if each.pattern in settings.chapters]
    menu: StaticMultiSelectElement | ExternalDataMultiSelectElement
    placeholder = plain(words.say("channel-chapters-all"), PLACEHOLDER_CHARACTERS)
    initial = chapter_options(here) or None
    if len(contents.chapters) <= OPTIONS:
        menu = StaticMultiSelectElement(
            action_id=CHAPTERS,
            placeholder=placeholder,
            options=chapter_options(contents.chapters),
            initial_options=initial,
        )
    else:
        menu = ExternalDataMultiSelectElement(
            action_id=CHAPTERS,
            placeholder=placeholder,
            initial_options=initial,
            min_query_length=0,
        )
    yield InputBlock(
        block_id=CHAPTERS,
        label=plain(words.say("channel-chapters"), LABEL_CHARACTERS),
        element=menu,
        optional=True,
    )
    patterns = {each.pattern for each in contents.chapters}
    if gone := [each for each in settings.chapters if each not in patterns]:
        names = ", ".join(named(each, OPTION_CHARACTERS) for each in gone[:NAMED])
        yield note(escaped(words.say("channel-chapters-gone", chapters=names)))


def _escalation(now: str, words: Words) -> InputBlock:
    menu = ConversationSelectElement(
        action_id=ESCALATION,
        placeholder=plain(words.say("channel-escalation-usual"), PLACEHOLDER_CHARACTERS),
        initial_conversation=now or None,
        filter=ConversationFilter(
            include=["public", "private"],
            exclude_bot_users=True,
            exclude_external_shared_channels=True,
        ),
    )
    return InputBlock(
        block_id=ESCALATION,
        label=plain(words.say("channel-escalation"), LABEL_CHARACTERS),
        hint=plain(words.say("channel-escalation-hint"), LABEL_CHARACTERS),
        element=menu,
        optional=True,
    )
