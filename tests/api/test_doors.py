import pytest

from app.access.limits import A_DEVICE, AN_ADDRESS
from app.access.tokens import Claims
from app.facilitation.ids import SessionId
from tests.api.house import AWAY, House, refusal

WRONG = {"code": "ZZZZ-ZZZZ", "name": "Mallory", "place": "remote"}


async def test_a_code_tells_which_room_it_leads_to(home: House) -> None:
    room = await home.room()
    found = (await home.client.get(f"/api/v1/join/{room.code}")).json()
    assert found["room"] == {"name": "Bus stop redesign", "purpose": "decide", "setting": "mixed"}
    assert found["session"] == {"id": room.session, "status": "planned", "number": 1}


async def test_a_code_is_read_as_people_type_it(home: House) -> None:
    room = await home.room()
    typed = room.code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert (await home.ask_to_join(room, "Tom", code=typed)).status_code == 200


async def test_a_device_that_comes_again_is_the_same_person(home: House) -> None:
    room = await home.room()
    first = await home.join(room, "Tom")
    again = await home.ask_to_join(room, "Thomas", device_secret=first.secret)
    assert again.json()["participant_id"] == first.participant
    assert "device_secret" not in again.json()


async def test_a_name_is_nobody_elses(home: House) -> None:
    room = await home.room()
    await home.join(room, "Tom")
    assert refusal(await home.ask_to_join(room, " tOM ")) == (409, "name_taken")


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("", 422, "name_empty"),
        (" \u00a0 ", 422, "name_empty"),
        ("x" * 61, 422, "name_too_long"),
        ("x" * 9_999, 422, "name_too_long"),
        ("a\tb", 400, "malformed"),
        ("a\u202eb", 400, "malformed"),
    ],
)
async def test_a_name_that_cannot_stand_on_a_screen_is_refused(
    home: House, name: str, status: int, code: str
) -> None:
    room = await home.room()
    assert refusal(await home.ask_to_join(room, name)) == (status, code)


async def test_a_locked_room_lets_back_in_who_was_there_and_nobody_new(home: House) -> None:
    room = await home.room()
    first, kim = await home.join(room, "Tom"), await home.facilitator(room)
    await home.done(kim, "session.set_locked", locked=True)
    assert refusal(await home.ask_to_join(room, "Mallory")) == (403, "locked")
    again = await home.ask_to_join(room, "Tom", device_secret=first.secret)
    assert again.json()["participant_id"] == first.participant


async def test_who_knocks_at_a_locked_room_is_let_in_by_a_facilitator(home: House) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    body = {"code": room.code, "name": "Ben", "place": "remote"}
    assert refusal(await home.client.post("/api/v1/join/knock", json=body)) == (409, "stale")
    await home.done(kim, "session.set_locked", locked=True)
    asked = await home.client.post("/api/v1/join/knock", json=body)
    assert asked.status_code == 200, asked.text
    secret = {"device_secret": asked.json()["device_secret"]}
    assert refusal(await home.client.post("/api/v1/access/return", json=secret)) == (409, "waiting")
    (ben,) = (await home.context.rooms.state(SessionId(room.session))).knocks
    await home.done(kim, "knock.answer", participant=ben, let_in=True)
    seat = await home.client.post("/api/v1/access/return", json=secret)
    assert (seat.json()["participant_id"], seat.json()["role"]) == (ben, "participant")
    again = await home.client.post("/api/v1/join/knock", json={**body, "name": "Cy"})
    (cy,) = (await home.context.rooms.state(SessionId(room.session))).knocks
    await home.done(kim, "knock.answer", participant=cy, let_in=False)
    other = {"device_secret": again.json()["device_secret"]}
    assert refusal(await home.client.post("/api/v1/access/return", json=other)) == (403, "wrong_link")


