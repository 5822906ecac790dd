import contextlib

import pytest

from app.access.limits import A_DEVICE, AN_ADDRESS, MOST_REMEMBERED, DoorKeeper, Failures, SlowDown

HERE = "192.0.2.7"


def _fail(keeper: DoorKeeper, device: str, now: float) -> str:
    try:
        keeper.admit(HERE, now)
        keeper.failed(HERE, device, now)
    except SlowDown as slow:
        return slow.message
    return ""


def test_a_few_wrong_codes_are_nobodys_business() -> None:
    keeper = DoorKeeper()
    assert [_fail(keeper, "a phone", 0.0) for _ in range(A_DEVICE.at_once)] == [""] * A_DEVICE.at_once


def test_a_device_that_fails_again_and_again_is_told_to_slow_down() -> None:
    keeper = DoorKeeper()
    for _ in range(A_DEVICE.at_once):
        _fail(keeper, "a phone", 0.0)
    with pytest.raises(SlowDown) as slow:
        keeper.failed(HERE, "a phone", 0.0)
    assert 1 <= slow.value.retry_after_s <= A_DEVICE.every_s
    assert slow.value.code == "slow_down"


def test_its_neighbours_behind_the_same_address_are_not() -> None:
    keeper = DoorKeeper()
    for _ in range(A_DEVICE.at_once + 5):
        _fail(keeper, "a phone", 0.0)
    assert _fail(keeper, "another phone", 0.0) == ""


def test_an_address_that_only_guesses_is_not_looked_at_for_a_while() -> None:
    keeper = DoorKeeper()
    for n in range(AN_ADDRESS.at_once):
        _fail(keeper, f"disguise {n}", 0.0)
    with pytest.raises(SlowDown):
        keeper.admit(HERE, 0.0)
    keeper.admit("192.0.2.8", 0.0)
    keeper.admit(HERE, AN_ADDRESS.every_s)


def test_a_line_that_has_many_addresses_is_one() -> None:
    """A line with IPv6 has 2^64 of them, and may take another one for each guess."""
    keeper = DoorKeeper()
    for n in range(AN_ADDRESS.at_once):
        with contextlib.suppress(SlowDown):
            keeper.failed(f"2001:db8:0:7::{n:x}", f"disguise {n}", 0.0)
    with pytest.raises(SlowDown):
        keeper.admit("2001:db8:0:7:ffff::1", 0.0)
    keeper.admit("2001:db8:0:8::1", 0.0)


def test_neighbours_with_the_older_addresses_are_two_however_they_are_written() -> None:
    keeper = DoorKeeper()
    for n in range(AN_ADDRESS.at_once):
        with contextlib.suppress(SlowDown):
            keeper.failed(f"::ffff:{HERE}", f"disguise {n}", 0.0)
    with pytest.raises(SlowDown):
        keeper.admit(HERE, 0.0)
    keeper.admit("::ffff:192.0.2.8", 0.0)


def test_an_address_guesses_no_faster_than_its_allowance_however_long_it_tries() -> None:
    keeper, looked_at = DoorKeeper(), 0
    day_s = 86_400
    for second in range(0, day_s, 2):
        try:
            keeper.admit(HERE, float(second))
        except SlowDown:
            continue
        looked_at += 1
        try:
            keeper.failed(HERE, f"disguise {second}", float(second))
        except SlowDown:
            pytest.fail("a new disguise is a new device")
    assert looked_at <= AN_ADDRESS.at_once + day_s / AN_ADDRESS.every_s + 1


def test_what_is_remembered_has_a_bound() -> None:
    failures = Failures(A_DEVICE)
    for n in range(MOST_REMEMBERED + 10):
        failures.add(f"phone {n}", 0.0)
    assert len(failures._left) == MOST_REMEMBERED
