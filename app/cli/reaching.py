"""Which server a command talks to, and by which key: as it is told, else as the environment says."""

import argparse
import os

from app.cli.failure import Failure

URL = os.environ.get("EVENFLOOR_URL", "http://localhost:8000")
KEY = os.environ.get("EVENFLOOR_KEY")
KEY_HELP = "an API key, from `evenfloor key create` (EVENFLOOR_KEY)"


def need_key(chosen: argparse.Namespace) -> None:
    """Raises Failure where neither the words nor the environment name a key."""
    if not chosen.key:
        raise Failure("Say --key KEY (or EVENFLOOR_KEY). `evenfloor key create` on the server makes one.")
