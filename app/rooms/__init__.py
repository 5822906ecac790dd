"""The live shell: sockets, actors and frames around the core.

What a rule decides, or how a row is stored, may not live here.
"""
