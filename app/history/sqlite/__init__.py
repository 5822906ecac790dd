"""The history in one SQLite file: what runs unless an operator says otherwise.

Nothing here knows of rooms or rules; `history` asks for it through `Log` and `Database`.
"""
