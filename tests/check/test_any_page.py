"""Whatever stands in a page, the check ends, and every finding has its place in the file."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from index.check.finding import Finding
from index.source.unreadable import HandbookUnreadableError
from tests.check.findings import findings
from tests.reading.test_any_page import PAGES

SIGNS = st.sampled_from(
    "[a](#x) [b](b.md) [c]() ![d](e) [f][g] [g]:h.md <a/href=i> <a|id=j> | |-|-| |k|l| TODO"
    " Kontakt: #|Kontakt --- title:|m owner: \ufffd {#x} ``` <!-- --> # ## \n \n\n \n|>|".split(" ")
).map(lambda sign: sign.replace("|", " ") if sign.count("|") == 1 else sign)
WRITTEN = st.lists(SIGNS | st.just("\n"), max_size=40).map(" ".join) | PAGES


def _check(folder: Path, generator: str) -> tuple[Finding, ...]:
    try:
        return findings(folder, generator)
    except HandbookUnreadableError:
        return ()


@settings(deadline=None, max_examples=150)
@given(
    text=WRITTEN,
    other=WRITTEN,
    generator=st.sampled_from(["jekyll", "github", "hugo", "mkdocs", "docusaurus", "eleventy"]),
)
def test_every_finding_has_its_place(text: str, other: str, generator: str) -> None:
    """No text makes the check fail, and a finding's line is a line of its file."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, page in (("a.md", text), ("b.md", f"---\ntitle: B\n---\n{other}")):
            (folder / name).write_bytes(page.encode(errors="surrogatepass"))
        for finding in _check(folder, generator):
            if finding.spot.line is not None:
                raw = (folder / finding.spot.path).read_bytes()
                lines = raw.count(b"\n") + raw.count(b"\r") + 1
                assert 1 <= finding.spot.line <= lines
