"""All rules, in the order in which their findings are told, with how bad each is."""

from collections.abc import Callable, Iterator

from index.check.checked import CheckedHandbook
from index.check.finding import Level, Rule, Spot
from index.check.rules.anchor_collisions import anchor_collisions
from index.check.rules.contact_addresses import contact_addresses
from index.check.rules.damaged_letters import damaged_letters
from index.check.rules.dead_links import dead_links
from index.check.rules.empty_links import empty_links
from index.check.rules.empty_pages import empty_pages
from index.check.rules.empty_sections import empty_sections
from index.check.rules.host_links import host_links
from index.check.rules.long_sections import long_sections
from index.check.rules.missing_anchors import missing_anchors
from index.check.rules.noticed import broken_settings, left_out
from index.check.rules.raw_pages import raw_pages
from index.check.rules.reviews import old_reviews, overdue_reviews
from index.check.rules.shared_addresses import shared_addresses
from index.check.rules.table_headers import table_headers
from index.check.rules.unfinished import unfinished
from index.check.rules.unlinkable_headings import unlinkable_headings
from index.check.rules.unlinked_pages import unlinked_pages
from index.check.rules.wrong_addresses import wrong_addresses

Check = Callable[[CheckedHandbook], Iterator[Spot]]
"""A rule."""

RULES: tuple[tuple[Rule, Level, Check], ...] = (
    (Rule.LEFT_OUT, Level.ERROR, left_out),
    (Rule.BROKEN_SETTINGS, Level.ERROR, broken_settings),
    (Rule.DAMAGED_LETTERS, Level.ERROR, damaged_letters),
    (Rule.SHARED_ADDRESS, Level.ERROR, shared_addresses),
    (Rule.DEAD_LINK, Level.ERROR, dead_links),
    (Rule.WRONG_ADDRESS, Level.ERROR, wrong_addresses),
    (Rule.EMPTY_LINK, Level.ERROR, empty_links),
    (Rule.MISSING_ANCHOR, Level.ERROR, missing_anchors),
    (Rule.ANCHOR_COLLISION, Level.WARNING, anchor_collisions),
    (Rule.EMPTY_PAGE, Level.WARNING, empty_pages),
    (Rule.EMPTY_SECTION, Level.WARNING, empty_sections),
    (Rule.TABLE_HEADER, Level.WARNING, table_headers),
    (Rule.UNFINISHED, Level.WARNING, unfinished),
    (Rule.CONTACT_ADDRESS, Level.WARNING, contact_addresses),
    (Rule.REVIEW_OVERDUE, Level.WARNING, overdue_reviews),
    (Rule.HOST_LINK, Level.ADVICE, host_links),
    (Rule.UNLINKABLE_HEADING, Level.ADVICE, unlinkable_headings),
    (Rule.UNLINKED_PAGE, Level.ADVICE, unlinked_pages),
    (Rule.RAW_PAGE, Level.ADVICE, raw_pages),
    (Rule.LONG_SECTION, Level.ADVICE, long_sections),
    (Rule.REVIEW_OLD, Level.ADVICE, old_reviews),
)
