"""An answer as the JSON that other programs read; the form is stated in docs/commands.md."""

from bot.answer import Answer, Answered, NotFound, Uncertain, Vague
from index.reading.each_prose import every_link
from index.refresh.edition import Volume
from index.search.retrieve import Hit


def as_json(answer: Answer, took_ms: float) -> dict[str, object]:
    """Return the answer as plain values."""
    found = answer.contact if isinstance(answer, NotFound) else None
    volumes = answer.edition.volumes if answer.edition else ()
    hits = () if isinstance(answer, NotFound) else answer.hits
    return {
        "question": answer.question,
        "outcome": _outcome(answer),
        "hits": [_hit(hit) for hit in hits],
        "contact": _place(found) if found else None,
        "handbooks": [_volume(volume) for volume in volumes],
        "took_ms": round(took_ms, 2),
    }


def _outcome(answer: Answer) -> str:
    """Return one of three: to be asked back is to be uncertain, or to have found nothing."""
    match answer:
        case Answered():
            return "answered"
        case NotFound() | Vague(hits=()):
            return "not_found"
        case Uncertain() | Vague():
            return "uncertain"


def _volume(volume: Volume) -> dict[str, object]:
    revision = volume.revision
    return {
        "name": volume.name or None,
        "place": revision.place,
        "revision": revision.identity,
        "as_of": revision.made.isoformat() if revision.made else None,
    }


def _hit(hit: Hit) -> dict[str, object]:
    section = hit.passage.section
    return {
        **_place(hit),
        "links": [
            {"text": text, "url": url} for url, text in every_link(hit.excerpt.blocks).items()
        ],
        "kind": str(hit.passage.kind),
        "score": round(hit.score, 4),
        "updated": section.updated.isoformat() if section.updated else None,
        "owner": section.owner,
        "edit": section.source.edit or None,
        "permalink": section.source.permalink or None,
    }


def _place(hit: Hit) -> dict[str, object]:
    section = hit.passage.section
    return {
        "page": section.page,
        "heading": section.heading,
        "anchor": section.anchor or None,
        "breadcrumb": list(section.breadcrumb),
        "url": section.link.url,
        "excerpt": hit.excerpt.text,
    }
