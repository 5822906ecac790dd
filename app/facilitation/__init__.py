"""The core: what a session is, and what a command makes of it.

Pure: no input or output, no clock, no chance, no framework, and nothing of the other folders.
"""
