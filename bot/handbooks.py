"""The handbooks that the settings name: what is wanted of them, and where they are kept."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.problem import ProblemError
from bot.settings.handbook import HandbookSettings, SourceSettings
from index.handbook import Choices, Handbook
from index.reading.generators.recognise import check_generator
from index.refresh.cache import Cache, CacheBusyError, cache_for, tidy
from index.refresh.edition import Publication
from index.refresh.progress import Report
from index.refresh.read_wanted import read_wanted
from index.refresh.refresher import Model, Refresher
from index.refresh.round import Looking, Round
from index.refresh.wanted import Wanted
from index.search.encoder import load_encoder
from index.source.place import read_location


@dataclass(frozen=True, slots=True)
class Answering:
    """What one command answers from."""

    publication: Publication
    """The index, and what it was made of."""
    round: Round | None
    """What the look before it found; None where another process was looking just then."""


@dataclass(frozen=True, slots=True)
class Handbooks:
    """The handbooks that are searched together, and the folder that they are kept in."""

    wanted: tuple[Wanted, ...]
    """Each handbook, in the order of the settings."""
    cache: Cache
    """Where what is fetched and built lies."""
    cache_root: Path
    """The folder that the settings, or the system, want it in; it may be one that none can be."""
    model: str
    """Folder of the embedding model; empty for none."""

    def apart(self, name: str) -> "Handbooks":
        """Return the same with what is built in a folder of its own."""
        return replace(self, cache=Cache(self.cache.folder / name))

    def refresher(self, report: Report) -> Refresher:
        """Return what keeps the snapshot of these handbooks up to date."""
        model = Model(self.model, load_encoder(self.model)) if self.model else None
        return Refresher(self.cache, self.wanted, model, report)

    def answering(self, report: Report) -> Answering:
        """Return what answers now, looked after where that is due.

        Raises:
            HandbookUnreadableError: when there is nothing to answer from.
        """
        refresher = self.refresher(report)
        try:
            found = refresher.round(Looking(wait=False))
        except CacheBusyError:
            publication = refresher.published()
            if publication:
                return Answering(publication, None)
            found = refresher.round()
        publication = found.built or refresher.published()
        if publication is None:
            raise found.status.troubles[0].error()
        return Answering(publication, found)

    def read(self, report: Report) -> Iterator[Handbook]:
        """Yield every handbook as it stands now.

        Raises:
            HandbookUnreadableError: when one cannot be had.
        """
        return read_wanted(self.wanted, self.cache, report)


def open_handbooks(settings: HandbookSettings) -> Handbooks:
    """Return the handbooks that the settings name; nothing is looked at yet.

    Raises:
        HandbookUnreadableError: when a place is none.
        GeneratorUnknownError: when a generator is none that we know.
        ProblemError: when a token's file cannot be read or two handbooks have one name.
    """
    wanted = tuple(_wanted(settings))
    for each in wanted:
        if each.choices.generator:
            check_generator(each.choices.generator)
    cache_root = _wanted_root(settings.cache)
    root = _usable_root(cache_root)
    tidy(root)
    return Handbooks(wanted, cache_for(root, wanted), cache_root, settings.semantic_model)


def read_secret(value: SecretStr, file: str, name: str) -> SecretStr:
    """Return a secret that is given as it is, or by a file; `name` is the setting's.

    Raises:
        ProblemError: when the file cannot be read.
    """
    if not file:
        return value
    try:
        return SecretStr(Path(file).expanduser().read_text(encoding="utf-8").strip())
    except (OSError, ValueError) as error:
        raise ProblemError("secret-unreadable", name=name, file=file) from error


def _wanted(settings: HandbookSettings) -> Iterator[Wanted]:
    if not settings.sources:
        alone = SourceSettings.model_construct(
            **{
                name: getattr(settings, name)
                for name in SourceSettings.model_fields
                if name != "name"
            },
        )
        yield _one(alone, "", settings)
        return
    names = _names(settings.sources)
    for source, name in zip(settings.sources, names, strict=True):
        yield _one(source, name, settings)


def _one(source: SourceSettings, name: str, settings: HandbookSettings) -> Wanted:
    location, inside = read_location(source.content)
    token = read_secret(source.token, source.token_file, "HANDBOOK_TOKEN_FILE")
    return Wanted(
        location=location,
        choices=Choices(name, source.generator, source.site_url, settings.editors),
        token=token if token.get_secret_value() else inside,
        api_url=source.api_url,
        hosts=source.hosts,
        poll=settings.poll_seconds,
    )


def _names(sources: Sequence[SourceSettings]) -> list[str]:
    """Return what each handbook is called, no two the same.

    Raises:
        ProblemError: when two are.
    """
    names = [_name(source) for source in sources]
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice is not None:
        raise ProblemError("source-twice", name=twice)
    return names


def _name(source: SourceSettings) -> str:
    last = urlsplit(source.content).path.rstrip("/").rpartition("/")[2]
    return (source.name or last.removesuffix(".git") or source.content).replace("/", " ").strip()


def _wanted_root(setting: str) -> Path:
    """Return the folder that everything should be kept in."""
    folder = Path(setting)
    try:
        return folder.expanduser()
    except RuntimeError:  # nobody's home
        return folder


def _usable_root(wanted: Path) -> Path:
    """Return that folder; where it cannot be written, another one that goes at the end."""
    with suppress(OSError):
        wanted.mkdir(parents=True, exist_ok=True)
        # Asking for permission would not tell: a disk may be full, or none at all.
        with tempfile.TemporaryFile(dir=wanted):
            return wanted
    passing = tempfile.mkdtemp(prefix="handbook-bot-")
    atexit.register(shutil.rmtree, passing, ignore_errors=True)
    return Path(passing)
