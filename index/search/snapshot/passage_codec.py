"""Passages to JSON and back, exactly.

(Pydantic would need a tag in the blocks themselves to tell them apart, and it reads JSON only 200
levels deep, where quotes may stand 100 deep in each other.)
"""

import json
from dataclasses import dataclass
from datetime import date

from index.reading.block import Block
from index.reading.page import Cover, Link, Section
from index.reading.passages.passage import Passage, PassageKind
from index.search.snapshot.block_codec import (
    NotAPassageError,
    as_amount,
    as_text,
    as_texts,
    decode_blocks,
    encode_blocks,
)
from index.source.provenance import FileLinks

_KINDS = frozenset(PassageKind)


@dataclass(frozen=True, slots=True)
class Record:
    """A passage without its section."""

    kind: PassageKind
    """What it is."""
    blocks: tuple[Block, ...] | None
    """What it says; None for all that its section says."""

    def of(self, section: Section) -> Passage:
        """Return the passage in its section."""
        return Passage(section, self.kind, section.blocks if self.blocks is None else self.blocks)


def encode_section(section: Section) -> tuple[bytes, bytes]:
    """Return the section as JSON in two parts, of which an index depends on the first alone.

    The second is where the lines stand in which revision, and since when: every commit gives each
    section another address for ever, whatever it changes. With it goes what is only listed.
    """
    link, source = section.link, section.source
    searched = _dumped(
        [
            [section.page, section.heading, section.level, section.anchor, section.breadcrumb],
            [link.site, link.path, link.anchor],
            section.line,
            encode_blocks(section.blocks),
            [section.owner, section.also, section.contents_only],
        ]
    )
    rest = _dumped(
        [
            [source.view, source.edit, source.permalink],
            section.updated.isoformat() if section.updated else None,
            [section.apart, _cover(section.cover)],
        ]
    )
    return searched.removesuffix(b"]"), b"," + rest.removeprefix(b"[")


def decode_section(text: bytes) -> Section:
    """Return the section.

    Raises:
        NotAPassageError: when that is not what the text says.
    """
    match _loaded(text):
        case [
            [str(page), str(heading), int(level), str(anchor), list(breadcrumb)],
            [str(site), str(path), str(fragment)],
            int(line),
            list(blocks),
            [owner, list(also), bool(contents_only)],
            [str(view), str(edit), str(permalink)],
            updated,
            [str(apart), cover],
        ]:
            return Section(
                page=page,
                heading=heading,
                level=level,
                anchor=anchor,
                breadcrumb=as_texts(breadcrumb),
                link=Link(site, path, fragment),
                line=line,
                blocks=decode_blocks(blocks),
                owner=None if owner is None else as_text(owner),
                also=as_texts(also),
                contents_only=contents_only,
                source=FileLinks(view, edit, permalink),
                updated=None if updated is None else as_day(updated),
                apart=apart,
                cover=None if cover is None else _read_cover(cover),
            )
        case other:
            raise NotAPassageError(other)


def _cover(cover: Cover | None) -> list[object] | None:
    if cover is None:
        return None
    return [cover.title, cover.order, cover.prompts, cover.forwarded, cover.handbook]


def _read_cover(value: object) -> Cover:
    match value:
        case [str(title), order, list(prompts), list(forwarded), str(handbook)]:
            place = None if order is None else as_amount(order)
            return Cover(title, place, as_texts(prompts), as_texts(forwarded), handbook)
        case other:
            raise NotAPassageError(other)


def encode_passage(passage: Passage) -> bytes:
    """Return the passage as JSON, without its section."""
    # A section that was not cut is one passage: its blocks are stored once.
    all_of_it = passage.blocks == passage.section.blocks
    return _dumped([str(passage.kind), None if all_of_it else encode_blocks(passage.blocks)])


def decode_passage(text: bytes) -> Record:
    """Return the passage without its section.

    Raises:
        NotAPassageError: when that is not what the text says.
    """
    match _loaded(text):
        case [str(kind), list(blocks)] if kind in _KINDS:
            return Record(PassageKind(kind), decode_blocks(blocks))
        case [str(kind), None] if kind in _KINDS:
            return Record(PassageKind(kind), None)
        case other:
            raise NotAPassageError(other)


def _dumped(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _loaded(text: bytes) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAPassageError(text) from error
    return value


def as_day(value: object) -> date:
    """Return the value, which has to be a day."""
    try:
        return date.fromisoformat(as_text(value))
    except ValueError as error:
        raise NotAPassageError(value) from error
