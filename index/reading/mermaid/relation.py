"""What one thing has to do with another, in the diagram's own words."""

from index.reading.mermaid.label import named

FORTH = "→"
BACK = "←"
BOTH = "↔"
NEITHER = "–"


def relation(source: str, sign: str, target: str, label: str = "") -> str:
    """Return "source → target: label"; a thing that acts on itself is named once."""
    told = named(source) if source == target else f"{named(source)} {sign} {named(target)}"
    return f"{told}: {label}" if label else told


def direction(left: str, right: str) -> str:
    """Return the sign of a line with these ends; "<" and ">" are heads."""
    if "<" in left:
        return BOTH if ">" in right else BACK
    return FORTH if ">" in right else NEITHER
