"""What stands in a column, the same in both databases."""

from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final

import sqlalchemy
from sqlalchemy import Column, DateTime, Dialect
from sqlalchemy.types import TypeDecorator

PERSON_WORKSPACE: Final = "person_workspace"
PERSON: Final = "person"
"""These two name a person, in every table that knows one."""


KEY_CHARACTERS: Final = 200
"""PostgreSQL indexes 2,704 bytes: room for three such columns of four bytes a character. No
platform's ids are as long."""


class Stake(StrEnum):
    """What a row is to the person that it names."""

    ABOUT = "about"
    """It is about them, and goes with them."""
    SIGNED = "signed"
    """They set it for others: it stays when they go, without their name."""


class Text(TypeDecorator[str]):
    """Text of any length; what PostgreSQL cannot hold is left out."""

    impl = sqlalchemy.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what is written."""
        return None if value is None else storable(value)


class Key(Text):
    """Text that rows are found by."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return what is written."""
        text = super().process_bind_param(value, dialect)
        return None if text is None else indexable(text)


class Moment(TypeDecorator[datetime]):
    """A moment with its time zone, which SQLite doesn't keep: it is UTC there."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what is written."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what is read."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def storable(text: str) -> str:
    """Return a text without what PostgreSQL refuses: NUL, and half of a pair of surrogates."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def indexable(text: str) -> str:
    """Return a storable text as it is indexed: of one that is too long, its beginning and a digest.

    Done again, it changes nothing.
    """
    if len(text) <= KEY_CHARACTERS:
        return text
    digest = "#" + sha256(text.encode()).hexdigest()
    return text[: KEY_CHARACTERS - len(digest)] + digest


def text_column(name: str, *, key: bool = False, null: bool = False) -> Column[str]:
    """Return a column of text."""
    return Column(name, Key if key else Text, primary_key=key, nullable=null)


def moment_column(name: str = "at") -> Column[datetime]:
    """Return a column of moments: when the row was kept, where nothing else is said."""
    return Column(name, Moment, nullable=False)


def person_columns(*, key: bool = False, null: bool = False) -> tuple[Column[str], Column[str]]:
    """Return the two columns that name a person."""
    return (
        text_column(PERSON_WORKSPACE, key=key, null=null),
        text_column(PERSON, key=key, null=null),
    )
