"""Whether a request really comes from this machine, and from a page or program that its user meant."""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

FORWARDING = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")
"""Headers of a proxy: behind one, "from this machine" says nothing about who asks."""


def is_loopback(host: str) -> bool:
    """Whether an address or host name means this machine itself."""
    try:
        address = ip_address(host)
    except ValueError:
        return host.lower().rstrip(".") == "localhost"
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def from_this_machine(peer: str | None, headers: Mapping[str, str]) -> bool:
    """Whether somebody at this machine asks.

    The peer is loopback, no proxy stands between, and it was this server that was meant: a web page from
    elsewhere can make a browser here send things, under another host's name.
    """
    if peer is None or not is_loopback(peer):
        return False
    if any(name in headers for name in FORWARDING):
        return False
    try:
        host = urlsplit(f"//{headers.get('host', '')}").hostname
    except ValueError:
        return False
    if host is None or not is_loopback(host):
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")
