"""The settings of a server: what the environment says, what it may not say, and the key that signs tokens."""

import stat
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from app.history.location import PostgresAddress
from app.settings import Settings


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"EVENFLOOR_{name.upper()}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_environment_sets_what_a_server_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EVENFLOOR_DATA_DIR", str(tmp_path / "there"))
    monkeypatch.setenv("EVENFLOOR_PORT", "9001")
    settings = Settings()
    assert settings.database == tmp_path / "there" / "evenfloor.sqlite3"
    assert settings.public_url == "http://localhost:9001"


def test_every_setting_is_explained() -> None:
    unexplained = [name for name, field in Settings.model_fields.items() if not field.description]
    assert unexplained == []


def test_a_named_host_stands_in_the_links() -> None:
    assert Settings(host="10.1.2.3").public_url == "http://10.1.2.3:8000"
    assert Settings(host="0.0.0.0").public_url == "http://localhost:8000"
    assert Settings(host="2001:db8::1").public_url == "http://[2001:db8::1]:8000"


def test_a_certificate_makes_the_links_https(tmp_path: Path) -> None:
    for name in ("cert.pem", "key.pem"):
        (tmp_path / name).write_text("-")
    settings = Settings(tls_cert=tmp_path / "cert.pem", tls_key=tmp_path / "key.pem", host="meet.example.org")
    assert settings.public_url == "https://meet.example.org:8000"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"tls_cert": "cert.pem"}, "belong together"),
        ({"tls_cert": "cert.pem", "tls_key": "key.pem"}, "There is no file"),
        ({"database_url": "mysql://localhost/evenfloor"}, "must name a SQLite file .* or a PostgreSQL"),
        ({"database_url": "sqlite:///"}, "must name a SQLite file"),
        ({"public_url": "meet.example.org"}, "must begin with http"),
        ({"port": 70_000}, "less than or equal to 65535"),
        ({"log_level": "loud"}, "'critical', 'error'"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_reason(wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        Settings(**wrong)  # type: ignore[arg-type]


def test_a_database_is_named_by_its_url() -> None:
    assert Settings(database_url="sqlite:////srv/e.sqlite3").database == Path("/srv/e.sqlite3")
    url = "postgresql://ana:open-sesame@db.example/evenfloor"
    settings = Settings(database_url=url)
    assert settings.database == PostgresAddress(url)
    assert "sesame" not in f"{settings!r} {settings.database} {settings.database!r}"


def test_redis_goes_with_postgresql_and_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    url, database = "redis://:sesame@cache.example", "postgresql://db.example/evenfloor"
    assert "sesame" not in repr(Settings(redis_url=url, database_url=database))
    with pytest.raises(ValidationError, match="share a PostgreSQL"):
        Settings(redis_url=url)
    with pytest.raises(ValidationError, match="must look like redis://"):
        Settings(redis_url="cache.example", database_url=database)
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ValidationError, match=r"Install evenfloor\[redis\]"):
        Settings(redis_url=url, database_url=database)


def test_postgresql_without_its_extra_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    with pytest.raises(ValidationError, match=r"Install evenfloor\[postgres\]"):
        Settings(database_url="postgresql://localhost/evenfloor")


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "new")
    key = settings.read_secret_key()
    assert len(key) == 32
    assert settings.read_secret_key() == key
    assert stat.S_IMODE((tmp_path / "new" / "secret.key").stat().st_mode) == 0o600
    assert Settings(data_dir=tmp_path / "other").read_secret_key() != key


def test_a_secret_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    settings.read_secret_key()
    (tmp_path / "secret.key").chmod(0o644)
    with pytest.raises(PermissionError, match="chmod 600"):
        settings.read_secret_key()


def test_the_create_secret_is_not_shown_in_logs() -> None:
    assert "open sesame" not in repr(Settings(create_secret="open sesame"))
