"""Simulated meetings: people who talk as recorded ones do, and answer nudges as the literature measured.

They act on a session by commands alone, like anybody else. No rule of facilitation lives here, and no number
that is not in `parameters`, with its source and whether it was measured or is assumed.
"""
