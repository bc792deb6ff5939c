"""Bytes become the letters that were meant, and what had to be done for it is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.handbook import read_handbook
from index.source.document import Notice, NoticeKind
from index.source.encoding import decode
from tests.handbooks import shared

PROSE = "Mødet på Ærø: blåbærgrød og rødvin.\nHvad så – “citat” … én?\n"
ENGLISH = "Don’t worry — it’s “fine”… 100 % naïve café.\n"


def _repaired(text: str, raw: bytes) -> tuple[Notice, ...]:
    """Return what was noticed, once the bytes have become `text`."""
    decoded, notices = decode("a.md", raw)
    assert decoded == text
    return notices


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"], ids=str
)
def test_unicode_in_any_form(encoding: str) -> None:
    """UTF-8 and UTF-16 with their byte order marks are read without a word."""
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert _repaired(PROSE, mark + PROSE.encode(encoding)) == ()


def test_windows_letters() -> None:
    """A file that Windows-1252 wrote is read as such and named."""
    named = (Notice("a.md", NoticeKind.NOT_UTF8, "Windows-1252"),)
    assert _repaired(PROSE, PROSE.encode("cp1252")) == named


def test_line_ends_become_one_kind() -> None:
    """Windows' and old Macs' line ends are line ends, and nothing that has to be named."""
    assert _repaired("a\nb\n\nc\n", b"a\r\nb\r\rc\n") == ()


def test_empty_file() -> None:
    """An empty file is an empty text."""
    assert decode("a.md", b"") == ("", ())
    assert decode("a.md", b"\xef\xbb\xbf") == ("", ())


@pytest.mark.parametrize(
    "raw",
    [
        b"# Hej\x00",
        "Hej".encode("utf-16")[:-1],
        b"\xff\xfe\x00\xd8",
        bytes(range(1, 9)) * 4 + b"\xc3",
        b"\x1f\x8b\x08" + bytes(range(128, 160)),
    ],
)
def test_binary_is_left_out(raw: bytes) -> None:
    """What is no text, or half of a UTF-16 letter, is left out and named."""
    assert decode("a.md", raw) == (None, (Notice("a.md", NoticeKind.BINARY, left_out=True),))


@pytest.mark.parametrize("read_as", ["mac_roman", "cp1252", "latin-1"])
def test_misread_letters_are_put_right(read_as: str) -> None:
    """UTF-8 that was once read as another encoding comes back, each line of it counted."""
    clean = "Mødet på Ærø: blåbærgrød og rødvin.\nKun ASCII her.\nFår får får? Nej, lam.\n"
    damaged = clean.encode().decode(read_as)
    assert damaged != clean
    named = (Notice("a.md", NoticeKind.REPAIRED, "2"),)
    assert _repaired(clean, damaged.encode()) == named


def test_half_damaged_file() -> None:
    """Damaged lines are put right and the whole ones beside them stay as they are."""
    whole, damaged = "Rødgrød med fløde på Ærø.", "Blåbær og æbler på øen."
    raw = f"{whole}\n{damaged.encode().decode('mac_roman')}\n{whole}\n".encode()
    named = (Notice("a.md", NoticeKind.REPAIRED, "1"),)
    assert _repaired(f"{whole}\n{damaged}\n{whole}\n", raw) == named


def test_short_damaged_line_follows_the_clear_ones() -> None:
    """A line too short to tell is put right in the way that the clear lines show."""
    clean = "Rødgrød med fløde på Ærø og Læsø.\ngør\nstå\n"
    raw = clean.encode().decode("mac_roman").encode()
    assert _repaired(clean, raw) == (Notice("a.md", NoticeKind.REPAIRED, "3"),)


@pytest.mark.parametrize(
    "text",
    [
        "12 ÷ 3 = 4 og √9 = 3",
        "g√∏r",
        "Står der S√• i teksten, er filen læst som Mac Roman",
        "Kvadratroden √ø og 5 ÷ 2 ≈ 2½",
        "© 2026 ® ™ § ¶ † • …",
        "Â, Ã og Æ er bogstaver",
        "Preis: 5 € – »Größe« façon",
        "naïve café São Tomé Ångström",
        "日本語 Ελληνικά עברית العربية",
        "emoji 🙌 👩‍👩‍👧 🇩🇰",
        "ﬁ ligatur, ½ brøk, ① tal, Ａ bred",
        "&amp; &oslash; forbliver &#248;",
        "“citat” ‘enkelt’ – — … \u00a0mellemrum",
    ],
)
def test_text_that_only_looks_odd_stays(text: str) -> None:
    """Signs that were meant are not explained away, nor made into plainer ones."""
    assert _repaired(text, text.encode()) == ()


def test_odd_text_stays_in_a_damaged_file() -> None:
    """A line that was never damaged stays, also where others were."""
    clean = "Rødgrød med fløde på Ærø og Læsø."
    odd = "12 ÷ 3 = 4 og √9 = 3"
    raw = f"{clean.encode().decode('mac_roman')}\n{odd}\n".encode()
    assert _repaired(f"{clean}\n{odd}\n", raw) == (Notice("a.md", NoticeKind.REPAIRED, "1"),)


def test_real_damaged_page_comes_back_whole() -> None:
    """The front page as it was handed over becomes the front page as it was written."""
    whole = shared("handbooks/seed-front-page.md").read_text(encoding="utf-8")
    damaged = shared("handbooks/seed-front-page.mojibake.md")
    text, notices = decode("a.md", damaged.read_bytes())
    assert text == whole
    assert [notice.kind for notice in notices] == [NoticeKind.REPAIRED]


def test_real_damaged_page_is_served() -> None:
    """A damaged page gives the same sections as the whole one, and the editor is told."""
    whole = read_handbook(str(shared("handbooks/seed-front-page.md")))
    damaged = read_handbook(str(shared("handbooks/seed-front-page.mojibake.md")))
    assert whole.notices == ()
    assert [notice.kind for notice in damaged.notices] == [NoticeKind.REPAIRED]
    assert [page.headings for page in damaged.pages] == [page.headings for page in whole.pages]


def test_no_page_of_a_real_handbook_is_changed() -> None:
    """Two clean handbooks, 300 pages: nothing is repaired and nothing is left out."""
    for path in ("handbooks/os2", "handbooks/18f/pages"):
        assert [n for n in read_handbook(str(shared(path))).notices if n.path] == []


DANISH_WORDS = st.sampled_from(
    "på måde rødgrød Ærø øl å æbler Østerbro blåbær gør én allé idé så – “hej” … møde får".split()
)
ENGLISH_WORDS = st.sampled_from("don’t café naïve it’s — “well” … résumé 10 £ fiancée".split())
LINES = st.lists(DANISH_WORDS | ENGLISH_WORDS, min_size=1, max_size=12).map(" ".join)


@settings(deadline=None)
@given(raw=st.binary(max_size=400))
def test_any_bytes_are_decoded(raw: bytes) -> None:
    """No bytes make decoding fail: a text without carriage returns, or none and the reason."""
    text, notices = decode("a.md", raw)
    if text is None:
        assert notices == (Notice("a.md", NoticeKind.BINARY, left_out=True),)
    else:
        assert "\r" not in text
        assert not any(notice.left_out for notice in notices)


@settings(deadline=None)
@given(lines=st.lists(LINES, max_size=6))
def test_clean_prose_is_unchanged(lines: list[str]) -> None:
    """Danish and English that was written rightly is never changed."""
    text = "\n".join(lines)
    assert decode("a.md", text.encode()) == (text, ())


@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r")))
def test_repairing_is_done_once(text: str) -> None:
    """What has been repaired needs no second repair."""
    once, _ = decode("a.md", text.encode())
    assert once is not None
    again, notices = decode("a.md", once.encode())
    assert (again, notices) == (once, ())


@settings(deadline=None)
@given(lines=st.lists(LINES, min_size=3, max_size=8))
def test_damage_to_a_whole_page_is_undone(lines: list[str]) -> None:
    """A page of prose that was misread as a whole comes back line by line."""
    sure = "Mødet på Ærø om blåbærgrød og rødgrød med fløde er på Læsø."
    text = "\n".join([sure, *lines])
    damaged = text.encode().decode("mac_roman")
    assert decode("a.md", damaged.encode())[0] == text
