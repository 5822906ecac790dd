"""What would keep somebody out of a screen: what axe finds, light and dark, what is too small or too wide."""

from collections.abc import Iterator, Mapping

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from scripts.tour.shown import PHONE, Shown

ONLY_CONTRAST = {"runOnly": ["color-contrast"]}
"""What else axe looks at does not change with the colours."""

RUN = "async (options) => (await axe.run({ resultTypes: ['violations'], ...options })).violations"
"""What passes is not told of: that would be all of the page again, a thousand times more than what fails."""

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


TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"

HEAD_LINE_PX = 40
"""The console's first line: where a name is long it is cut, and nothing is pushed below it."""

HEAD_HEIGHT = "document.querySelector('.console-head .head-row')?.offsetHeight ?? 0"


def findings(page: Page, name: str, options: Mapping[str, object]) -> list[str]:
    """What axe says of a page, a line each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [
        f"{name}: {one['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for one in page.evaluate(RUN, options)
        for node in one["nodes"]
    ]


def barriers(shown: Shown) -> list[str]:
    """What keeps somebody out of one state, light or dark."""
    page, before = shown.page, shown.page.viewport_size
    page.set_viewport_size({"width": shown.own[0], "height": shown.own[1]})
    found = findings(page, shown.name, {})
    if shown.own == PHONE:
        small = page.evaluate(SMALL_TARGETS, LEAST_TARGET_PX)
        found += [f"{shown.name}: too small for a thumb: {one}" for one in small]
    elif page.evaluate(HEAD_HEIGHT) > HEAD_LINE_PX:
        found.append(f"{shown.name}: the head of the console is broken into two lines")
    if page.evaluate(TOO_WIDE):
        found.append(f"{shown.name}: wider than the page")
    page.emulate_media(color_scheme="dark")
    found += findings(page, f"{shown.name} (dark)", ONLY_CONTRAST)
    page.emulate_media(color_scheme="light")
    if before is not None:
        page.set_viewport_size(before)
    return found


def keeping_out(walk: Iterator[Shown]) -> tuple[list[str], set[str]]:
    """What would keep somebody out on the way, and what was seen."""
    found: list[str] = []
    seen: set[str] = set()
    for shown in walk:
        found += barriers(shown)
        seen.add(shown.name)
    return found, seen
