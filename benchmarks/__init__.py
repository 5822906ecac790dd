"""Measurements as ratios within one run, bounded in count and time, on loopback alone."""
