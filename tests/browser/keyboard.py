"""A hand on the keyboard alone. On its way each stop has to be seen."""

import pytest
from playwright.sync_api import Locator, Page

MOST_STOPS = 120
"""More presses of Tab than any of these pages has stops."""
MOST_STEPS = 20
"""More presses of an arrow than any list has lines."""

RING = """const ring = (at) => {
  const drawn = (of, pseudo) => {
    const style = getComputedStyle(of, pseudo);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const option = at.closest(".option");
  return drawn(at) || drawn(at, "::before") || (option !== null && drawn(option));
};"""

AT = f"""(wanted) => {{
  {RING}
  const at = document.activeElement;
  const group = at.type === "radio" && at.type === wanted.type && at.name === wanted.name;
  return [at === document.body, at === wanted || group, ring(at), at.outerHTML.slice(0, 120)];
}}"""

HERE = f"""() => {{
  {RING}
  const at = document.activeElement;
  const words = at.getAttribute("aria-label") || at.innerText || "";
  return [at === document.body, ring(at), words.replace(/\\s+/g, " ").trim()];
}}"""


def focused(page: Page) -> str:
    """The words of what has the focus."""
    words: str = page.evaluate(HERE)[2]
    return words


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus begins with these words."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        nowhere, ring, found = page.evaluate(HERE)
        if nowhere:
            continue
        assert ring, f"one does not see that the focus is on “{found}”"
        if found.startswith(words):
            return
    pytest.fail(f"Tab never comes to “{words}”")


class Keys:
    """With Tab, Enter, the space bar and the arrows."""

    def press(self, what: Locator) -> None:
        """Go there, and press Enter."""
        self._go(what)
        what.page.keyboard.press("Enter")

    def write(self, into: Locator, words: str) -> None:
        """Go there, take all that stands there, and type."""
        self._go(into)
        into.page.keyboard.press("Control+A")
        into.page.keyboard.type(words)

    def choose(self, of: Locator, option: str) -> None:
        """Go there, and step through the list."""
        self._go(of)
        way = "(list, to) => [...list.options].findIndex((one) => one.label === to) - list.selectedIndex"
        for _ in range(MOST_STEPS):
            left = of.evaluate(way, option)
            if left == 0:
                return
            of.page.keyboard.press("ArrowDown" if left > 0 else "ArrowUp")
        pytest.fail(f"the arrows never come to “{option}”")

    def mark(self, what: Locator) -> None:
        """Go there; a cross is set with the space bar, one of several is stepped to."""
        self._go(what)
        for _ in range(MOST_STEPS):
            if what.is_checked():
                return
            here = what.evaluate("(one) => one === document.activeElement")
            what.page.keyboard.press("Space" if here else "ArrowDown")
        pytest.fail("the keys never choose it")

    def _go(self, where: Locator) -> None:
        where.wait_for()
        for _ in range(MOST_STOPS):
            nowhere, there, ring, found = where.evaluate(AT)
            assert nowhere or ring or not there, f"one does not see that the focus is on {found}"
            if there:
                return
            where.page.keyboard.press("Tab")
        pytest.fail(f"Tab never comes to {where}")
