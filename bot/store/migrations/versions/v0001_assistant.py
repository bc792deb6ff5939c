"""What the assistant in Slack remembers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table("taken", _text("key", key=True), _at())
    op.create_index("taken_at", "taken", ["at"])
    op.create_table(
        "works",
        _text("name", key=True),
        _text("keys"),
        _text("body", null=True),
        _text("person_workspace", null=True),
        _text("person", null=True),
        _text("owner", null=True),
        _at(),
    )
    op.create_index("works_owner", "works", ["owner"])
    op.create_table(
        "owners",
        _text("owner", key=True),
        sa.Column("beat", sa.BigInteger(), nullable=False),
        _at(),
    )
    _conversations()
    _people()


def _conversations() -> None:
    op.create_table(
        "threads",
        _text("workspace", key=True),
        _text("channel", key=True),
        _text("thread", key=True),
        _text("following"),
        _text("subject"),
        _at(),
    )
    op.create_table(
        "replies",
        _text("workspace", key=True),
        _text("channel", key=True),
        _text("question", key=True),
        _text("messages"),
        _text("person_workspace"),
        _text("person"),
        _at(),
    )
    op.create_table(
        "channels",
        _text("workspace", key=True),
        _text("channel", key=True),
        _text("mode"),
        _text("chapters"),
        _text("escalation"),
        _text("person_workspace", null=True),
        _text("person", null=True),
        _at(),
    )


def _people() -> None:
    op.create_table(
        "feedback",
        _text("person_workspace", key=True),
        _text("person", key=True),
        _text("answer", key=True),
        _text("section"),
        _text("page"),
        _text("verdict"),
        _text("reason", null=True),
        _text("comment"),
        _text("question"),
        _at(),
    )
    op.create_table(
        "preferences",
        _text("person_workspace", key=True),
        _text("person", key=True),
        _text("language"),
        _at(),
    )


def _text(name: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), primary_key=key, nullable=null)


def _at() -> sa.Column[object]:
    return sa.Column("at", sa.DateTime(timezone=True), nullable=False)
