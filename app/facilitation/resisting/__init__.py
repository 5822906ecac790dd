"""Asking how hard each option would be to live with, and what people would need to come along."""
