"""`python -m app.cli`, where the script `evenfloor` is not on the path."""

from app.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
