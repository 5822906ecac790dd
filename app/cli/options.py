"""The settings that may be told in words, the same to the server and to what speaks of it."""

import argparse
from pathlib import Path

from app.settings import Settings

NAMES = ("host", "port", "data_dir")


def server_options(parser: argparse.ArgumentParser) -> None:
    """Let a command be told where the server is."""
    parser.add_argument("--host", help="address to listen on (EVENFLOOR_HOST)")
    parser.add_argument("--port", type=int, help="port to listen on, 0 for a free one (EVENFLOOR_PORT)")
    parser.add_argument("--data-dir", type=Path, help="folder of the database (EVENFLOOR_DATA_DIR)")


def settings_of(chosen: argparse.Namespace) -> Settings:
    """The settings of the environment, with what was told instead. Raises ValidationError."""
    told = {name: getattr(chosen, name) for name in NAMES}
    return Settings(**{name: value for name, value in told.items() if value is not None})
