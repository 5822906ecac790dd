"""Speech and balance: from what was heard of people to figures of talk, fair share and quiet.

Here live the facts of speech (`Hearing`, one immutable value), the definitions of utterance, backchannel,
turn and fair share, and the figures that follow from them. Here live no commands and events, no queue, no
nudge, no screen: they ask `Hearing` and never compute a figure of their own. Nothing here reads a clock;
times are integer milliseconds of the session's clock, spans are half-open.
"""

from app.facilitation.speech.definitions import DUE_SCALE, MIN_CHANGES, MIN_EXPECTED_MS
from app.facilitation.speech.exchanging import Alone, CutOff
from app.facilitation.speech.facts import Running
from app.facilitation.speech.figures import Figures, Lane, PersonFigures, Portion, Speaking
from app.facilitation.speech.ground import Ground, Standing
from app.facilitation.speech.hearing import Hearing
from app.facilitation.speech.sources import Source
from app.facilitation.speech.watching import Prospect, Prospects, Quiet

__all__ = [
    "DUE_SCALE",
    "MIN_CHANGES",
    "MIN_EXPECTED_MS",
    "Alone",
    "CutOff",
    "Figures",
    "Ground",
    "Hearing",
    "Lane",
    "PersonFigures",
    "Portion",
    "Prospect",
    "Prospects",
    "Quiet",
    "Running",
    "Source",
    "Speaking",
    "Standing",
]
