"""The settings of a server, read from the environment (`EVENFLOOR_…`) or a `.env` file beside it."""

import os
import secrets
import tempfile
from contextlib import suppress
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.history.location import Location, location_of

SECRET_KEY_BYTES = 32


def _name_of(host: str) -> str:
    """The name under which this machine's own browser finds a server that listens on `host`."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified or address.is_loopback:
        return "localhost"
    return f"[{host}]" if address.version == 6 else host


class Settings(BaseSettings):
    """Everything that an operator may choose. Each value has a default that works on one machine."""

    model_config = SettingsConfigDict(env_prefix="EVENFLOOR_", env_file=".env", extra="ignore")

    data_dir: Annotated[
        Path, Field(description="Folder of the SQLite file and the secret key; made when it is not there.")
    ] = Path("data")

    database_url: Annotated[
        SecretStr,
        Field(
            description="The database: a SQLite file in the data folder, unless it names PostgreSQL "
            "(`postgresql://user:password@host/evenfloor`), which needs the extra `postgres`."
        ),
    ] = SecretStr("")

    redis_url: Annotated[
        SecretStr,
        Field(
            description="Redis or Valkey (`redis://host:6379`), by which several nodes on one PostgreSQL "
            "tell each other news; needs the extra `redis`. Leave it out where one server runs."
        ),
    ] = SecretStr("")

    host: Annotated[str, Field(description="Address to listen on; 0.0.0.0 lets other machines in.")] = (
        "127.0.0.1"
    )

    port: Annotated[int, Field(ge=0, le=65535, description="Port to listen on; 0 takes a free one.")] = 8000

    public_url: Annotated[
        str,
        Field(
            description="Where people reach this server, as links and QR codes name it. Browsers give a "
            "page the microphone only over https or on localhost."
        ),
    ] = ""

    tls_cert: Annotated[Path | None, Field(description="Certificate file (PEM), to serve https.")] = None

    tls_key: Annotated[Path | None, Field(description="Private key file (PEM) of that certificate.")] = None

    forwarded_allow_ips: Annotated[
        str, Field(description="Addresses of reverse proxies whose X-Forwarded headers are believed.")
    ] = "127.0.0.1"

    create_secret: Annotated[
        SecretStr | None,
        Field(description="Whoever knows this may create rooms from other machines; on loopback anyone may."),
    ] = None

    secret_key_file: Annotated[
        Path | None,
        Field(description="File of the key that signs tokens; made once in the data folder."),
    ] = None

    log_level: Annotated[
        Literal["critical", "error", "warning", "info", "debug"],
        Field(description="How much the server tells."),
    ] = "info"

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.tls_cert is None) != (self.tls_key is None):
            raise ValueError("EVENFLOOR_TLS_CERT and EVENFLOOR_TLS_KEY belong together: set both or neither.")
        for file in (self.tls_cert, self.tls_key):
            if file is not None and not file.is_file():
                raise ValueError(f"There is no file {file}.")
        _ = self.database  # a URL that names nothing is told now, not at the first request
        self._check_redis()
        if not self.public_url:
            self.public_url = f"{'https' if self.tls_cert else 'http'}://{_name_of(self.host)}:{self.port}"
        if not self.public_url.startswith(("http://", "https://")):
            raise ValueError("EVENFLOOR_PUBLIC_URL must begin with http:// or https://.")
        self.public_url = self.public_url.rstrip("/")
        return self

    def _check_redis(self) -> None:
        url = self.redis_url.get_secret_value()
        if not url:
            return
        if not url.startswith(("redis://", "rediss://", "unix://")):
            raise ValueError("EVENFLOOR_REDIS_URL must look like redis://host:6379 (rediss:// with TLS).")
        if find_spec("redis") is None:
            raise ValueError(
                "EVENFLOOR_REDIS_URL names Redis, and this installation has no client for it. "
                "Install evenfloor[redis]."
            )
        if isinstance(self.database, Path):
            raise ValueError(
                "EVENFLOOR_REDIS_URL is for several nodes, which share a PostgreSQL: "
                "set EVENFLOOR_DATABASE_URL too."
            )

    @property
    def database(self) -> Location:
        """Where the history is. Raises ValueError with a sentence for the operator."""
        url = self.database_url.get_secret_value()
        return location_of(url) if url else self.data_dir / "evenfloor.sqlite3"

    def read_secret_key(self) -> bytes:
        """The key that signs tokens: 32 random bytes, made at the first call and kept for all later ones.

        Raises PermissionError when somebody else could read it.
        """
        file = self.secret_key_file or self.data_dir / "secret.key"
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            # Whole or not at all: another node that starts now may find it here.
            with tempfile.NamedTemporaryFile("w", dir=file.parent, prefix=".secret-") as made:
                made.write(secrets.token_hex(SECRET_KEY_BYTES) + "\n")
                made.flush()
                os.fsync(made.fileno())
                with suppress(FileExistsError):
                    os.link(made.name, file)
        if file.stat().st_mode & 0o077:
            raise PermissionError(f"Others can read {file}: run chmod 600 {file}.")
        return bytes.fromhex(file.read_text().strip())
