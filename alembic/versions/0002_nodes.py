"""The signs of life of the nodes that serve one history."""

import sqlalchemy as sa

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "node",
        sa.Column("boot", sa.String(), nullable=False),
        sa.Column("last_sign_at", sa.BigInteger(), nullable=False),
        sa.Column("signs_with", sa.String(), nullable=False),
        sa.Column("follows", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("boot"),
    )


def downgrade() -> None:
    op.drop_table("node")
