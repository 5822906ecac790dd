"""Words that people wrote stay words, in Markdown and in a table."""

import csv
import io
import re
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from app.integrations.decision_markdown import plain
from app.integrations.risks_csv import FORMULAS, guarded, risks_csv
from app.wire.decision_views import DecisionsView

WRITTEN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"))


@given(st.text(max_size=60))
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    cell = guarded(text)
    assert not cell.lstrip(" ").startswith(FORMULAS)
    assert cell in (text, f"'{text}")


@given(st.lists(WRITTEN, min_size=3, max_size=3))
def test_a_table_is_read_back_as_it_was_written(words: list[str]) -> None:
    text, owner, mitigation = words
    risk: Any = {"text": text, "likelihood": 1, "impact": 2, "word": "accept"}
    risk |= {"owner": owner, "mitigation": mitigation}
    decision = {
        "statement": "It",
        "version": 1,
        "state": "x",
        "risks": {"order": ["r"], "by_id": {"r": risk}},
    }
    ledger = cast("DecisionsView", {"order": ["d"], "by_id": {"d": decision}})
    _, row = csv.reader(io.StringIO(risks_csv(ledger), newline=""))
    assert [row[3], row[7], row[8]] == [guarded(text), guarded(owner), guarded(mitigation)]


@given(st.text("ab *_`[]<>|#~-+=1.)&", max_size=30))
def test_words_in_markdown_are_neither_markup_nor_html(text: str) -> None:
    escaped = plain(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]<>|#~]", escaped)
    assert "<" not in escaped.replace(r"\<", "")
    assert re.sub(r"\\(.)", r"\1", escaped).replace("&amp;", "&") == text
