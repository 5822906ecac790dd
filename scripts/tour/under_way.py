"""A meeting of fourteen under way: turns, hands, nudges, open talk, lost connections."""

import re
from collections.abc import Iterator

from scripts.tour.acts import button, close_dialog, heading, text
from scripts.tour.meeting import SEATED
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR, Stage


def turns(stage: Stage) -> Iterator[Shown]:
    """In queue mode, from the first silence to somebody who is on the floor beyond their limit."""
    meeting, tom, lena, kit = stage.meeting, stage.tom.page, stage.lena.page, stage.kit.page
    heading(lena, "We haven't started yet").wait_for()
    yield Shown("phone-planned-many", lena, PHONE)
    heading(stage.console.page, "Ready to start?").wait_for()
    yield Shown("console-planned", stage.console.page, DESK)
    meeting.do("session.open")
    text(tom, "Nobody has the floor right now.").wait_for()
    yield Shown("phone-nobody-speaks", tom, PHONE)
    text(stage.console.page, "Nobody has the floor").wait_for()
    yield Shown("console-nobody-speaks", stage.console.page, DESK)
    heading(stage.screen.page, "The floor is free").wait_for()
    yield Shown("screen-nobody-speaks", stage.screen.page, PROJECTOR)
    text(stage.helper.page, "Tap who speaks").wait_for()
    yield Shown("helper", stage.helper.page, PHONE)
    button(kit, "Raise my hand").click()
    text(kit, "You are next").wait_for()
    yield Shown("phone-hand-next", kit, PHONE)
    meeting.passes(5)
    button(tom, "Raise my hand").click()
    text(tom, "You are 2nd").wait_for()
    button(tom, "why?").click()
    yield Shown("phone-hand-second", tom, PHONE)
    button(tom, "why?").click()
    button(tom, "Lower my hand").click()
    button(tom, "Raise my hand").wait_for()
    button(kit, "Not yet: let others go first").click()
    text(kit, "Your place is kept").wait_for()
    yield Shown("phone-hand-not-ready", kit, PHONE)
    button(kit, "Lower my hand").click()
    button(kit, "Raise my hand").wait_for()
    for name in SEATED[:6]:
        meeting.gives_floor(name)
        meeting.passes(55)
    meeting.gives_floor("Kit Lowe")
    meeting.passes(42)
    heading(kit, "You have the floor").wait_for()
    kit.reload()  # a driven clock that moves while nothing happens is told with the next welcome
    # A page lets a driven clock run on for up to 20 s past what it was told.
    kit.get_by_role("timer").filter(has_text=re.compile(r"0:[45]\d|1:0\d")).wait_for()
    yield Shown("phone-floor", kit, PHONE)
    for name in SEATED[6:]:
        meeting.gives_floor(name)
        meeting.passes(50)
    meeting.gives_floor("Lena Fox")
    meeting.passes(240)
    lena.reload()
    lena.get_by_text("Your time of 2 minutes is over.").wait_for()
    yield Shown("phone-floor-over", lena, PHONE)
    stage.screen.page.reload()
    text(stage.screen.page, "over 2 minutes").wait_for()
    yield Shown("screen-over", stage.screen.page, PROJECTOR)


def queue_and_nudges(stage: Stage) -> Iterator[Shown]:
    """Hands are up, somebody talks a lot, and Tom has not spoken."""
    meeting, page, tom, lena = stage.meeting, stage.console.page, stage.tom.page, stage.lena.page
    for name in (
        "Ben Cole",
        "Maximiliana von Hohenstein-Oberlandquart",
        "יעל כהן-לוי",
        "Nguyễn Thị Minh Khai",
    ):
        meeting.raises_hand(name)
        meeting.passes(5)
    button(lena, "I'm done").wait_for()
    meeting.gives_floor("Amina Yusuf")
    meeting.passes(70)
    # The note about her long turn goes with the turn.
    text(lena, "A note for you").nth(1).wait_for(state="detached")
    text(lena, "A note for you").wait_for()
    yield Shown("phone-note", lena, PHONE)
    button(lena, "Open").click()
    button(lena, "Thank you").wait_for()
    yield Shown("phone-note-open", lena, PHONE)
    button(lena, "Thank you").click()
    button(lena, "Thank you").wait_for(state="detached")
    button(page, "See what could help").wait_for()
    yield Shown("console-calm", page, DESK)
    yield Shown("screen-queue", stage.screen.page, PROJECTOR)
    yield Shown("helper-queue", stage.helper.page, PHONE)
    button(page, "See what could help").click()
    button(page, "why?").click()
    yield Shown("console-nudge-why", page, DESK)
    page.reload()  # lanes come every few seconds of wall time, and here minutes passed in one
    panels = page.get_by_role("navigation", name="Panels")
    panels.get_by_role("button", name="People").click()
    panels.get_by_role("button", name="Last 10 minutes").click()
    heading(page, "People").wait_for()
    yield Shown("console-full", page, DESK, (DESK, (768, 1024), (1920, 1080)))
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    tabs = page.get_by_role("navigation", name="Parts of this page")
    for name in ("People", "Nudges"):
        tabs.get_by_role("button", name=name).click()
        yield Shown(f"console-tab-{name.lower()}", page, PHONE, (PHONE,))
    tabs.get_by_role("button", name="Floor").click()
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    button(page, "Ask privately").click()
    text(tom, "Would you like to add something?").wait_for()
    yield Shown("phone-invitation", tom, PHONE)


