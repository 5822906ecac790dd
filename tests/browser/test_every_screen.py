"""Every screen in its states, light and dark, against axe: what a machine finds of what keeps people out."""

from collections.abc import Iterator, Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from scripts.tour.every_screen import first_half
from scripts.tour.server import Server
from scripts.tour.shown import PHONE, Shown

pytestmark = pytest.mark.browser

ONLY_CONTRAST = {"runOnly": ["color-contrast"]}
"""What else axe looks at does not change with the colours."""


def findings(page: Page, name: str, options: Mapping[str, object]) -> list[str]:
    """What axe says of a page, a line each."""
    found = Axe().run(page, options=options)
    return [
        f"{name}: {one['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


LEAST_TARGET_PX = 48
"""A thumb hits less than this not at every try."""

SMALL_TARGETS = """(least) => {
  const found = [];
  for (const one of document.querySelectorAll("button, a[href], input, select, textarea, summary")) {
    if (!one.checkVisibility() || one.closest(".skip")) continue;
    const dialog = document.querySelector("dialog[open]");
    if (dialog && !dialog.contains(one)) continue;
    const area = one.closest("label") ?? (one.matches(".name-button") ? one.closest("li") : one);
    const { width, height } = area.getBoundingClientRect();
    if (height < least || (width < least && !one.matches(".link"))) {
      found.push(`${one.outerHTML.slice(0, 120)}: ${Math.round(width)} x ${Math.round(height)}`);
    }
  }
  return found;
}"""


def keeping_out(walk: Iterator[Shown]) -> tuple[list[str], set[str]]:
    """What would keep somebody out on the way, light or dark, and what was seen."""
    found: list[str] = []
    seen: set[str] = set()
    for shown in walk:
        page, before = shown.page, shown.page.viewport_size
        page.set_viewport_size({"width": shown.own[0], "height": shown.own[1]})
        found += findings(page, shown.name, {})
        if shown.own == PHONE:
            small = page.evaluate(SMALL_TARGETS, LEAST_TARGET_PX)
            found += [f"{shown.name}: too small for a thumb: {one}" for one in small]
        page.emulate_media(color_scheme="dark")
        found += findings(page, f"{shown.name} (dark)", ONLY_CONTRAST)
        page.emulate_media(color_scheme="light")
        if before is not None:
            page.set_viewport_size(before)
        seen.add(shown.name)
    return found, seen


def test_no_screen_of_a_meeting_keeps_anybody_out(server: Server, browser: Browser) -> None:
    found, seen = keeping_out(first_half(browser, server))
    assert not found, "\n".join(found)
    assert len(seen) > 60
