"""Nudges: rules that notice when a voice goes quiet or one takes over, and what became of what they said.

A rule is a file that says when it holds and what it offers; `registry` lists them. What they share lives here
too: when to look, the dose, the life of a nudge, its effect and the un-nudged rate. Here live no wording
(screens have a catalogue) and no figures of their own (`speech` makes them).
"""
