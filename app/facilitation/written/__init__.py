"""Written contributions: what somebody types instead of saying it. It waits in the queue beside those who
speak, and is a voice like theirs.
"""
