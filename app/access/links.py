"""The addresses that lead into a room, to a device's page or to a ledger. Secrets stand behind the `#`:
browsers never send that part, so no server, proxy or referrer writes it down.
"""

from app.history.codes import shown_code


def facilitator_link(public_url: str, room_id: str, secret: str) -> str:
    """The link of a room's facilitators."""
    return f"{public_url}/f/{room_id}#{secret}"


def join_link(public_url: str, code: str) -> str:
    """The link that a QR code holds, for everybody else."""
    return f"{public_url}/j/{shown_code(code)}"


def device_link(public_url: str, device_id: str, secret: str) -> str:
    """The link of a shared screen or a helper's phone."""
    return f"{public_url}/d/{device_id}#{secret}"


def ledger_link(public_url: str, link_id: str, secret: str) -> str:
    """The public link of "You said, we did"."""
    return f"{public_url}/y/{link_id}#{secret}"


def contact_link(public_url: str, link_id: str, secret: str) -> str:
    """The link of the contact for concerns; it opens once."""
    return f"{public_url}/c/{link_id}#{secret}"
