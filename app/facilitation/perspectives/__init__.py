"""Perspectives: what kind of experience people say they bring, and what follows from it. Self-declared, never
guessed; what a few said is in no figure.
"""