def dialogs(stage: Stage) -> Iterator[Shown]:
    """What a facilitator opens over the console."""
    page = stage.console.page
    people = page.locator("section", has=heading(page, "People"))
    button(people, "Ben Cole").click()
    yield Shown("console-person", page, DESK)
    button(page, "That was not Ben Cole").click()
    yield Shown("console-correct", page, DESK)
    close_dialog(page)
    button(people, "Ben Cole").click()
    button(page, "Stands here twice…").click()
    page.get_by_label("Who is Ben Cole, too?").select_option("Chloe Marsh")
    yield Shown("console-same", page, DESK)
    close_dialog(page)
    button(people, "Maximiliana von Hohenstein-Oberlandquart").click()
    button(page, "Take out…").click()
    yield Shown("console-remove", page, DESK)
    close_dialog(page)
    for key, name in (("h", "hand-for"), ("?", "keys")):
        page.keyboard.press(key)
        page.get_by_role("dialog").wait_for()
        yield Shown(f"console-{name}", page, DESK)
        close_dialog(page)
    button(page, "Groups…").click()
    page.get_by_role("radio", name="By hand").check()
    page.get_by_label("Ben Cole", exact=True).select_option("Group 1")
    yield Shown("console-groups-hand", page, DESK)
    close_dialog(page)
    button(page, "End…").click()
    yield Shown("console-end", page, DESK)
    close_dialog(page)
    page.keyboard.press("c")
    button(page, "Show them again").wait_for()
    yield Shown("console-covered", page, DESK)
    page.keyboard.press("c")
    heading(page, "People").wait_for()


def own_ways(stage: Stage) -> Iterator[Shown]:
    """How somebody takes part otherwise: listening, watching, another name."""
    tom, kit = stage.tom.page, stage.kit.page
    button(kit, "I'm listening").click()
    heading(kit, "You are listening").wait_for()
    yield Shown("phone-listening", kit, PHONE)
    button(kit, "My time").click()
    text(kit, "Only you see this.").wait_for()
    text(kit, "One moment.").wait_for(state="detached")
    yield Shown("phone-my-time", kit, PHONE)
    button(kit, "Change").click()
    kit.get_by_role("dialog").wait_for()
    yield Shown("phone-about-me", kit, PHONE)
    close_dialog(kit)
    button(kit, "Let this device notice when I talk").click()
    heading(kit, "May this device notice when you talk?").wait_for()
    yield Shown("phone-microphone", kit, PHONE)
    close_dialog(kit)
    stage.meeting.do("participant.set_role", participant=stage.meeting.id_of("Kit Lowe"), role="observer")
    kit.get_by_text("You are watching.").wait_for()
    button(tom, "Type").click()
    tom.get_by_label("What you want to say").wait_for()
    text(tom, "Your place is kept").wait_for()
    button(tom, "Not now").click()
    button(tom, "Not now").wait_for(state="detached")


def open_talk(stage: Stage) -> Iterator[Shown]:
    """In open mode: somebody taps who speaks."""
    meeting, page, lena = stage.meeting, stage.console.page, stage.lena.page
    meeting.ends_turn()
    meeting.do("mode.set", mode="open")
    button(lena, "I'm speaking Press when you start").wait_for()
    yield Shown("phone-open", lena, PHONE)
    heading(page, "Open floor").wait_for()
    yield Shown("console-open", page, DESK)
    heading(stage.screen.page, "Anyone may speak").wait_for()
    yield Shown("screen-open", stage.screen.page, PROJECTOR)
    button(stage.helper.page, "Maximiliana von Hohenstein-Oberlandquart").click()
    heading(stage.screen.page, "Maximiliana").wait_for()
    yield Shown("screen-open-heard", stage.screen.page, PROJECTOR)
    yield Shown("helper-tapping", stage.helper.page, PHONE)
    text(page, "Maximiliana is speaking").wait_for()
    yield Shown("console-open-heard", page, DESK)
    button(lena, "I'm speaking Press when you start").click()
    lena.get_by_role("button", pressed=True).wait_for()
    yield Shown("phone-open-speaking", lena, PHONE)
    lena.get_by_role("button", pressed=True).click()
    button(stage.helper.page, "Nobody is speaking").click()
    meeting.do("mode.set", mode="queue")
    button(lena, "Raise my hand").wait_for()


def lost(stage: Stage) -> Iterator[Shown]:
    """Without a network: what was known last, and what is kept."""
    meeting = stage.meeting
    meeting.gives_floor("Ben Cole")
    text(stage.lena.page, "Ben is speaking").wait_for()
    button(stage.tom.page, "Raise my hand").click()
    button(stage.tom.page, "Lower my hand").wait_for()
    for one in (stage.lena, stage.console, stage.screen, stage.tom):
        one.cut_off()
    button(stage.lena.page, "Raise my hand").click()
    text(stage.lena.page, "Sent when we are back").wait_for()
    yield Shown("phone-reconnecting", stage.lena.page, PHONE)
    text(stage.tom.page, "The connection is lost").wait_for()
    yield Shown("phone-reconnecting-hand", stage.tom.page, PHONE)
    text(stage.console.page, "The connection is lost").wait_for()
    yield Shown("console-reconnecting", stage.console.page, DESK)
    text(stage.screen.page, "Reconnecting").wait_for()
    yield Shown("screen-reconnecting", stage.screen.page, PROJECTOR)
    for one in (stage.lena, stage.console, stage.screen, stage.tom):
        one.reconnect()
    for one in (stage.lena, stage.console, stage.tom):
        text(one.page, "Live").wait_for()
