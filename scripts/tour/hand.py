"""How somebody works a page. Whoever tells a journey says what is pressed; how, is theirs to choose."""

from typing import Protocol

from playwright.sync_api import Locator, expect


class Hand(Protocol):
    """A way to work a page."""

    def press(self, what: Locator) -> None:
        """Press a button, a link, or a choice that is a button."""

    def write(self, into: Locator, words: str) -> None:
        """Write into a field, over what stands there."""

    def choose(self, of: Locator, option: str) -> None:
        """Choose from a list by the words that one reads."""

    def mark(self, what: Locator) -> None:
        """Set a cross, or choose one of several."""


class Pointer:
    """With a mouse or a finger."""

    def press(self, what: Locator) -> None:
        """A click."""
        what.click()

    def write(self, into: Locator, words: str) -> None:
        """The words, at once."""
        into.fill(words)

    def choose(self, of: Locator, option: str) -> None:
        """By its words."""
        of.select_option(label=option)

    def mark(self, what: Locator) -> None:
        """A click on what is not yet chosen; it is when the page says so."""
        if not what.is_checked():
            what.click()
        expect(what).to_be_checked()


POINTER: Hand = Pointer()
