import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.tokens import LIFE_MS, BadToken, Claims, Tokens, claims_of
from app.facilitation.actors import Device, Integrator, Person, Server
from app.facilitation.ids import DeviceId, DeviceScope, KeyId, ParticipantId, SessionId

NOW = 1_764_000_000_000
SESSION = SessionId("s1")
PERSON = Claims(SESSION, "participant", "p1")


@pytest.fixture
def tokens() -> Tokens:
    return Tokens(b"k" * 32)


@pytest.mark.parametrize(
    "actor",
    [
        Person(ParticipantId("p1")),
        Device(DeviceId("d1"), DeviceScope.tap),
        Integrator(KeyId("k1"), frozenset({"sessions:read", "speech:write"})),
    ],
)
def test_a_token_gives_back_who_it_was_made_for(tokens: Tokens, actor: Person | Device | Integrator) -> None:
    token = tokens.mint(claims_of(actor, SESSION), NOW)
    assert tokens.read_for(SESSION, token, NOW + 1).actor == actor


def test_a_token_is_good_for_fifteen_minutes(tokens: Tokens) -> None:
    token = tokens.mint(PERSON, NOW)
    assert tokens.read(token, NOW + LIFE_MS - 1) == PERSON
    with pytest.raises(BadToken) as refused:
        tokens.read(token, NOW + LIFE_MS)
    assert refused.value.code == "token_expired"


def test_a_token_opens_no_other_session(tokens: Tokens) -> None:
    with pytest.raises(BadToken, match="another session"):
        tokens.read_for(SessionId("s2"), tokens.mint(PERSON, NOW), NOW)


def test_another_servers_token_opens_nothing(tokens: Tokens) -> None:
    with pytest.raises(BadToken) as refused:
        tokens.read(Tokens(b"o" * 32).mint(PERSON, NOW), NOW)
    assert refused.value.code == "bad_token"


@given(st.integers(0, 10_000), st.sampled_from("AZaz09-_."))
def test_a_token_with_one_character_changed_opens_nothing(place: int, character: str) -> None:
    tokens = Tokens(b"k" * 32)
    token = tokens.mint(PERSON, NOW)
    at = place % len(token)
    changed = token[:at] + character + token[at + 1 :]
    if changed[at] == token[at]:
        return
    try:
        # The last character of a signature holds bits that say nothing: such a change may be no change.
        assert tokens.read(changed, NOW) == PERSON
        assert at == len(token) - 1
    except BadToken as refused:
        assert refused.code == "bad_token"  # noqa: PT017


@pytest.mark.parametrize("text", ["", ".", "a.b", "é.é", "\x00", "a" * 4_000, "W10.x"])
def test_no_text_breaks_the_reader(tokens: Tokens, text: str) -> None:
    with pytest.raises(BadToken):
        tokens.read(text, NOW)


def test_a_token_says_nothing_about_a_role(tokens: Tokens) -> None:
    assert "facilitator" not in repr(tokens.read(tokens.mint(PERSON, NOW), NOW))


def test_the_server_itself_needs_no_token() -> None:
    with pytest.raises(TypeError):
        claims_of(Server(), SESSION)
