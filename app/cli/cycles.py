"""How often Python looks for cycles in what the core makes."""

import gc

SELDOM = (50_000, 20, 20)
"""Python's thresholds for looking for cycles. A live session is made of small immutable objects without
cycles, thousands for each command, all freed by counting. With Python's own thresholds (700, 10, 10) going
through all of them again and again took a quarter of a busy server's time. What does have cycles (an error's
traceback, a closed connection) waits a little longer."""


def look_seldom() -> None:
    """Look for cycles seldom from now on, and never again in what is there by now (what was imported stays
    for ever)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
