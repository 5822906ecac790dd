import pytest

from app.access.loopback import FORWARDING, from_this_machine

LOCAL = {"host": "localhost:8000"}


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_a_program_at_this_machine_is_from_this_machine(peer: str) -> None:
    assert from_this_machine(peer, LOCAL)
    assert from_this_machine(peer, {"host": "127.0.0.1:8000", "origin": "http://127.0.0.1:8000"})
    assert from_this_machine(peer, {"host": "[::1]:8000"})


@pytest.mark.parametrize("peer", [None, "", "192.0.2.7", "2001:db8::1", "::ffff:192.0.2.7", "testclient"])
def test_another_peer_is_not(peer: str | None) -> None:
    assert not from_this_machine(peer, LOCAL)


@pytest.mark.parametrize("name", FORWARDING)
def test_behind_a_proxy_loopback_says_nothing(name: str) -> None:
    assert not from_this_machine("127.0.0.1", {**LOCAL, name: "127.0.0.1"})


@pytest.mark.parametrize(
    "host", ["rebound.example", "localhost.example", "", "192.0.2.7", "127.0.0.1.example"]
)
def test_a_page_under_another_hosts_name_is_not(host: str) -> None:
    assert not from_this_machine("127.0.0.1", {"host": host})


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://localhost:9000"])
def test_a_page_from_elsewhere_is_not(origin: str) -> None:
    assert not from_this_machine("127.0.0.1", {**LOCAL, "origin": origin})
