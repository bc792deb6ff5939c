"""Hits made of handbooks, and messages as they are posted."""

from collections.abc import Iterator

from bot.slack.rendering.message import Message
from index.reading.generators.recognise import choose_generator
from index.reading.pages import Site, read_pages
from index.reading.passages.cut import cut_passages
from index.reading.passages.passage import DETAILS, Passage
from index.search.build import build_index
from index.search.excerpt import FIRST_CHARACTERS, FURTHER_CHARACTERS, cut_excerpt
from index.search.highlight import speaking
from index.search.index import Index
from index.search.retrieve import Hit
from index.search.understand import understand
from index.source.document import Document, Source


def index_of(markdown: str, site: str = "https://handbook.example") -> Index:
    """Return the index of a handbook of one page."""
    document = Document("index.md", markdown)
    generator, _ = choose_generator(Source("", (document,), {}, ()), None)
    reading = read_pages((document,), Site(generator, site))
    return build_index(cut_passages(reading.pages))


def hit(passage: Passage, index: Index, question: str, characters: int) -> Hit:
    """Return the passage as a hit for a question."""
    excerpt = cut_excerpt(passage, speaking(understand(question, index), index), characters)
    return Hit(passage, excerpt, 1.0, 1.0)


def hits_of_sections(index: Index, *, rows: bool = False) -> Iterator[Hit]:
    """Return every section, and rows if wanted, asked for by its own heading."""
    for passage in index.passages:
        if rows or passage.kind not in DETAILS:
            yield hit(passage, index, passage.section.heading, FIRST_CHARACTERS)


def further_hit(index: Index) -> Hit:
    """Return the last passage as a further hit."""
    return hit(index.passages[-1], index, "", FURTHER_CHARACTERS)


def posted(message: Message) -> dict[str, object]:
    """Return the arguments of chat.postMessage for a message."""
    return {
        "channel": "C0",
        "text": message.text,
        "blocks": [block.to_dict() for block in message.blocks],
        "unfurl_links": False,
        "unfurl_media": False,
    }
