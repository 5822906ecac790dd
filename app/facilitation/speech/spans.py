"""Algebra of time spans: sorted tuples of disjoint, non-empty, half-open (start, end) in milliseconds."""

from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]


def normal(spans: Iterable[Span]) -> Spans:
    """Any spans, in any order, as sorted and disjoint ones; empty and reversed ones vanish, touching ones are
    one."""
    return joined(sorted(span for span in spans if span[0] < span[1]), 1)


def joined(spans: Iterable[Span], gap_ms: int) -> Spans:
    """Sorted spans (they may overlap), joined where the gap between them is under `gap_ms`."""
    out: list[Span] = []
    start = end = 0
    first = True
    for a, b in spans:
        if first:
            start, end, first = a, b, False
        elif a - end < gap_ms:
            end = max(end, b)
        else:
            out.append((start, end))
            start, end = a, b
    if not first:
        out.append((start, end))
    return tuple(out)


def union(a: Spans, b: Spans) -> Spans:
    """Every moment that is in one of both."""
    if not a:
        return b
    if not b:
        return a
    return joined(sorted(a + b), 1)


def common(a: Spans, b: Spans) -> Spans:
    """Every moment that is in both."""
    out: list[Span] = []
    i = j = 0
    while i < len(a) and j < len(b):
        start = a[i][0] if a[i][0] > b[j][0] else b[j][0]
        if a[i][1] < b[j][1]:
            end = a[i][1]
            i += 1
        else:
            end = b[j][1]
            j += 1
        if start < end:
            out.append((start, end))
    return tuple(out)


def without(a: Spans, b: Spans) -> Spans:
    """Every moment of `a` that is not in `b`."""
    if not a or not b:
        return a
    out: list[Span] = []
    j = 0
    for start, end in a:
        while j < len(b) and b[j][1] <= start:
            j += 1
        left, i = start, j
        while i < len(b) and b[i][0] < end:
            if b[i][0] > left:
                out.append((left, b[i][0]))
            left = b[i][1]
            i += 1
        if left < end:
            out.append((left, end))
    return tuple(out)


def clipped(spans: Spans, start: int, end: int) -> Spans:
    """The part of the spans that lies in [start, end)."""
    if not spans or (spans[0][0] >= start and spans[-1][1] <= end):
        return spans
    return tuple(
        (a if a > start else start, b if b < end else end) for a, b in spans if a < end and b > start
    )


def total_ms(spans: Iterable[Span]) -> int:
    """How long the spans last together."""
    return sum(end - start for start, end in spans)
