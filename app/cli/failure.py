"""How a command fails: with one sentence that says what happened and what to do."""


class Failure(Exception):
    """Printed as `evenfloor: …`; the exit code is 1."""
