"""Write what is made from the message types: `python -m app.wire.generate` (`--check`: is it stale?)."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from app.wire.protocol_page import page
from app.wire.schema import async_api, json_schema
from app.wire.typescript import declarations

ROOT = Path(__file__).resolve().parents[2]


def files() -> dict[str, str]:
    """Every generated file, by its path in the checkout, with its content."""
    return {
        "docs/protocol.md": page(),
        "docs/schema/evenfloor.v1.json": _json(json_schema()),
        "docs/schema/asyncapi.json": _json(async_api()),
        "frontend/generated/messages.d.ts": declarations(),
    }


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def stale(root: Path = ROOT) -> list[str]:
    """The generated files that are missing below `root`, or not what the message types make of them."""
    return [
        path
        for path, content in files().items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != content
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files that changed; with `--check` name them and write nothing."""
    parser = argparse.ArgumentParser(prog="python -m app.wire.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is stale")
    checking = parser.parse_args(arguments).check
    changed = stale()
    if not checking:
        for path in changed:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(files()[path], encoding="utf-8")
    for path in changed:
        sys.stdout.write(f"{'stale' if checking else 'written'}: {path}\n")
    if checking and changed:
        sys.stdout.write("Run python -m app.wire.generate.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
