"""Consensus checks: where everybody stands, told in words and counts, never as a mean."""
