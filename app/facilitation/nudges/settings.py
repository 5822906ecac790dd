"""The numbers of nudging, each with where it comes from; one value holds them all."""

from dataclasses import dataclass

MINUTE_MS = 60_000
HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What the rules ask for and how often they may speak. Times in ms; shares and ratios of 1."""

    start_ms: int = 10 * MINUTE_MS
    """No balance nudge before this much of a session: early figures are mostly chance."""
    measured_share: float = 0.8
    """Under this part of people measured, shares mislead: whoever is not heard looks quiet."""

    quiet_each_ms: int = MINUTE_MS
    """Quiet for this long for each person counted means that one fair share has passed without them."""
    quiet_least_ms: int = 4 * MINUTE_MS
    """Shorter quiet is normal in any meeting (AMI corpus, 170 meetings: most people have a spell of over a
    minute)."""
    quiet_most_ms: int = 15 * MINUTE_MS
    """The cap: in a group of 30 nobody should be waited for longer. With these three and `quiet_ratio` the
    rule spoke 2.6 times an hour on 170 recorded meetings."""
    quiet_ratio: float = 0.5
    """Under half a fair share over the session. A bare length of quiet would speak 1.6 times as often."""
    quiet_expected_ms: int = MINUTE_MS
    """A ratio of a smaller fair share than this swings with a single sentence."""
    invited_again_ms: int = 20 * MINUTE_MS
    """Who was invited is left in peace for the agenda item, and without an agenda for this long."""
    quiet_cooldown_ms: int = 10 * MINUTE_MS

    window_ms: int = 10 * MINUTE_MS
    """Taking over is a matter of the last while, not of the session."""
    dominant_two: float = 0.70
    """Of two people's talk. A ratio over 2 cannot happen with two people, so dominance is a share."""
    dominant_three: float = 0.55
    dominant_fair_shares: float = 2.0
    """From four people on: twice a fair share …"""
    dominant_least: float = 0.30
    """… but never under this: in large groups somebody normally has twice a fair share."""
    dominant_talk_ms: int = 3 * MINUTE_MS
    dominant_other_ratio: float = 0.5
    """Somebody waits with a hand up or is under half a fair share of the same window: else it harms nobody.
    Shared displays calm who talks most and hardly move the quiet (DiMicco, Pandolfo & Bender 2004, DOI
    10.1145/1031607.1031713)."""
    dominant_other_expected_ms: int = MINUTE_MS
    dominant_forward_ms: int = 2 * MINUTE_MS
    """The person is told privately first; facilitators only if it then held throughout."""
    dominant_cooldown_ms: int = 20 * MINUTE_MS

    long_turn_ms: int = 2 * MINUTE_MS
    """Where anyone may speak and no turn has a limit. In 12 meetings of the AMI corpus .7 stretches an hour
    were longer."""
    long_gap_ms: int = 3_000
    """Whoever pauses for longer has left room for others: a new stretch begins."""

    waiting_open_ms: int = 3 * MINUTE_MS
    """Where anyone may speak, who raises a hand has found no way in."""
    waiting_queue_ms: int = 10 * MINUTE_MS
    """In a queue waiting is normal, and everybody sees their place."""

    cut_off_times: int = 4
    """In the window; .9 an hour in meetings of the AMI corpus, where three in ten minutes are 2.5 an hour."""

    group_ratio: float = 0.5
    """Of a place or a perspective, as of a person."""

    dead_air_ms: int = 20_000
    """.8 an hour in meetings of the AMI corpus; 10 s of silence come 4.2 times, and people need them."""

    chair_share: float = 0.25
    """Of all talk. [ours]: we know of no measured threshold; the first meetings should say."""
    chair_talk_ms: int = MINUTE_MS
    """Less than this is a sentence of welcome, whatever share of a silent room it is."""

    break_ms: int = 45 * MINUTE_MS
    break_supported_ms: int = 25 * MINUTE_MS
    """With an interpreter or another supporter here: interpreting is work that tires within half an hour."""

    pushing_times: int = 3
    """So often the talk comes to the same idea. Twice is a talk and its second round."""

    item_grace_ms: int = 0
    """How long an item may be over its time before that is said."""

    cooldown_ms: int = 10 * MINUTE_MS
    """One subject and kind not again within this time, where the kind has no other."""

    apart_ms: int = 90_000
    """One new nudge to facilitators, and one private one to a person, in this time: attention is short."""
    facilitators_an_hour: int = 8
    """A ceiling, which a room may lower."""
    private_an_hour: int = 4
    longest_hush_ms: int = 24 * HOUR_MS
    longest_snooze_ms: int = HOUR_MS

    enough_cases: int = 10
    """Fewer un-nudged cases than this are too few to say a rate."""
    late_ms: int = 30_000
    """Speech reported this long after it ended is an import or a client that was offline: it fires nothing.
    """

    def quiet_threshold_ms(self, people: int) -> int:
        """How long a quiet is asked for among so many counted people."""
        return min(self.quiet_most_ms, max(self.quiet_least_ms, self.quiet_each_ms * people))

    def dominant_limit(self, people: int) -> float:
        """The share of the window's talk above which one voice takes over, for two people or more."""
        if people == 2:
            return self.dominant_two
        if people == 3:
            return self.dominant_three
        return max(self.dominant_fair_shares / people, self.dominant_least)


THRESHOLDS = Thresholds()

WITHIN_MS = (30_000, 180_000)
"""An effect is looked for within these times. The first is that of a study in which private nudges raised
requests to speak by 65 % (arXiv:2408.11936); of people quiet for 5 to 10 minutes 20 % and 68 % come by
themselves (12 AMI meetings)."""
