"""What the buttons of some answers carry."""

from bot.slack.rendering.control import Carried
from index.contents import section_key
from index.reading.page import Section
from index.search.index import Index

ABSENCE = "docs/processes/absence_and_holiday.md"
INVOICES = "docs/processes/invoice_approvers.md"
QUESTION = "Hvordan får jeg ferie?"


def section_named(heading: str, index: Index) -> Section:
    """Return the section with this heading."""
    return next(passage.section for passage in index.passages if passage.section.heading == heading)


def carrying(heading: str, index: Index, question: str = QUESTION) -> Carried:
    """Return what a button below an answer by this section carries."""
    return Carried(question, section_key(section_named(heading, index)))
