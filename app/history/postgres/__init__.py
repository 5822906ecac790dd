"""The history in PostgreSQL: for more machines than one. Needs the extra `postgres` (asyncpg).

Nothing here knows of rooms or rules; `history` asks for it through `Log` and `Database`.
"""
