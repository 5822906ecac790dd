"""Evenfloor: a facilitation server for hybrid meetings.

Each folder is a layer and its first line says what lives there; a layer knows only those below it.
"""
