"""Whatever a diagram says, reading it ends, with text that a reader can use or with none."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.reading.block import Block, Item, Listing, Paragraph
from index.reading.mermaid.diagram import read_diagram
from index.reading.mermaid.outline import DEEPEST
from index.reading.plain import plain_text

KINDS = st.sampled_from(
    "graph flowchart flowchart-elk swimlane-beta sequenceDiagram stateDiagram stateDiagram-v2"
    " mindmap timeline journey gantt pie erDiagram classDiagram gitGraph quadrantChart kanban"
    " requirementDiagram block-beta C4Context sankey-beta xychart-beta architecture-beta packet"
    " treemap treeView-beta ishikawa zenuml info - --- %% --".split()
)
SIGNS = st.sampled_from(
    'A B [*] [ ] ( ) { } (( )) [[ ]] " "` `" | @{ } & ; : :: ::: , # #quot; #35; % %% %%{ }%% -->'
    " --- -- == ==> -.- -.-> ~~~ <--> x--x e1@--> ->> -->> -x -) <<->> <|-- ||--o{ : .. state"
    " <<choice>> <<fork>> subgraph end alt else loop opt par and rect note note: over title section"
    " class namespace participant actor as direction style click accTitle: accDescr{ label: after"
    " commit branch merge id: bar line x-axis quadrant-1 0.5 <br/> <b> fa:fa-x ** _ \\n".split()
)
PIECES = (
    SIGNS | st.text(max_size=4) | st.sampled_from([" ", "\n", "\n  ", "\n    ", "\n        ", "\t"])
)
DIAGRAMS = st.builds(
    lambda kind, pieces: kind + " " + "".join(pieces), KINDS, st.lists(PIECES, max_size=60)
)

NAMES = st.integers(0, 7).map("n{}".format)
ARROWS = st.lists(st.tuples(NAMES, st.sampled_from(["", "|Ja|", "|Nej|"]), NAMES), max_size=20)

MANY = 10_000
HUGE = {
    "a chain": "graph LR;" + "-->".join(f"n{number}" for number in range(MANY)),
    "a ring": "graph LR\n" + "\n".join(f"n{n} --> n{(n + 1) % MANY}" for n in range(MANY)),
    "all to all": "graph LR\n" + " & ".join("abcdefgh" * 99) + " --> " + " & ".join("hijk" * 99),
    "frames in frames": "graph LR\n" + "".join(f"subgraph s{n}\nn{n}\n" for n in range(MANY)),
    "states in states": "stateDiagram\n" + "".join(f"state s{n} {{\n" for n in range(MANY)),
    "points after points": "stateDiagram\n"
    + "".join(f"state p{n} <<join>>\np{n} --> p{n + 1}\n" for n in range(MANY)),
    "conditions in conditions": "sequenceDiagram\n" + "opt ja\nA->>B: x\n" * MANY,
    "branches of branches": "mindmap\n" + "\n".join(" " * n + "x" for n in range(1_000)),
    "boundaries in boundaries": "C4Context\n" + 'Boundary(b, "x") {\n' * MANY,
    "groups in groups": "architecture-beta\n"
    + "".join(f"group g{n}[G] in g{n - 1}\n" for n in range(MANY)),
    "brackets that do not close": "graph LR\n" + "A[" * MANY,
    "arrows that do not end": "graph LR\n" + "A -- " * MANY,
}


def listings(blocks: Iterable[Block], level: int = 0) -> Iterator[tuple[int, Listing]]:
    """Yield every list with how deep it lies."""
    for block in blocks:
        if isinstance(block, Listing):
            yield level, block
            for item in block.items:
                yield from listings(item.blocks, level + 1)


def _holds(blocks: tuple[Block, ...]) -> None:
    """Hold that only paragraphs and lists come out, each with text, on one line, not too deep."""
    assert [block for block in blocks if not isinstance(block, Paragraph | Listing)] == []
    for level, listing in listings(blocks):
        assert level <= DEEPEST
        assert [item for item in listing.items if not _text(item)] == []
    assert [line for line in plain_text(blocks).splitlines() if not line.strip()] == []


def _text(item: Item) -> str:
    return plain_text(item.blocks[:1]).strip()


@settings(deadline=None, max_examples=400)
@given(source=DIAGRAMS | st.text())
def test_any_text_is_a_diagram(source: str) -> None:
    """No text makes reading fail, and no line that it gives is empty."""
    _holds(read_diagram(source))


@settings(deadline=None, max_examples=300)
@given(arrows=ARROWS)
def test_each_box_is_one_step_and_each_arrow_leads_to_its_number(
    arrows: list[tuple[str, str, str]],
) -> None:
    """Every box is a step once; where two arrows leave it, each number names its target."""
    lines = [f"{source} -->{label} {target}" for source, label, target in arrows]
    blocks = read_diagram("graph LR\n" + "\n".join(lines))
    steps = plain_text(blocks).splitlines()
    names = [step.split()[1].rstrip(":") for step in steps]
    assert sorted(names) == sorted(
        {box for source, _, target in arrows for box in (source, target)}
    )
    for source, label, target in arrows:
        step = steps[names.index(source)]
        number = names.index(target) + 1
        simply_next = not label and number == names.index(source) + 2 and "→" not in step
        assert f"{label.strip('|')} → {number}. {target}".strip() in step or simply_next


@pytest.mark.parametrize("name", HUGE)
def test_no_diagram_is_too_large_or_too_deep(name: str) -> None:
    """However many and however deep, what comes out stays within a few times what went in."""
    blocks = read_diagram(HUGE[name])
    _holds(blocks)
    assert len(plain_text(blocks)) < 12 * len(HUGE[name])
