"""Run by Alembic, over the connection and inside the transaction that `versions.upgrade` opened."""

from alembic import context

from dragoman.ledger.schema import metadata
from dragoman.ledger.versions import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
context.run_migrations()
