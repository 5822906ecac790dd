import re
from pathlib import Path

import pytest

from app.facilitation import refusals
from app.wire.codes import CODES, status_of

APP = Path(__file__).resolve().parents[2] / "app"
_REFUSALS = re.compile(r"""(?:Refused|Malformed|Problem|Unreadable)\(\s*f?"([a-z_]+)",""")


def test_every_refusal_of_the_core_is_listed() -> None:
    assert set(refusals.CODES) <= set(CODES)


def test_every_code_in_the_program_is_listed() -> None:
    used = {
        (code, file.name)
        for file in APP.rglob("*.py")
        for code in _REFUSALS.findall(file.read_text(encoding="utf-8"))
    }
    assert len(used) > 20, "the pattern no longer finds the refusals"
    assert {(code, file) for code, file in used if code not in CODES} == set()


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_sentence_and_a_status(code: str) -> None:
    assert CODES[code].meaning.endswith((".", "`."))
    assert 400 <= status_of(code) <= 599


def test_a_code_that_is_not_listed_is_a_mistake_of_ours() -> None:
    assert status_of("no_such_code") == 500
