import pytest

from app.access.limits import PERSON
from app.wire.schema import SERVER_ONLY
from tests.api.house import House, refusal


async def test_a_command_that_is_sent_again_is_applied_once(home: House) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    seat = {"people": [{"name": "Ann"}, {"name": "Bob"}], "id": "k-1"}
    first = await home.client.post(room.url("/participants"), json=seat, headers=kim.headers)
    again = await home.client.post(room.url("/participants"), json=seat, headers=kim.headers)
    assert first.status_code == again.status_code == 201
    assert again.json() == first.json()
    assert [person["name"] for person in first.json()["participants"]] == ["Ann", "Bob"]


async def test_the_header_names_a_command_where_the_body_does_not(home: House) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    headers = {**kim.headers, "idempotency-key": "k-2"}
    answers = [
        await home.client.post(room.url("/commands"), json={"do": "session.open"}, headers=headers)
        for _ in range(2)
    ]
    assert [each.status_code for each in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize("id", ["", 7, "k" * 65, ["k"], "a\nb"])
async def test_an_id_that_is_none_is_refused(home: House, id: object) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    assert refusal(await home.command(kim, "session.open", id=id)) == (400, "malformed")


@pytest.mark.parametrize("do", sorted(SERVER_ONLY))
async def test_the_servers_own_commands_are_nobody_elses(home: House, do: str) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    answer = await home.command(kim, do)
    assert refusal(answer)[1] in {"not_allowed", "malformed"}
    assert answer.status_code in {400, 403}


async def test_a_refused_command_says_why_with_the_cores_own_code(home: House) -> None:
    room = await home.room()
    kim, tom = await home.facilitator(room), await home.join(room, "Tom")
    assert refusal(await home.command(kim, "turn.next")) == (409, "not_open")
    await home.done(kim, "session.open")
    assert refusal(await home.command(kim, "session.open")) == (409, "already_open")
    assert refusal(await home.command(kim, "turn.next")) == (409, "empty_queue")
    assert refusal(await home.command(tom, "turn.next")) == (403, "not_allowed")
    assert refusal(await home.command(kim, "turn.next", after="t99")) == (409, "stale")
    assert refusal(await home.command(kim, "hand.raise", participant="nobody")) == (
        404,
        "unknown_participant",
    )


async def test_a_token_steers_its_own_session_alone(home: House) -> None:
    room, other = await home.room(), await home.room(name="Another")
    kim = await home.facilitator(room)
    for path, body in (
        ("/commands", {"do": "session.open"}),
        ("/participants", {"people": [{"name": "X"}]}),
        ("/speech", {"do": "speech.report", "utterances": []}),
        ("/devices", {"scope": "tap"}),
    ):
        answer = await home.client.post(other.url(path), json=body, headers=kim.headers)
        assert refusal(answer) == (401, "bad_token")


async def test_a_key_does_what_its_scopes_say(home: House) -> None:
    room = await home.room()
    tom = await home.join(room, "Tom")
    reader, runner = await home.key("sessions:read"), await home.key("sessions:run")
    opening = {"do": "session.open"}
    assert refusal(await home.client.post(room.url("/commands"), json=opening, headers=reader))[0] == 403
    assert (await home.client.post(room.url("/commands"), json=opening, headers=runner)).status_code == 200
    assert refusal(await home.client.get(room.url("/queue"), headers=runner))[0] == 403
    raising = {"do": "hand.raise", "participant": tom.participant}
    assert (await home.client.post(room.url("/commands"), json=raising, headers=runner)).status_code == 200


async def test_a_session_that_is_not_there_is_said_to_be_unknown(home: House) -> None:
    key = await home.key("sessions:run", "sessions:read")
    url = "/api/v1/sessions/nowhere"
    assert refusal(await home.client.get(url, headers=key)) == (404, "unknown_session")
    answer = await home.client.post(f"{url}/commands", json={"do": "session.open"}, headers=key)
    assert refusal(answer) == (404, "unknown_session")


async def test_speech_is_reported_by_a_key_and_heard(home: House) -> None:
    room = await home.room(clock={"kind": "driven", "start_at": 1_000_000})
    key = await home.key("speech:write", "sessions:run", "sessions:read")
    seated = await home.client.post(
        room.url("/participants"), json={"people": [{"name": "Ann"}, {"name": "Bob"}]}, headers=key
    )
    ann, bob = (person["id"] for person in seated.json()["participants"])

    async def say(path: str, **body: object) -> None:
        answer = await home.client.post(room.url(path), json=body, headers=key)
        assert answer.status_code == 200, answer.text

    await say("/commands", do="session.open")
    await say("/commands", do="mode.set", mode="open")
    await say("/speech", do="coverage.set", on=True)
    await say("/speech", do="speech.start", participant=ann, observed_at=1_001_000)
    await say("/speech", do="speech.stop", participant=ann, observed_at=1_005_000)
    await say("/speech", utterances=[{"participant": bob, "from_at": 1_006_000, "to_at": 1_008_500}])
    await say("/commands", do="clock.advance", to_at=1_020_000)
    # Sent again by who lost the answer: the clock stays where it is.
    await say("/commands", do="clock.advance", to_at=1_010_000)
    balance = (await home.client.get(room.url("/balance"), headers=key)).json()
    assert {who: own["talk_ms"] for who, own in balance["people"].items()} == {ann: 4_000, bob: 2_500}
    lanes = (await home.client.get(room.url("/lanes"), headers=key)).json()
    assert lanes["people"][ann] == [[1_001_000, 1_005_000]]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({"do": "hand.raise"}, {"malformed"}),
        ({"do": 7}, {"malformed"}),
        (
            {"utterances": [{"participant": "p", "from_at": 5, "to_at": 1}]},
            {"unknown_participant", "bad_time"},
        ),
        ({"utterances": [{"participant": "p", "from_at": -5, "to_at": 1}]}, {"malformed"}),
        ({"utterances": [{}] * 1_001}, {"too_many"}),
    ],
)
async def test_speech_that_makes_no_sense_is_refused(
    home: House, body: dict[str, object], codes: set[str]
) -> None:
    room = await home.room()
    key = await home.key("speech:write", "sessions:run")
    await home.client.post(room.url("/commands"), json={"do": "session.open"}, headers=key)
    assert refusal(await home.client.post(room.url("/speech"), json=body, headers=key))[1] in codes


async def test_a_loop_gone_wild_is_told_to_slow_down(home: House) -> None:
    room = await home.room()
    tom = await home.join(room, "Tom")
    answers = [
        await home.client.get(room.url("/queue"), headers=tom.headers) for _ in range(PERSON.at_once * 2)
    ]
    slow = [answer for answer in answers if answer.status_code != 200]
    assert slow
    assert {refusal(answer) for answer in slow} == {(429, "slow_down")}
    assert slow[0].headers["retry-after"] == "1"
