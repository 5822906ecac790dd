"""Who leads: the facilitators, or the group itself (a session in self-facilitated mode).

The mode is one that a session is put in, by a facilitator or by people who say yes to an offer, and never
inferred from a lost connection. Here live how it begins and ends, and what everybody sees of it. What anybody
of the group may do meanwhile stands in `rights`; what nudges say to it, in each kind's own file.
"""
