"""What was: the append-only log of every session, the catalogue of rooms, the tables made from the log, and
their care.

Here live the storage (SQLite), its migrations, projection, rebuild, backup and the lifting of old event
versions. Nothing here decides what happens in a session (that is `facilitation`), and nothing here knows of
sockets, requests or tokens.
"""
