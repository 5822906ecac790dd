"""Where a command's text goes: to the terminal, or into a file that is not there yet."""

import sys
from pathlib import Path

from app.cli.failure import Failure


def written(text: str, to: Path | None) -> None:
    """Print it, or write the file. Raises Failure when the file is there already."""
    if to is None:
        sys.stdout.write(text)
    elif to.exists():
        raise Failure(f"{to} is there already. Choose another name.")
    else:
        to.write_text(text, encoding="utf-8", newline="")
