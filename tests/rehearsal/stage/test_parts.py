"""The stage's parts by themselves: the queue, names, what is read off wires and out of executions."""

from __future__ import annotations

import struct
from typing import Any

import pytest

from workforce.integrations.rehearsal import CallRecord, StepRecord
from workforce.local.rehearsal.answers import Links
from workforce.local.rehearsal.dummies import dummy
from workforce.local.rehearsal.ledger import LONGEST_BODY, MOST_CALLS, Ledger, legible
from workforce.local.rehearsal.names import Names, is_outside, question
from workforce.local.rehearsal.reading import attributed, failure_of, steps_of
from workforce.local.rehearsal.services import Scene
from workforce.local.rehearsal.statements import Relay, bound
from workforce.local.rehearsal.turns import LAPSES_AFTER, Turns


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def served(turns: Turns, count: int) -> list[str]:
    """The owners in the order in which they get the stage."""
    order = []
    for _ in range(count):
        assert turns.current
        order.append(turns.current.owner)
        turns.leave(turns.current.ident)
    return order


def test_owners_take_turns() -> None:
    turns = Turns(Clock())
    for owner in ("a", "a", "a", "b", "c", "b"):
        turns.join(owner)
    assert served(turns, 6) == ["a", "b", "c", "a", "b", "a"]
    assert turns.current is None


def test_everybody_knows_their_place() -> None:
    turns = Turns(Clock())
    first, second, third = turns.join("a"), turns.join("b"), turns.join("a")
    assert first and second and third
    assert [turns.ahead(one) for one in (first, second, third)] == [0, 1, 2]


def test_whoever_does_not_come_back_loses_the_place_and_the_turn() -> None:
    clock = Clock()
    turns = Turns(clock)
    gone, lost, patient = turns.join("a"), turns.join("b"), turns.join("c")
    assert gone and lost and patient
    clock.now = LAPSES_AFTER - 1
    turns.find(patient.ident)
    clock.now = LAPSES_AFTER + 1
    turns.tidy()
    assert turns.find(lost.ident) is None and turns.current is patient


def test_a_play_that_takes_long_keeps_its_turn() -> None:
    clock = Clock()
    turns = Turns(clock)
    actor = turns.join("a")
    assert actor
    actor.busy = True
    clock.now = 10 * LAPSES_AFTER
    turns.tidy()
    assert turns.current is actor


def test_an_address_is_told_by_its_name_again() -> None:
    names = Names()
    address = names.address("API.Example.org.")
    assert names.name(address) == "api.example.org" and names.address("api.example.org") == address
    assert names.name("203.0.113.9") == "203.0.113.9"


@pytest.mark.parametrize("host", ["api.example.org", "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_services_of_the_internet_are_outside(host: str) -> None:
    assert is_outside(host)


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "127.0.0.1", "[::1]", "10.1.2.3", "192.168.0.1", "169.254.169.254", "fe80::1%lo", "0.0.0.0"),
        *("::", "metadata.google.internal", "printer.local", "198.18.0.9", "100.64.0.1", "::ffff:127.0.0.1"),
    ],
)
def test_this_machine_and_its_networks_are_not(host: str) -> None:
    assert not is_outside(host)


def test_a_question_for_a_name_is_read() -> None:
    asked = struct.pack(">HHHHHH", 7, 256, 1, 0, 0, 0) + b"\x03api\x07example\x03org\x00" + struct.pack(">HH", 16, 1)
    assert question(asked) == ("api.example.org", 16, len(asked))


def test_bodies_are_shown_as_what_they_are() -> None:
    json = {"content-type": "application/json"}
    assert legible(b'{"a": 1}', json) == {"a": 1}
    assert legible(b"a=1&b=two+words", {"content-type": "application/x-www-form-urlencoded"}) == {
        "a": "1",
        "b": "two words",
    }
    assert legible(b"Hello", {}) == "Hello"
    assert legible(b"", {}) is None
    assert legible(bytes(range(256)), {}) == {"shortened": "", "bytes": 256}
    long = legible(b"x" * (LONGEST_BODY + 1), json)
    assert long["bytes"] == LONGEST_BODY + 1 and len(long["shortened"]) == 2_000


def test_a_ledger_has_bounds() -> None:
    ledger = Ledger()
    for number in range(MOST_CALLS + 5):
        ledger.enter(CallRecord("GET", "https://x.example.org/", at=ledger.began + number))
    assert len(ledger.calls) == MOST_CALLS and ledger.left_out == 5
    assert ledger.told()[1].at == 1.0


def test_links_are_found_however_they_are_wrapped() -> None:
    base = "https://workers.example.com/webhook-waiting/12"
    for message in (
        f'{{"url": "{base}?approved=true&signature=ab"}}',
        f'<a href="{base}?approved=true&amp;signature=ab">Yes</a>',
        f'{{"url": "{base}?approved=true\\u0026signature=ab"}}',
        f"{base}?approved=3Dtrue&signature=3Dab".replace("https", "see =\r\nhttps"),
    ):
        links = Links()
        links.read(message.encode())
        assert links.choose("12", "approve") == "/webhook-waiting/12?approved=true&signature=ab", message
        assert links.choose("12", "approve") is None  # once