async def test_knocking_is_slowed_down_as_guessing_is(home: House) -> None:
    room = await home.room()
    await home.done(await home.facilitator(room), "session.set_locked", locked=True)
    body = {"code": room.code, "place": "remote"}
    for n in range(A_DEVICE.at_once):
        got = await home.client.post("/api/v1/join/knock", json={**body, "name": f"Person {n}"})
        assert got.status_code == 200, got.text
    slow = await home.client.post("/api/v1/join/knock", json={**body, "name": "One more"})
    assert refusal(slow) == (429, "slow_down")


async def test_who_comes_to_watch_says_why_and_is_an_observer(home: House) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    await home.join(room, "Oz", watches="I study how groups decide")
    people = (await home.client.get(room.url("/participants"), headers=kim.headers)).json()["participants"]
    (oz,) = (one for one in people if one["name"] == "Oz")
    assert (oz["role"], oz["watches"]) == ("observer", "I study how groups decide")


async def test_a_join_that_is_sent_again_is_one_person(home: House) -> None:
    room = await home.room()
    first, again = await home.join(room, "Tom", id="j-1"), await home.join(room, "Tom", id="j-1")
    assert again.participant == first.participant


async def test_a_wrong_code_is_told_from_a_right_one(home: House) -> None:
    assert refusal(await home.client.post("/api/v1/join", json=WRONG)) == (404, "wrong_code")
    assert refusal(await home.client.get("/api/v1/join/ZZZZ-ZZZZ")) == (404, "wrong_code")
    assert refusal(await home.client.get("/api/v1/join/not%20a%20code")) == (404, "wrong_code")


async def test_guessing_is_slowed_down_and_a_right_code_still_opens(home: House) -> None:
    room = await home.room()
    for _ in range(A_DEVICE.at_once):
        assert refusal(await home.client.post("/api/v1/join", json=WRONG))[1] == "wrong_code"
    slow = await home.client.post("/api/v1/join", json=WRONG)
    assert refusal(slow) == (429, "slow_down")
    assert 1 <= int(slow.headers["retry-after"]) <= A_DEVICE.every_s
    assert (await home.ask_to_join(room, "Tom")).status_code == 200


async def test_an_address_that_only_guesses_locks_out_neither_others_nor_who_is_in(home: House) -> None:
    room = await home.room()
    async with home.from_address(AWAY) as away:
        tom = (await away.post("/api/v1/join", json={**WRONG, "code": room.code, "name": "Tom"})).json()
        for n in range(AN_ADDRESS.at_once):
            agent = {"user-agent": f"disguise {n}"}
            assert refusal(await away.post("/api/v1/join", json=WRONG, headers=agent))[1] == "wrong_code"
        assert refusal(await away.get(f"/api/v1/join/{room.code}")) == (429, "slow_down")
        inside = {"authorization": f"Bearer {tom['token']}"}
        assert (await away.get(room.url("/queue"), headers=inside)).status_code == 200
    assert (await home.ask_to_join(room, "Ann")).status_code == 200


async def test_many_joins_from_one_address_are_never_limited(home: House) -> None:
    room = await home.room()
    for n in range(A_DEVICE.at_once * 4):
        assert (await home.ask_to_join(room, f"Person {n}")).status_code == 200


async def test_the_facilitators_link_opens_to_its_secret_alone(home: House) -> None:
    room = await home.room()
    wrong = {"room_id": room.id, "secret": "guess", "name": "Mallory"}
    assert refusal(await home.client.post("/api/v1/access/facilitator", json=wrong)) == (403, "wrong_link")
    nowhere = {**wrong, "room_id": "nowhere", "secret": room.secret}
    assert refusal(await home.client.post("/api/v1/access/facilitator", json=nowhere)) == (403, "wrong_link")
    kim = await home.facilitator(room)
    people = (await home.client.get(room.url("/participants"), headers=kim.headers)).json()["participants"]
    assert [(person["name"], person["role"]) for person in people] == [("Kim", "facilitator")]


async def test_a_facilitator_who_lost_the_device_comes_back_by_link_and_name(home: House) -> None:
    room = await home.room()
    first = await home.facilitator(room, "Kim")
    assert (await home.facilitator(room, "kim")).participant == first.participant


