"""Ways in and out for other programs: importers, replays, adapters and exports.

They use the doors that everybody uses; nothing here has a way of its own into a session.
"""
