"""Nudges: rules that notice when a voice goes quiet or one takes over, and what became of what they said."""
