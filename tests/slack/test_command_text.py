"""What the text after the slash command asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.asking.command_text import (
    COMMANDS,
    AboutMe,
    Ask,
    ChannelSettings,
    Command,
    ForgetMe,
    Help,
    Lately,
    WhoIs,
    read_command,
)


@pytest.mark.parametrize("typed", ["", "   ", "\n", "?", "...", '""', ":wave:", "<!here>"])
def test_nothing_typed_gets_help(typed: str) -> None:
    """The command alone, signs and emoji are answered with what the bot can do."""
    assert read_command(typed) == Help()


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("hjælp", Help()),
        ("HELP", Help()),
        ("hjaelp!", Help()),
        ("nyt", Lately()),
        (" New ", Lately()),
        ("mig", AboutMe()),
        ("me", AboutMe()),
        ("glem mig", ForgetMe()),
        ("Forget   me.", ForgetMe()),
        ("indstillinger", ChannelSettings()),
        ("`settings`", ChannelSettings()),
        ('"nyt"', Lately()),
        ("»mig«", AboutMe()),
    ],
)
def test_a_word_of_the_command_alone(typed: str, command: Command) -> None:
    """A word of the command's own counts however it is cased, quoted or called out."""
    assert read_command(typed) == command


@pytest.mark.parametrize(
    "typed",
    [
        "new employee first day",
        "nyt nøglekort",
        "me and my manager",
        "mig og min leder",
        "help desk opening hours",
        "hjælp til løn",
        "settings for the printer",
        "glem mig ikke-listen",
        "hvad er nyt i ferieloven?",
        "hvem er min leder?",
        "hvem er ansvarlig for fakturaer",
        "who is in charge of security",
        "who is my supervisor?",
        "hvem er det",
        "whoishiring board",
    ],
)
def test_more_than_a_word_of_the_command_is_a_question(typed: str) -> None:
    """What goes on after a word of the command, in a sentence of its own, is asked."""
    assert read_command(typed) == Ask(typed)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("whois it-support", WhoIs("it-support")),
        ("WHOIS Anna Hansen", WhoIs("Anna Hansen")),
        ("whois min leder", WhoIs("min leder")),
        ("who is Anna Hansen?", WhoIs("Anna Hansen")),
        ("hvem er Anna Hansen?", WhoIs("Anna Hansen")),
        ("Hvem er forretningskoordinator", WhoIs("forretningskoordinator")),
        ('hvem er "faktura"?', WhoIs("faktura")),
        ("whois R&amp;D", WhoIs("R&D")),
        ("whois <#C1|økonomi>", WhoIs("økonomi")),
        ("whois <@U1|anna.hansen>", WhoIs("anna.hansen", "U1")),
        ("hvem er <@U1|anna>?", WhoIs("anna", "U1")),
        ("whois <@U1>", WhoIs("", "U1")),
        ("<@U1|anna>", WhoIs("anna", "U1")),
        ("<@U1>", WhoIs("", "U1")),
        ("whois", Help()),
        ("hvem er?", Help()),
        ("whois ?", Help()),
    ],
)
def test_looking_somebody_up(typed: str, found: Command) -> None:
    """A bare name after `whois`, `who is`, `hvem er`, or a person picked alone, is looked up."""
    assert read_command(typed) == found


def test_a_question_is_read_as_it_was_typed() -> None:
    """Slack's escapes and names of people are taken off, nothing else is."""
    typed = '"hvem godkender <@U1|bo>s løn &amp; rejser, jf. <https://x.example|reglerne>?"'
    assert read_command(typed) == Ask('"hvem godkender s løn & rejser, jf. reglerne?"')


@given(typed=st.text() | st.text("<@U1|>whois hvem er!?", max_size=20))
def test_any_text_is_a_command(typed: str) -> None:
    """Whatever is typed, something comes of it, and no question without words."""
    command = read_command(typed)
    assert not isinstance(command, Ask) or command.text.strip()
    assert not isinstance(command, WhoIs) or command.name or command.user


@pytest.mark.parametrize("word", COMMANDS)
def test_every_word_stands_for_itself(word: str) -> None:
    """Each word of the table is read as what stands beside it."""
    assert read_command(word) == COMMANDS[word]
