"""Decisions: the ledger of what was chosen and what it costs whom, from the draft to the review.

An accepted version is never edited: what comes later (late words, their answers, a review) stands beside it,
and another decision is another version.
"""