async def test_the_link_makes_a_participant_a_facilitator(home: House) -> None:
    room = await home.room()
    await home.facilitator(room)
    tom = await home.join(room, "Tom")
    raised = await home.facilitator(room, "Tom", device_secret=tom.secret)
    assert raised.participant == tom.participant
    await home.done(raised, "session.open")


async def test_who_was_kept_out_cannot_come_back_and_who_was_not_can(home: House) -> None:
    room = await home.room()
    kim, tom, ann = await home.facilitator(room), await home.join(room, "Tom"), await home.join(room, "Ann")
    await home.done(kim, "participant.remove", participant=tom.participant, keep_out=True)
    await home.done(kim, "participant.remove", participant=ann.participant)
    for answer in (
        await home.client.get(room.url("/queue"), headers=tom.headers),
        await home.command(tom, "hand.raise"),
        await home.ask_to_join(room, "Tom", device_secret=tom.secret),
        await home.client.post("/api/v1/access/return", json={"device_secret": tom.secret}),
    ):
        assert refusal(answer) == (403, "removed")
    assert (await home.join(room, "Ann", device_secret=ann.secret)).participant == ann.participant


async def test_after_the_end_who_was_there_comes_back_and_nobody_new_comes_in(home: House) -> None:
    room = await home.room()
    kim, tom = await home.facilitator(room), await home.join(room, "Tom")
    await home.done(kim, "session.open")
    await home.done(kim, "session.end")
    assert refusal(await home.ask_to_join(room, "Late")) == (409, "ended")
    assert (await home.join(room, "Tom", device_secret=tom.secret)).participant == tom.participant
    returned = await home.client.post("/api/v1/access/return", json={"device_secret": tom.secret})
    assert returned.json()["participant_id"] == tom.participant


async def test_a_devices_own_secret_is_the_way_back_in(home: House) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    returned = await home.client.post("/api/v1/access/return", json={"device_secret": kim.secret})
    assert returned.json()["role"] == "facilitator"
    assert returned.json()["code"] == room.code
    wrong = await home.client.post("/api/v1/access/return", json={"device_secret": "guess"})
    assert refusal(wrong) == (403, "wrong_link")


async def test_two_who_are_one_have_one_seat_to_which_every_link_of_theirs_leads(home: House) -> None:
    room = await home.room()
    kim, ann = await home.facilitator(room), await home.join(room, "Ann")
    train = await home.join(room, "Ann on the train")
    await home.done(kim, "session.open")
    await home.done(train, "hand.raise")
    for one in (ann, train):
        await home.done(one, "consent.set", to="one_person", given=True)
    await home.done(kim, "participant.merge", participant=ann.participant, other=train.participant)
    queue = (await home.client.get(room.url("/queue"), headers=train.headers)).json()
    assert queue["order"] == [ann.participant]
    returned = await home.client.post("/api/v1/access/return", json={"device_secret": train.secret})
    assert returned.json()["participant_id"] == ann.participant
    again = await home.join(room, "Ann on the train", device_secret=train.secret)
    assert again.participant == ann.participant
    mine = (await home.client.get(room.url("/my-data"), headers=train.headers)).json()
    assert mine["participant"]["id"] == ann.participant
    assert [each["name"] for each in mine["kept"] if each["what"] == "participant.joined"] == [
        "Ann",
        "Ann on the train",
    ]
    listed = (await home.client.get(room.url("/participants"), headers=kim.headers)).json()
    assert len(listed["participants"]) == 2
    erased = await home.client.post(room.url(f"/participants/{train.participant}/erase"), headers=kim.headers)
    assert erased.json()["participant_id"] == ann.participant
    log = await home.context.log.read(room.session)
    assert not any("train" in entry.body or '"Ann"' in entry.body for entry in log)
    gone = await home.client.post("/api/v1/access/return", json={"device_secret": train.secret})
    assert refusal(gone) == (403, "wrong_link")


