"""Who was sent out, and the end of a meeting: the last pages and the report."""

from collections.abc import Iterator

from scripts.tour.acts import button, heading, text
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR, Stage


def after(stage: Stage, server: Server) -> Iterator[Shown]:
    """From taking somebody out to the report."""
    meeting, page = stage.meeting, stage.console.page
    meeting.do("participant.remove", participant=meeting.id_of("Kit Lowe"), keep_out=True)
    heading(stage.kit.page, "A facilitator took you out of this meeting").wait_for()
    yield Shown("phone-removed", stage.kit.page, PHONE)
    text(page, "Taken out of this meeting").wait_for()
    yield Shown("console-removed", page, DESK)
    meeting.passes(30)
    meeting.do("session.end")
    heading(stage.tom.page, "The meeting has ended").wait_for()
    yield Shown("phone-ended", stage.tom.page, PHONE)
    heading(page, "The meeting has ended").wait_for()
    yield Shown("console-ended", page, DESK)
    heading(stage.screen.page, "The meeting has ended").wait_for()
    yield Shown("screen-ended", stage.screen.page, PROJECTOR)
    heading(stage.helper.page, "The meeting has ended").wait_for()
    yield Shown("helper-ended", stage.helper.page, PHONE)
    button(page, "QR and links").click()
    button(page, "Take back: Helper's phone").click()
    heading(stage.helper.page, "This device's link was taken back").wait_for()
    yield Shown("helper-revoked", stage.helper.page, PHONE)
    for one, reader in ((page, "facilitator"), (stage.lena.page, "participant")):
        one.goto(f"{server.url}/r/{meeting.session_id}")
        heading(one, "Who spoke when").wait_for()
        yield Shown(f"report-{reader}", one, DESK if reader == "facilitator" else PHONE)
