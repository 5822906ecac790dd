"""What lasts: the append-only log, the tables that people query, and what is read from them.

Decides nothing. Only this folder speaks SQL.
"""
