"""A key goes to the server that it was given for, and to no other."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from app.integrations.client import Api, ClientError


@contextmanager
def answering(location: str | None = None) -> Iterator[tuple[str, list[str | None]]]:
    """A server that sends everybody on, or answers: its address, and the keys that it was shown."""
    shown: list[str | None] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            shown.append(self.headers["Authorization"])
            self.send_response(200 if location is None else 302)
            self.send_header("Content-Length", "2")
            if location is not None:
                self.send_header("Location", location)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the terminal."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", shown
        finally:
            server.shutdown()
            thread.join()


def test_a_key_is_not_carried_to_where_a_server_points() -> None:
    with (
        answering() as (elsewhere, shown_there),
        answering(f"{elsewhere}/api/v1/rooms") as (url, shown),
        pytest.raises(ClientError),
    ):
        Api(url, "the-key").call("GET", "/rooms")
    assert (shown, shown_there) == (["Bearer the-key"], [])
