"""Characters that nobody sees: a name that differs in them alone passes for somebody else's, and words made
of them alone say nothing.
"""

import unicodedata

_CONTROLS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Categories of Unicode that leave no mark, among them those that turn the direction of what follows."""

_JOINERS = "\u200c\u200d"
"""They decide how the letters beside them are drawn: Persian spells with one, many languages of India with
both, and pictures of people are put together by them.
"""

_BLANK = frozenset(
    chr(code)
    for codes in (
        map(ord, _JOINERS),
        (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0),
        range(0x180B, 0x1810),
        range(0xFE00, 0xFE10),
        range(0xE0100, 0xE01F0),
    )
    for code in codes
)
"""Letters and marks that are drawn as nothing (Unicode's `Default_Ignorable_Code_Point`, but for what is
always taken out), and the empty pattern of Braille. Some say how the sign before them is to be drawn.
"""


def without_controls(text: str, keep: str = "") -> str:
    """The text as it may stand on a screen, composed (NFC); joiners and the controls of `keep` stay."""
    composed = unicodedata.normalize("NFC", text)
    keep += _JOINERS
    return "".join(c for c in composed if c in keep or unicodedata.category(c) not in _CONTROLS)


def seen(text: str) -> str:
    """What of the text can be seen."""
    return "".join(c for c in text if c not in _BLANK)
