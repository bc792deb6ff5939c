"""Whole handbooks: our own has nothing wrong, and another's real defects are found, no others."""

from collections import Counter

from index.check.finding import Level, Rule
from tests.check.findings import findings, stated
from tests.handbooks import CONTENT, EIGHTEEN_F, OS2, at_hand

FILE_SHARING = "docs/product_toolbox/file_sharing/file_sharing.md"

ERRORS = [
    "README.md:8 dead-link: LICENSE.md -> LICENSE",
    "docs/processes_and_rutines.md:66 dead-link: processes/task_examples",
    f"{FILE_SHARING}:27 dead-link: ./file_sharing/what_is_nextcloud -> ./what_is_nextcloud.html",
    f"{FILE_SHARING}:28 dead-link: ./file_sharing/access",
    f"{FILE_SHARING}:29 dead-link: ./file_sharing/opret_bruger",
    f"{FILE_SHARING}:30 dead-link: ./file_sharing/saadan_bruger_vi",
    f"{FILE_SHARING}:31 dead-link: ./file_sharing/rettigheder",
    f"{FILE_SHARING}:32 dead-link: ./file_sharing/admin",
    f"{FILE_SHARING}:33 dead-link: ./file_sharing/support",
    (
        "docs/product_toolbox/nyhedsbreve/index.md:18 dead-link: ../communication/newsletters.html"
        " -> ../../communication/newsletters.html"
    ),
    "MAINTAINERS.md:74 wrong-address: ./CONTRIBUTING.md -> ./CONTRIBUTING.html",
    (
        "docs/product_toolbox/website/index.md:20 wrong-address: rediger_produktside.md"
        " -> rediger_produktside.html"
    ),
    (
        "docs/products_and_communities.md:145 wrong-address: ../CONTRIBUTING.md"
        " -> ../CONTRIBUTING.html"
    ),
    "README.md:8 empty-link: maintainer usernames",
    (
        "docs/organisation_and_roles.md:160 empty-link:"
        " Funktionsbeskrivelser for roller i OS2-sekretariatet"
    ),
    "docs/ydelser/os2-ydelseskatalog.md:16 empty-link: opgavekort",
]
"""Every link of the OS2 handbook that leads nowhere, read by hand.

On the built site 12 links are dead (deeplinks/RULES.md, section 6): those of the README and the
empty ones are not among them, since the README is no page and an empty link leads to its page.
"""

OTHERS = {
    Rule.EMPTY_PAGE: 1,
    Rule.UNFINISHED: 3,
    Rule.CONTACT_ADDRESS: 4,
    Rule.HOST_LINK: 87,
    Rule.UNLINKABLE_HEADING: 10,
    Rule.RAW_PAGE: 4,
}
"""How much else is found, each read by hand; the 87 are stated in deeplinks/RULES.md too."""


def test_the_dead_links_of_os2() -> None:
    """Every dead link of the handbook is found with its line, and none that works."""
    found = findings(at_hand(OS2))
    assert [stated(one) for one in found if one.level is Level.ERROR] == ERRORS


def test_what_else_is_wrong_in_os2() -> None:
    """Everything else that is found was read by hand and is true."""
    found = findings(at_hand(OS2))
    assert Counter(one.rule for one in found if one.level is not Level.ERROR) == OTHERS


def test_the_errors_of_18f() -> None:
    """In a handbook of another generator, with link short codes, only what is broken is found."""
    found = findings(at_hand(EIGHTEEN_F), "eleventy:slugify=1")
    assert [stated(one) for one in found if one.level is Level.ERROR] == [
        "tools/slack.md:16 dead-link: emoji/",
        "training-and-development/intro-to-github.md:157 empty-link: #18f-site",
    ]


def test_our_own_handbook() -> None:
    """In the example handbook nothing is wrong, and nothing missing."""
    assert [stated(one) for one in findings(CONTENT) if one.level is not Level.ADVICE] == []
