"""The shelf that the words of the command line are put on."""

import argparse
from typing import Any, Protocol


class Words(Protocol):
    """What `ArgumentParser.add_subparsers` gives, as far as commands need it."""

    def add_parser(self, name: str, *, help: str = ..., **options: Any) -> argparse.ArgumentParser:
        """Add a word; the parser of what follows it."""
        ...