async def test_a_helpers_phone_has_one_job_until_it_is_revoked(home: House) -> None:
    room = await home.room()
    kim, tom = await home.facilitator(room), await home.join(room, "Tom")
    await home.done(kim, "session.open")
    made = await home.client.post(
        room.url("/devices"), json={"scope": "tap", "name": "Neighbour"}, headers=kim.headers
    )
    assert made.status_code == 201
    device, secret = made.json()["device_id"], made.json()["link"].partition("#")[2]
    door = {"device_id": device, "secret": secret}
    token = (await home.client.post("/api/v1/access/device", json=door)).json()["token"]
    phone = {"authorization": f"Bearer {token}"}
    tap = {"do": "speech.start", "source": "tap", "participant": tom.participant}
    assert (await home.client.post(room.url("/commands"), json=tap, headers=phone)).status_code == 200
    lift = {"do": "hand.raise", "participant": tom.participant}
    assert refusal(await home.client.post(room.url("/commands"), json=lift, headers=phone))[0] == 403
    assert refusal(await home.client.get(room.url("/balance"), headers=phone))[0] == 403
    wrong = {"device_id": device, "secret": tom.secret}
    assert refusal(await home.client.post("/api/v1/access/device", json=wrong)) == (403, "wrong_link")
    await home.done(kim, "device.revoke", device=device)
    assert refusal(await home.client.post("/api/v1/access/device", json=door)) == (404, "unknown_device")
    assert refusal(await home.client.get(room.url("/queue"), headers=phone)) == (404, "unknown_device")


async def test_only_facilitators_add_devices(home: House) -> None:
    room = await home.room()
    tom = await home.join(room, "Tom")
    answer = await home.client.post(room.url("/devices"), json={"scope": "tap"}, headers=tom.headers)
    assert refusal(answer) == (403, "not_allowed")


async def test_a_key_is_exchanged_for_a_token_of_one_session(home: House) -> None:
    room, other = await home.room(), await home.room(name="Another")
    key = await home.key("sessions:read")
    answer = await home.client.post("/api/v1/access/token", json={"session_id": room.session}, headers=key)
    token = {"authorization": f"Bearer {answer.json()['token']}"}
    assert (await home.client.get(room.url("/queue"), headers=token)).status_code == 200
    assert refusal(await home.client.get(other.url("/queue"), headers=token)) == (401, "bad_token")
    unknown = await home.client.post("/api/v1/access/token", json={"session_id": "nowhere"}, headers=key)
    assert refusal(unknown) == (404, "unknown_session")
    again = await home.client.post("/api/v1/access/token", json={"session_id": room.session}, headers=token)
    assert refusal(again) == (403, "not_allowed")


@pytest.mark.parametrize("shown", ["ef_", "ef_x_y", "ef_" + "0" * 16 + "_" + "a" * 43])
async def test_a_key_that_was_never_made_opens_nothing(home: House, shown: str) -> None:
    answer = await home.client.get("/api/v1/rooms", headers={"authorization": f"Bearer {shown}"})
    assert refusal(answer) == (401, "bad_key")
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_token_that_ran_out_says_so(home: House) -> None:
    room = await home.room()
    tom = await home.join(room, "Tom")
    claims = Claims(SessionId(room.session), "participant", tom.participant)
    old = home.context.tokens.mint(claims, home.context.now() - 16 * 60_000)
    answer = await home.client.get(room.url("/queue"), headers={"authorization": f"Bearer {old}"})
    assert refusal(answer) == (401, "token_expired")


async def test_nobody_gets_the_seat_of_somebody_else_who_used_the_same_id(home: House) -> None:
    room = await home.room()
    kim = await home.facilitator(room, id="mine-1")
    ana = await home.join(room, "Ana", id="mine-1")
    kim_by_code = await home.ask_to_join(room, "Kim", id="mine-1")
    assert refusal(kim_by_code) == (409, "name_taken")
    assert len({kim.participant, ana.participant}) == 2
    # The same asked again, because the answer was lost, is the same person.
    assert (await home.join(room, "Ana", id="mine-1")).participant == ana.participant
