"""The check of the documentation, run on pages of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TABLES = """# Running it

<!-- settings: made by make docs -->
<!-- /settings -->

<!-- commands: made by make docs -->
<!-- /commands -->
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "Makefile").write_text("demo: ## show it\n")
    (tmp_path / "docs" / "operators.md").write_text(TABLES)
    assert check(tmp_path, "--write").returncode == 0
    return tmp_path


def check(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts.check_docs", "--root", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def said_of(root: Path, page: str) -> str:
    (root / "README.md").write_text(page)
    found = check(root)
    assert found.returncode == (1 if found.stderr else 0)
    return found.stderr


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
    assert "is not what the program says" in check(root).stderr
    assert check(root, "--write").returncode == 0
    assert page.read_text() == fresh


def test_a_page_without_the_tables_is_missed(root: Path) -> None:
    (root / "docs" / "operators.md").write_text("# Running it\n")
    assert "no page in docs/ has the table of settings" in check(root).stderr


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
