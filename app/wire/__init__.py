"""How the core speaks to the outside: codecs, frames, patches and the generated schema.

No socket, no database, and no rule of facilitation.
"""
