"""Who is at the door: links, codes, tokens, keys and limits.

What somebody may do once they are inside is for the core to say.
"""
