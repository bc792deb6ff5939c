"""The site: whether the addresses that links lead to answer."""

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Final

import httpx
from pydantic import SecretStr

from bot.diagnosis.examination import Examination
from bot.diagnosis.finding import Finding, warning, well, wrong
from index.reading.page import Section
from index.refresh.edition import Publication, Volume
from index.source.fetch.credential import Credential
from index.source.fetch.door import Door
from index.source.fetch.reach import Reach, reach_of
from index.source.limits import FetchLimits
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

SITE_LIMITS: Final = FetchLimits(connect_seconds=10.0, silent_seconds=10.0, fetch_seconds=10.0)
"""A site that takes longer has lost its readers already."""

_SIGN_IN: Final = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})


def check_sites(seen: Examination) -> Iterator[Finding]:
    """Ask the site of each handbook for itself and for one page, and for nothing else."""
    if seen.publication is None:
        yield warning("doctor-site-unknown")
        return
    given = {wanted.choices.name: wanted.choices.site for wanted in seen.handbooks.wanted}
    for volume in seen.publication.edition.volumes:
        section = _section(seen.publication, volume)
        if not volume.site:
            yield _without_site(volume, section)
            continue
        addresses = {f"{volume.site}/", *([_page(section)] if section else [])}
        try:
            reach = _reach(httpx.URL(volume.site), named=bool(given.get(volume.name)))
            yield from _each(sorted(addresses, key=len), reach)
        except httpx.InvalidURL:
            yield wrong("doctor-site-address", address=volume.site)


def _without_site(volume: Volume, section: Section | None) -> Finding:
    """Return where links lead instead."""
    place = volume.revision.place
    if section and section.source.view:
        return well("doctor-site-host", place=place)
    return warning("doctor-site-none", place=place)


def _reach(site: httpx.URL, *, named: bool) -> Reach:
    """Return where requests may go: to the site's own host alone.

    Only a site that those who run the bot have named may be in the house: whoever edits the
    handbook's settings could else have anything in there asked for.
    """
    return reach_of([site], (), ()) if named else Reach(frozenset(), frozenset({site.host}))


def _each(addresses: Iterable[str], reach: Reach) -> Iterator[Finding]:
    """Ask for one after the other, and for none after one that nobody answers."""
    for address in addresses:
        finding = _asked(httpx.URL(address), reach)
        yield finding
        if finding.sentences[0].key == "doctor-site-silent":
            return


def _asked(url: httpx.URL, reach: Reach) -> Finding:
    address, nobody = str(url), Credential(url, "", SecretStr(""))
    try:
        with Door(address, reach, nobody, SITE_LIMITS).open() as session:
            status = session.status(url)
    except HandbookUnreadableError as error:
        return _unanswered(url, error, reach)
    if status in _SIGN_IN:
        return warning("doctor-site-sign-in", address=address, status=status)
    if status >= HTTPStatus.BAD_REQUEST:
        return wrong("doctor-site-status", address=address, status=status)
    return well("doctor-site-answers", address=address, status=status)


def _unanswered(url: httpx.URL, error: HandbookUnreadableError, reach: Reach) -> Finding:
    address = str(url)
    if error.problem is not PlaceProblem.REDIRECTED:
        reason = error.detail or str(error.problem)
        return wrong("doctor-site-silent", address=address, reason=reason)
    if error.detail != url.netloc.decode("ascii"):
        return warning("doctor-site-elsewhere", address=address, host=error.detail)
    if reach.configured:
        return wrong("doctor-site-circle", address=address)
    return warning("doctor-site-inside", address=address)


def _section(publication: Publication, volume: Volume) -> Section | None:
    """Return a section of the handbook: of a page that is not the site's own address, if it can."""
    index, edition = publication.index, publication.edition
    first = None
    for number, page in enumerate(index.arrangement.pages):
        if edition.volume_of(page) is not volume:
            continue
        passage = int((index.arrangement.page_of == number).argmax())
        section = index.passages[passage].section
        if section.link.path.strip("/"):
            return section
        first = first or section
    return first


def _page(section: Section) -> str:
    return section.link.url.partition("#")[0]
