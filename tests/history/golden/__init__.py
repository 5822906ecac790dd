"""Logs of every release, kept for ever, and what each meant: every later release has to read the same from
them.

`python -m tests.history.golden` writes those of this release. Once a release is out, its files are never
written again.
"""
