"""The tables. How they came to be is in `migrations/`, and a test holds the two together.

A table that knows a person names them in the columns of `person_columns` and nowhere else, and
says with `Stake` what becomes of its rows when the person is forgotten.
"""

from typing import Final

from sqlalchemy import BigInteger, Column, Index, MetaData, Table

from bot.store.columns import Stake, moment_column, person_columns, text_column

METADATA: Final = MetaData()

STAKE: Final = "stake"
"""Where a table says it."""

TAKEN: Final = Table(
    "taken",
    METADATA,
    text_column("key", key=True),
    moment_column(),
    Index("taken_at", "at"),
)
"""Keys of deliveries that were taken."""

WORKS: Final = Table(
    "works",
    METADATA,
    text_column("name", key=True),
    text_column("keys"),
    text_column("body", null=True),
    *person_columns(null=True),
    text_column("owner", null=True),
    moment_column(),
    Index("works_owner", "owner"),
    info={STAKE: Stake.ABOUT},
)
"""What was taken; `body`, person and `owner` are gone once it is done."""

OWNERS: Final = Table(
    "owners",
    METADATA,
    text_column("owner", key=True),
    Column("beat", BigInteger, nullable=False),
    moment_column(),
)
"""Processes, each with its last sign of life."""

THREADS: Final = Table(
    "threads",
    METADATA,
    text_column("workspace", key=True),
    text_column("channel", key=True),
    text_column("thread", key=True),
    text_column("following"),
    text_column("subject"),
    moment_column(),
)
"""Threads that the bot takes part in."""

REPLIES: Final = Table(
    "replies",
    METADATA,
    text_column("workspace", key=True),
    text_column("channel", key=True),
    text_column("question", key=True),
    text_column("messages"),
    *person_columns(),
    moment_column(),
    info={STAKE: Stake.ABOUT},
)
"""Which message answers which."""

CHANNELS: Final = Table(
    "channels",
    METADATA,
    text_column("workspace", key=True),
    text_column("channel", key=True),
    text_column("mode"),
    text_column("chapters"),
    text_column("escalation"),
    *person_columns(null=True),
    moment_column(),
    info={STAKE: Stake.SIGNED},
)
"""What was set for channels, and by whom."""

FEEDBACK: Final = Table(
    "feedback",
    METADATA,
    *person_columns(key=True),
    text_column("answer", key=True),
    text_column("section"),
    text_column("page"),
    text_column("verdict"),
    text_column("reason", null=True),
    text_column("comment"),
    text_column("question"),
    moment_column(),
    info={STAKE: Stake.ABOUT},
)
"""What people say of answers."""

PREFERENCES: Final = Table(
    "preferences",
    METADATA,
    *person_columns(key=True),
    text_column("language"),
    moment_column(),
    info={STAKE: Stake.ABOUT},
)
"""What people chose."""
