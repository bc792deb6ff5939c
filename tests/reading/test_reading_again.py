"""Reading a handbook again: what did not change is kept, and the result is the same."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from index.reading.generators.recognise import choose_generator
from index.reading.pages import Reading, Site, read_pages
from index.source.document import Document, Source

NAMES = ("a.md", "b.md", "docs/c.md", "docs/index.md")
TEXTS = st.sampled_from(
    [
        "# Ferie\n\nSe [betaling](b.md#betaling) og [c](docs/c).\n",
        "---\ntitle: Penge\nparent: Ferie\n---\n\n## Betaling\n\nOm fredagen.\n",
        "---\npublished: false\n---\n\nSkjult.\n",
        "# Møde\n\n- [tilbage](../a.md#ferie)\n\n## Dagsorden\n\nTekst.\n",
        "---\npermalink: /nyt/sted/\n---\n# Nyt\n\nTekst.\n",
        "",
    ]
)
HANDBOOKS = st.dictionaries(st.sampled_from(NAMES), TEXTS)


def _site(url: str = "https://hb.example") -> Site:
    configuration = {"_config.yml": "title: T\nplugins: [jekyll-optional-front-matter]\n"}
    generator, _ = choose_generator(Source("", (), configuration, ()), None)
    return Site(generator, url)


SITE = _site()


def _read(files: dict[str, str], site: Site = SITE, before: Reading | None = None) -> Reading:
    documents = [Document(path, text) for path, text in sorted(files.items())]
    return read_pages(documents, site, before)


@given(before=HANDBOOKS, after=HANDBOOKS)
def test_what_was_known_does_not_change_what_is_read(
    before: dict[str, str], after: dict[str, str]
) -> None:
    """A handbook read again is the handbook read anew, whatever was in its place before."""
    known = _read(before)
    again, anew = _read(after, before=known), _read(after)
    assert again == anew


def test_only_the_changed_page_is_read() -> None:
    """Every page but the changed one is the very page that was read before."""
    files = {f"{number}.md": f"# Side {number}\n\nSe [0](0.md).\n" for number in range(9)}
    first = _read(files)
    second = _read(files | {"4.md": "# Side 4\n\nNyt.\n"}, before=first)
    kept = [page.path for page in second.pages if any(page is known for known in first.pages)]
    assert kept == [f"{number}.md" for number in range(9) if number != 4]
    assert all(second.texts[path] is first.texts[path] for path in kept)


def test_a_changed_heading_is_seen_by_the_pages_that_link_to_it() -> None:
    """A link follows when the heading that it leads to gets another id or is gone."""
    files = {"a.md": "# A\n\n[her](b.md#ferie)\n", "b.md": "# Ferie\n\nTekst.\n"}
    first = _read(files)
    second = _read(files | {"b.md": "# Fravær\n\nTekst.\n"}, before=first)
    targets = [
        page.sections[0].blocks[0].prose.marks[0].target  # type: ignore[union-attr]
        for page in (first.pages[0], second.pages[0])
    ]
    assert targets == ["https://hb.example/b.html#ferie", "https://hb.example/b.html"]


def test_another_site_is_read_anew() -> None:
    """With another address of the site every link is another."""
    files = {"a.md": "# A\n\nTekst.\n"}
    again = _read(files, replace(SITE, url="https://other.example"), _read(files))
    assert [page.link.url for page in again.pages] == ["https://other.example/a.html"]
