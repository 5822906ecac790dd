"""Links that a command makes: their id is in the log, their secret is shown once and kept hashed."""

from collections.abc import Callable

from app.api.callers import Call
from app.api.qr import qr_rows
from app.facilitation.commands import Command
from app.facilitation.ids import CommandId
from app.facilitation.refusals import Refused
from app.history import credentials


async def made_link(
    calling: Call,
    command: Command,
    applied_as: CommandId,
    kind: credentials.Kind,
    link_of: Callable[[str, str, str], str],
    scope: str = "",
) -> tuple[str, dict[str, object]]:
    """The id that the command made, and its link with the rows of a QR code.

    `link_of` takes the public URL, the id and the secret. Raises Refused (`outcome_unknown` where the command
    was applied before and its secret is gone).
    """
    context, session_id = calling.context, calling.session_id
    made = (await calling.give(command, applied_as)).made
    if made is None:
        raise Refused("outcome_unknown", "Whether the link was made cannot be told now. Try again.")
    secret = await credentials.issue(context.database, session_id, kind, made, scope=scope, now=context.now())
    link = link_of(context.settings.public_url, made, secret)
    return made, {"link": link, "qr": qr_rows(link)}
