"""Scoring ideas: each person for themself, in an order of their own; results to all at once, and never whose
they are.
"""
