"""What people write, as it will stand on every screen: an idea, a reason, a note, a line of a decision."""

from app.facilitation.refusals import Refused
from app.facilitation.unseen import seen, without_controls
from app.facilitation.words import LONGEST_SENTENCES


def sentences(text: str, longest: int = LONGEST_SENTENCES) -> str:
    """The text in one paragraph, without characters that cannot be seen, of so many characters at most.

    Raises Refused (`text_empty`, `text_too_long`).
    """
    proper = " ".join(without_controls(text, keep="\n\r\t").split())
    if not seen(proper).strip():
        raise Refused("text_empty", "Please write something first.")
    if len(proper) > longest:
        raise Refused("text_too_long", f"Please say it in {longest} characters or fewer.")
    return proper


def sentences_if_any(text: str, longest: int = LONGEST_SENTENCES) -> str:
    """The same of what may be left out: of nothing but spaces it is empty. Raises as `sentences`."""
    return sentences(text, longest) if text.strip() else ""
