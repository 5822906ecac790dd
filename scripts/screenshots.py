"""Take a picture of every screen in its states, at three sizes, light and dark, to be looked at:
`.venv/bin/python -m scripts.screenshots`.

They go into screenshots/ (which git leaves alone), as NAME-WIDTH-SCHEME.png. With words behind the command
only the states whose names contain one of them are kept: `-m scripts.screenshots phone report`.
"""

import argparse
import tempfile
import time
from pathlib import Path
from typing import get_args

from scripts.tour.chromium import Scheme, chromium
from scripts.tour.every_screen import every_screen
from scripts.tour.server import ROOT, running_server
from scripts.tour.shown import Shown

FOLDER = ROOT / "screenshots"


def take(shown: Shown, folder: Path) -> int:
    """All pictures of one state; how many."""
    page, before = shown.page, shown.page.viewport_size
    schemes: tuple[Scheme, ...] = get_args(Scheme)
    for width, height in shown.sizes:
        page.set_viewport_size({"width": width, "height": height})
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            # A picture of the whole page; a dialog stands on what can be seen.
            whole = page.get_by_role("dialog").count() == 0
            page.screenshot(path=folder / f"{shown.name}-{width}-{scheme}.png", full_page=whole)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    if before is not None:
        page.set_viewport_size(before)
    return len(shown.sizes) * len(schemes)


def main() -> None:
    """Write screenshots/*.png."""
    parser = argparse.ArgumentParser(description="Take a picture of every screen in its states.")
    parser.add_argument("only", nargs="*", help="words of the states' names; all, if none is given")
    only = parser.parse_args().only
    FOLDER.mkdir(exist_ok=True)
    began_s, taken, states = time.monotonic(), 0, 0
    with (
        tempfile.TemporaryDirectory() as folder,
        running_server(Path(folder)) as server,
        chromium() as browser,
    ):
        for shown in every_screen(browser, server):
            if only and not any(word in shown.name for word in only):
                continue
            taken += take(shown, FOLDER)
            states += 1
    print(f"{taken} pictures of {states} states in {FOLDER.name}/, {time.monotonic() - began_s:.0f} s")


if __name__ == "__main__":
    main()
