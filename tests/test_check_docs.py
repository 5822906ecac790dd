"""The check of the documentation, run on pages of its own."""

from pathlib import Path

import pytest

from scripts.check_docs import look

TABLES = """# Running it

<!-- settings: made by make docs -->
<!-- /settings -->

<!-- commands: made by make docs -->
<!-- /commands -->

<!-- rights: made by make docs -->
<!-- /rights -->

<!-- endpoints: made by make docs -->
<!-- /endpoints -->

<!-- limits: made by make docs -->
<!-- /limits -->
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "Makefile").write_text("demo: ## show it\n")
    (tmp_path / "docs" / "operators.md").write_text(TABLES)
    look(tmp_path, write=True)
    assert look(tmp_path) == []
    return tmp_path


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the check sets for the command line goes with the test."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "")


def said_of(root: Path, page: str) -> str:
    (root / "README.md").write_text(page)
    return "\n".join(look(root))


def test_a_link_to_no_page_is_named(root: Path) -> None:
    assert "README.md: there is no docs/nowhere.md" in said_of(root, "[here](docs/nowhere.md)")


def test_a_link_to_no_heading_is_named(root: Path) -> None:
    assert said_of(root, "[here](docs/operators.md#running-it)") == ""
    assert "has no such heading" in said_of(root, "[here](docs/operators.md#walking-it)")


def test_links_in_code_are_no_links(root: Path) -> None:
    assert said_of(root, "```\n[here](nowhere.md)\n```\n") == ""


def test_the_tables_name_every_setting_and_command(root: Path) -> None:
    page = (root / "docs" / "operators.md").read_text()
    assert "`EVENFLOOR_PUBLIC_URL`" in page
    assert "`evenfloor key create NAME`" in page


def test_a_table_that_the_program_left_behind_is_named_and_made_anew(root: Path) -> None:
    page = root / "docs" / "operators.md"
    fresh = page.read_text()
    page.write_text(fresh.replace("EVENFLOOR_PORT", "EVENFLOOR_HARBOUR"))
    assert "is not what the program says" in "\n".join(look(root))
    look(root, write=True)
    assert page.read_text() == fresh


def test_a_page_without_the_tables_is_missed(root: Path) -> None:
    (root / "docs" / "operators.md").write_text("# Running it\n")
    assert "no page in docs/ has the table of settings" in look(root)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("evenfloor bake", "invalid choice: 'bake'"),
        ("evenfloor backup", ""),  # within a sentence, a word alone names the command
        ("evenfloor backup a.sqlite3 --quickly", "unrecognized arguments"),
        ("EVENFLOOR_PORT=9000 evenfloor serve", ""),
        ("EVENFLOOR_COLOUR=red evenfloor serve", "no setting EVENFLOOR_COLOUR"),
        ("make demo LAN=1", ""),
        ("make tea", "there is no make tea"),
    ],
)
def test_what_a_reader_would_type_is_tried(root: Path, typed: str, wrong: str) -> None:
    said = said_of(root, f"Type `{typed}`.\n")
    assert (wrong in said) if wrong else not said
