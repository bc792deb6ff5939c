"""`handbook why`: how the question was understood, and what each score is the sum of."""

import json
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.wording.catalogue import Words
from index.reading.plain import PATH_SIGN
from index.search.question import Concept, Reading
from index.search.why import Explanation, Reason, Share

READINGS_SHOWN = 8
"""A word may stand for dozens of others; the strongest tell what happened."""


def why_json(explanation: Explanation, out: TextIO) -> None:
    """Print the explanation as one object; the form is stated in docs/commands.md."""
    question = explanation.question
    told = {
        "question": question.text,
        "language": question.language,
        "asks_for": [str(aspect.name).lower() for aspect in question.asks_for],
        "words": [_concept(concept) for concept in question.concepts],
        "subjects": [_concept(concept) for concept in question.subjects],
        "asking": [concept.word for concept in question.asking],
        "hits": [_reason(reason) for reason in explanation.reasons],
    }
    out.write(json.dumps(told, ensure_ascii=False) + "\n")


def _concept(concept: Concept) -> dict[str, object]:
    return {
        "word": concept.word,
        "rarity": concept.rarity,
        "readings": [
            {
                "as": reading.words,
                "origin": reading.origin,
                "terms": list(reading.terms),
                "weight": reading.weight,
            }
            for reading in concept.readings
        ],
    }


def _reason(reason: Reason) -> dict[str, object]:
    section = reason.passage.section
    return {
        "page": section.page,
        "heading": section.heading,
        "anchor": section.anchor or None,
        "url": section.link.url,
        "kind": reason.passage.kind,
        "length": reason.length,
        "coverage": reason.coverage,
        "confidence": reason.confidence,
        "words": [
            {
                "word": share.word,
                "as": share.read_as,
                "origin": share.origin,
                "terms": list(share.terms),
                "fields": [field.name.lower() for field in share.fields],
                "rarity": share.rarity,
                "weight": share.weight,
                "frequency": share.frequency,
                "value": share.value,
            }
            for share in reason.shares
        ],
        "parts": dict(reason.parts),
        "score": reason.score,
    }


def show_why(explanation: Explanation, words: Words, console: Console) -> None:
    """Print the explanation for a person."""
    question = explanation.question
    console.print(Text(words.say("why-understood"), style="bold"))
    for concept in question.sought:
        console.print(Text.assemble(*_understood(concept, words)))
    for aspect in question.asks_for:
        console.print(Text(words.say(f"why-asks-{str(aspect.name).lower()}")))
    if not explanation.reasons:
        console.print(Text("\n" + words.say("why-nothing")))
    for place, reason in enumerate(explanation.reasons, 1):
        section = reason.passage.section
        path = PATH_SIGN.join((*section.breadcrumb, section.heading))
        console.print()
        console.print(Text(f"{place}. {path}", style="bold underline"))
        console.print(
            Text(
                words.say(
                    "why-passage",
                    kind=reason.passage.kind,
                    page=section.page,
                    length=reason.length,
                    coverage=round(reason.coverage * 100),
                ),
                style="dim",
            )
        )
        console.print(_sum(reason, words))


def _understood(concept: Concept, words: Words) -> list[tuple[str, str]]:
    strongest = sorted(concept.readings, key=lambda reading: -reading.weight)
    told = ", ".join(_read(reading, words) for reading in strongest[:READINGS_SHOWN])
    more = "" if len(strongest) <= READINGS_SHOWN else " …"
    return [
        (concept.word, "bold"),
        (f" ({concept.rarity:.2f}): ", "dim"),
        (told + more if told else words.say("why-unknown"), ""),
    ]


def _read(reading: Reading, words: Words) -> str:
    return f"{reading.words} ({words.say(f'why-{reading.origin}')}, {reading.weight:.2f})"


def _sum(reason: Reason, words: Words) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right")
    table.add_column()
    for share in reason.shares:
        table.add_row(f"{share.value:.2f}", _share(share, words))
    for part, value in reason.parts:
        table.add_row(f"{value:.2f}", words.say(f"why-part-{part.replace(' ', '-')}"))
    table.add_row(
        Text(f"{reason.score:.2f}", style="bold"), Text(words.say("why-score"), style="bold")
    )
    return table


def _share(share: Share, words: Words) -> Text:
    as_typed = share.word == share.read_as
    read = words.say(f"why-{share.origin}")
    where = ", ".join(words.say(f"why-field-{field.name.lower()}") for field in share.fields)
    formula = f"{share.rarity:.2f} × {share.weight:.2f} × {share.frequency:.2f}"
    return Text.assemble(
        (share.word, "bold"),
        "" if as_typed else f" → {share.read_as}",
        f" ({read}; {where})  ",
        (formula, "dim"),
    )
