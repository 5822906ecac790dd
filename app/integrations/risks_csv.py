"""The risks of all decisions as CSV, for a register that people keep elsewhere."""

import csv
import io

from app.wire.decision_views import DecisionsView

HEAD = (
    "decision",
    "version",
    "state",
    "risk",
    "likelihood",
    "impact",
    "what_to_do",
    "owner",
    "mitigation",
)
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula; some read the full-width forms the same."""


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs: words that begin like a formula get an apostrophe before them."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULAS) else cell


def risks_csv(*ledgers: DecisionsView) -> str:
    """A row for each risk of each version, in the order of the ledgers; 0 where nobody said."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(HEAD)
    for decision in (ledger["by_id"][each] for ledger in ledgers for each in ledger["order"]):
        for risk_id in decision["risks"]["order"]:
            risk = decision["risks"]["by_id"][risk_id]
            rows.writerow(
                [
                    guarded(decision["statement"]),
                    decision["version"],
                    decision["state"],
                    guarded(risk["text"]),
                    risk["likelihood"],
                    risk["impact"],
                    risk["word"],
                    guarded(risk["owner"]),
                    guarded(risk["mitigation"]),
                ]
            )
    return written.getvalue()
