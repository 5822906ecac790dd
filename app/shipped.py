"""Where the files lie that the program needs besides its modules: the screens and the migrations."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The file or folder `name` (`frontend`, `alembic`) of the checkout or the wheel.

    Raises FileNotFoundError where the installation is not whole.
    """
    for place in (PACKAGE / "shipped_files", PACKAGE.parent):
        if (place / name).exists():
            return place / name
    raise FileNotFoundError(f"{name} is missing from this installation of Evenfloor; install it again.")
