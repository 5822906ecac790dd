"""The ways in, and the pages for who cannot come in."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from scripts.tour.acts import button, heading, text
from scripts.tour.chromium import device
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown

LIST = "1. Amina Yusuf\n2. Ben Cole (online)\nChloe Marsh (phone)\nDee Okafor <dee@example.org>"


def doors(browser: Browser, server: Server) -> Iterator[Shown]:
    """From the start page to the join page, with what may go wrong on the way."""
    meeting = Meeting(server.api, "Bus stop redesign")
    yield from _start(browser, server)
    yield from _new_room(browser, server)
    yield from _practise(browser, server)
    yield from _join(browser, server, meeting)
    yield from _links(browser, server, meeting)


def _start(browser: Browser, server: Server) -> Iterator[Shown]:
    phone = device(browser, *PHONE)
    page = phone.page
    page.goto(server.url)
    heading(page, "Every voice gets the floor").wait_for()
    yield Shown("start", page, PHONE)
    page.get_by_label("What is the code?").fill("rt7k")
    button(page, "Go on").click()
    page.get_by_role("alert").wait_for()
    yield Shown("start-code-short", page, PHONE)
    page.get_by_label("What is the code?").fill("rt7k2m9p")
    button(page, "Go on").click()
    heading(page, "This code doesn't match a room").wait_for()
    yield Shown("join-wrong-code", page, PHONE)
    page.goto(f"{server.url}/nowhere")
    heading(page, "There is no such page").wait_for()
    yield Shown("no-such-page", page, PHONE)
    page.goto(f"{server.url}/s/unknown")
    heading(page, "This device is not in the meeting").wait_for()
    yield Shown("no-seat", page, PHONE)
    phone.close()


def _practise(browser: Browser, server: Server) -> Iterator[Shown]:
    desk = device(browser, *DESK)
    page = desk.page
    page.goto(f"{server.url}/practise")
    heading(page, "Practise").wait_for()
    yield Shown("practise", page, DESK)
    button(page, "Start practising").click()
    page.get_by_label("What should we call you?").fill("Kim")
    button(page, "Go in").click()
    text(page, "Practice: these people are simulated").wait_for()
    yield Shown("practise-console", page, DESK)
    button(page, "Start the meeting").click()
    page.locator(".queue-card li").first.wait_for()
    yield Shown("practise-under-way", page, DESK)
    desk.close()


def _new_room(browser: Browser, server: Server) -> Iterator[Shown]:
    desk = device(browser, *DESK)
    page = desk.page
    page.goto(f"{server.url}/new")
    heading(page, "New room").wait_for()
    yield Shown("new-room", page, DESK)
    page.get_by_role("checkbox", name="People join by themselves").uncheck()
    button(page, "Make the room").click()
    page.get_by_role("alert").wait_for()
    yield Shown("new-room-nobody", page, DESK)
    page.get_by_role("checkbox", name="I have a list").check()
    page.get_by_label("Names, one a line").fill(LIST)
    text(page, "4 people will be seated.").wait_for()
    yield Shown("new-room-list", page, DESK)
    desk.close()


def _join(browser: Browser, server: Server, meeting: Meeting) -> Iterator[Shown]:
    phone = device(browser, *PHONE, touch=True)
    page = phone.page
    page.route("**/api/v1/join/*", lambda route: route.abort("internetdisconnected"))
    page.goto(meeting.join_link)
    heading(page, "We can't get you in just now").wait_for()
    yield Shown("join-no-network", page, PHONE)
    page.unroute("**/api/v1/join/*")
    page.goto(meeting.join_link)
    heading(page, "Join Bus stop redesign").wait_for()
    yield Shown("join", page, PHONE)
    button(page, "Join").click()
    page.get_by_role("alert").wait_for()
    yield Shown("join-no-name", page, PHONE)
    page.get_by_label("What should we call you?").fill("Lena")
    button(page, "Join").click()
    page.get_by_role("alert").wait_for()
    yield Shown("join-no-place", page, PHONE)
    text(page, "Online").click()
    page.route_web_socket("**/live", lambda socket: socket.close())
    phone.altered = True
    button(page, "Join").click()
    heading(page, "We can't reach the meeting").wait_for()
    yield Shown("coming-in-no-network", page, PHONE)
    page.goto(meeting.join_link)
    button(page, "Go in as Lena").wait_for()
    yield Shown("join-back", page, PHONE)
    other = phone.tab()
    other.goto(f"{server.url}/s/{meeting.session_id}")
    text(other, "Live").wait_for()
    other.goto(server.url)
    heading(other, "Your meetings on this device").wait_for()
    yield Shown("start-with-meetings", other, PHONE)
    phone.close()


def _links(browser: Browser, server: Server, meeting: Meeting) -> Iterator[Shown]:
    desk = device(browser, *DESK)
    page = desk.page
    page.goto(meeting.facilitator_link)
    heading(page, "You facilitate this meeting").wait_for()
    yield Shown("facilitator-door", page, DESK)
    desk.close()
    desk = device(browser, *DESK)
    page = desk.page
    page.goto(meeting.facilitator_link.partition("#")[0])
    heading(page, "This link is not whole").wait_for()
    yield Shown("facilitator-link-cut", page, DESK)
    page.goto(f"{server.url}/d/unknown#{'x' * 32}")
    heading(page, "This device can't get in").wait_for()
    yield Shown("device-link-wrong", page, PHONE)
    page.goto(f"{server.url}/r/{meeting.session_id}")
    heading(page, "This report is for the people of the meeting").wait_for()
    yield Shown("report-not-mine", page, PHONE)
    desk.close()
