"""What Alembic runs: the steps, over the connection and in the transaction that it is given."""

from alembic import context

from bot.store.schema import REVISION_TABLE
from bot.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=REVISION_TABLE,
    # SQLite alters a table by copying it.
    render_as_batch=True,
)
context.run_migrations()
