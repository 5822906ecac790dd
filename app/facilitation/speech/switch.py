"""Something that is on or off over time: presence, a role, a source's coverage, the session itself."""

from typing import NamedTuple

from app.facilitation.speech.spans import Span, Spans, union


class Switch(NamedTuple):
    """On in each of the closed spans and, when `since` is given, from then on.

    A change said for a moment holds from that moment until a change that is said later: so the value at `t`
    is the last one said, in the order of the log, for a moment at or before `t`.
    """

    spans: Spans = ()
    since: int | None = None

    def set(self, at: int, on: bool) -> "Switch":
        """The switch as said: `on` or off from `at` (which may lie in the past) until something else is
        said."""
        spans, since = self
        if since is not None:
            if since <= at:
                if on:
                    return self
                return Switch((*spans, (since, at)) if since < at else spans, None)
        elif on and (not spans or spans[-1][1] < at):
            return Switch(spans, at)
        kept: list[Span] = [span for span in spans if span[1] < at]
        reopened = spans[len(kept)][0] if len(kept) < len(spans) and spans[len(kept)][0] <= at else at
        if on:
            return Switch(tuple(kept), reopened)
        if reopened < at:
            kept.append((reopened, at))
        return Switch(tuple(kept), None)

    def either(self, other: "Switch") -> "Switch":
        """On whenever one of the two is."""
        spans = union(self.spans, other.spans)
        opened = [each.since for each in (self, other) if each.since is not None]
        if not opened:
            return Switch(spans)
        since = min(opened)
        while spans and spans[-1][1] >= since:
            since, spans = min(since, spans[-1][0]), spans[:-1]
        return Switch(spans, since)

    def at(self, moment: int) -> bool:
        """Whether it is on at a moment."""
        if self.since is not None and self.since <= moment:
            return True
        return any(start <= moment < end for start, end in reversed(self.spans))

    def within(self, start: int, end: int) -> Spans:
        """The spans in [start, end) in which it is on."""
        spans, since = self
        if since is not None and since <= start:
            return ((start, end),) if start < end else ()
        found: list[Span] = []
        if since is not None and since < end:
            found.append((since, end))
        for a, b in reversed(spans):
            if b <= start:
                break
            if a < end:
                found.append((a if a > start else start, b if b < end else end))
        found.reverse()
        return tuple(found)


OFF = Switch()