def test_a_link_that_only_agrees_says_no_to_nobody() -> None:
    links = Links()
    links.read(b"https://x/webhook-waiting/3?approved=true https://x/webhook-waiting/4")
    assert links.choose("3", "deny") is None and links.choose("4", "deny") is None
    assert links.choose("4", "approve") == "/webhook-waiting/4"


def run(at: float, seconds: float, items: int, source: str = "", **more: Any) -> dict[str, Any]:
    data = {"main": [[{"json": {"n": n}} for n in range(items)]]}
    before = [{"previousNode": source}] if source else []
    times = {"startTime": (100 + at) * 1000, "executionTime": seconds * 1000}
    return {**times, "data": data, "source": before, **more}


def test_an_execution_is_read_as_steps() -> None:
    failed = run(1.5, 0.1, 0, "Read", error={"message": "It broke", "description": "badly"})
    execution = {"data": {"resultData": {
        "runData": {"Read": [run(0, 1, 4, "Start")], "Start": [run(0, 0, 1)], "Write": [failed]},
        "error": {"message": "It broke", "node": {"name": "Write"}}}}}  # fmt: skip
    execution["data"]["resultData"]["runData"]["Read"][0]["executionIndex"] = 1
    steps = steps_of(execution, 100)
    assert [(step.name, step.items_in, step.items_out) for step in steps] == [
        ("Start", 0, 1),
        ("Read", 1, 4),
        ("Write", 4, 0),
    ]
    assert len(steps[1].sample) == 3 and steps[2].error == "It broke: badly"
    assert failure_of(execution, steps) == ("It broke", "Write")


def test_a_call_belongs_to_the_innermost_step_that_ran() -> None:
    steps = [StepRecord("Agent", at=0, seconds=2), StepRecord("Model", at=0.5, seconds=1), StepRecord("End", at=2)]
    calls = [CallRecord("GET", "x", at=at) for at in (0.2, 0.7, 1.8, 5.0)]
    assert [call.step for call in attributed(calls, steps)] == ["Agent", "Model", "Agent", "End"]
    assert attributed(calls[:1], [])[0].step == ""


def test_statements_are_read_with_their_parameters() -> None:
    scene, ledger = Scene(), Ledger()
    scene.ledger = ledger
    relay = Relay(scene, "db.example.com", lambda: None)
    assert relay.asked(b"P", b"s1\0insert into public.sales values ($1)\0\0\0") is None
    assert relay.asked(b"B", b"p1\0s1\0" + struct.pack(">HHi", 0, 1, 3) + b"abc" + struct.pack(">H", 0)) is None
    assert relay.asked(b"E", b"p1\0" + bytes(4)) is None
    relay.answered(b"C", b"INSERT 0 1\0")
    relay.answered(b"Z", b"I")
    (call,) = ledger.calls
    assert (call.method, call.url, call.answer) == ("INSERT", "postgres://db.example.com/public.sales", "INSERT 0 1")
    assert call.body["parameters"] == ["abc"]


def test_what_a_database_refuses_is_told() -> None:
    scene, ledger = Scene(), Ledger()
    scene.ledger = ledger
    relay = Relay(scene, "db", lambda: None)
    relay.asked(b"Q", b"select * from nothing\0")
    relay.answered(b"E", b'SERROR\0Mrelation "nothing" does not exist\0\0')
    relay.answered(b"Z", b"I")
    assert [(call.status, call.answer) for call in ledger.calls] == [(400, 'relation "nothing" does not exist')]
    for quiet in (b"begin\0", b"select 1 from pg_catalog.pg_class\0", b"set x = 1\0"):
        relay.asked(b"Q", quiet)
        relay.answered(b"Z", b"I")
    assert len(ledger.calls) == 1


def test_binary_parameters_are_told_by_their_size() -> None:
    body = b"\0\0" + struct.pack(">HHH", 1, 1, 2) + struct.pack(">i", 4) + b"\0\0\0\1" + struct.pack(">i", -1)
    assert bound(body) == (b"", b"", ["(4 bytes)", None])


def test_dummies_are_plausible_and_worth_nothing() -> None:
    types: dict[str, dict[str, Any]] = {
        "oAuth2Api": {"properties": []},
        "crmOAuth2Api": {"extends": ["oAuth2Api"], "properties": [{"name": "url", "type": "string", "default": ""}]},
        "crmApi": {"properties": [
            {"name": "domain", "type": "string", "placeholder": "https://acme.crm.example.org"},
            {"name": "apiKey", "type": "string", "typeOptions": {"password": True}},
            {"name": "hint", "type": "notice"},
            {"name": "mode", "type": "options", "default": "b", "options": [{"value": "a"}, {"value": "b"}]}]},
    }  # fmt: skip
    token = dummy("crmOAuth2Api", types, {})
    assert token["oauthTokenData"]["access_token"] and token["url"] == "https://crm.example.com"
    assert dummy("crmApi", types, {}) == {
        "domain": "https://acme.crm.example.org",
        "apiKey": "rehearsal-apiKey",
        "mode": "b",
    }
    assert dummy("postgres", {"postgres": {}}, {"password": "p"})["password"] == "p"
