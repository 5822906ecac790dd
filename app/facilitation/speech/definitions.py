"""The numbers of speech and balance, each with its reason; all times are integer milliseconds.

500 ms and 1 s are the definitions of the reference figures for recorded meetings. They were kept after a look
at 12 meetings of the AMI corpus: the median backchannel lasts .37 s, nine in ten under .75 s, and a third of
all changes of speaker come with a gap of over half a second.
"""

from math import lcm

JOIN_GAP_MS = 500
"""Two stretches of one person's speech with a shorter gap are one utterance; the gap then counts as talk."""

SETTLE_MS = JOIN_GAP_MS
"""An utterance is settled this long after its end: nothing that follows can be joined to it any more."""

BACKCHANNEL_MS = 1_000
"""A shorter utterance wholly inside somebody else's is a backchannel ("mm", "yes"): neither talk nor a
turn."""

LIVE_LATENESS_MS = 5_000
"""Live clients may say that something began or ended up to this long ago; anything older is late."""

CHECKPOINT_BEHIND_MS = 7_000
"""How far behind `now` the checkpoint stands. Live facts are at most LIVE_LATENESS_MS old, and what was said
before a moment H is classified by facts before H + FINAL_AFTER_MS alone, so nothing live can change what is
settled."""

TIE_MS = 1_500
"""Of two utterances that begin in the same millisecond the shorter is first; from this length on they are
equal, so that who came first is known soon after, and is then ordered by id."""

FINAL_AFTER_MS = TIE_MS + JOIN_GAP_MS
"""Facts from this long after a moment on cannot change how utterances that began before it are joined,
classified (by their first second) or ordered (by their first 1.5 s)."""

TAIL_MS = 15_000
"""Who asks for figures moves the checkpoint when it is this far behind: often enough for short tails, seldom
enough to cost little. The next question, and the next Hearing, start from there."""

STRIDE_MS = 300_000
"""Where nobody asks (a replay of the log) it is moved this seldom, and by steps of this length: each leaves a
checkpoint to come back to."""

MIN_EXPECTED_MS = 15_000
"""No ratio to the fair share before this much was due: a single short turn would swing it."""

MIN_CHANGES = 20
"""No room index is shown before this many changes of speaker: chance alone makes even groups look uneven."""

DUE_SCALE: int = lcm(*range(1, 101))
"""Fair shares k/n are summed as integers in units of 1/DUE_SCALE ms: exact for every n up to 100 counted
people, and above it 30 decimal places finer than a millisecond. Sums are thereby the same whatever the order
of events."""

NEVER = -(1 << 62)
"""Before all time."""

ALWAYS = 1 << 62
"""After all time."""
