"""The words of an idea, as they will stand on every screen."""

import unicodedata

from app.facilitation.refusals import Refused
from app.facilitation.words import LONGEST_SENTENCES

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def sentences(text: str, longest: int = LONGEST_SENTENCES) -> str:
    """The text in one paragraph, without characters that cannot be seen, of so many characters at most.

    Raises Refused (`text_empty`, `text_too_long`).
    """
    seen = "".join(
        " " if c in "\n\r\t" else c
        for c in unicodedata.normalize("NFC", text)
        if c in "\n\r\t" or unicodedata.category(c) not in _UNSEEN
    )
    proper = " ".join(seen.split())
    if not proper:
        raise Refused("text_empty", "Please write something first.")
    if len(proper) > longest:
        raise Refused("text_too_long", f"Please say it in {longest} characters or fewer.")
    return proper
