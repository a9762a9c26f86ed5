"""Alembic runs this: it migrates the connection it was handed, and knows no settings file and no model.

The metadata to compare with is handed over only when a developer has Alembic write a new step.
"""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    render_as_batch=True,
    # Our connections begin before DDL, so a step is kept whole or not at all; Alembic thinks SQLite cannot.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
