"""Breakout groups: each with a floor, a queue and a balance of its own, while the meeting of all rests."""
