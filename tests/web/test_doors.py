"""Addresses, cookies, forms and headers that anybody may send us."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from workforce import api
from workforce.api import auth
from workforce.api.security import content_policy, script_hashes, secured
from workforce.core import cookies, local_path
from workforce.core.settings import get_settings
from workforce.services import accounts

PASSWORD = "correct horse battery"
OURS = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}


@pytest.mark.parametrize("path", ["/app/hire", "/app/drafts/1?x=y", "/#pricing"])
def test_a_path_of_ours_is_kept(path: str) -> None:
    assert local_path.cleaned(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/a\nb",
        "javascript:alert(1)",
        "/api/auth/sign-out",
    ],
)
def test_any_other_address_is_dropped(path: str) -> None:
    assert local_path.cleaned(path) == ""


def test_a_time_zone_cookie_must_exist_as_a_zone() -> None:
    assert cookies.timezone("a=b; wf_zone=Europe%2FBerlin") == "Europe/Berlin"
    assert cookies.timezone("wf_zone=<script>") == cookies.timezone(None) == "UTC"


def test_the_first_cookie_of_a_name_wins() -> None:
    assert cookies.session_id(f"{cookies.session_name()}=one; {cookies.session_name()}=two; broken") == "one"


def test_the_policy_names_each_inline_script(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<script>a()</script><script src='/x.js'></script><script type='module'>b()</script>"
    )
    hashes = script_hashes(tmp_path)
    assert len(hashes) == 2
    policy = content_policy(hashes)
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert "unsafe" not in scripts
    assert all(source in scripts for source in hashes)
    assert "frame-ancestors 'none'" in policy


@pytest.fixture
def client(app: object, tmp_path: Path) -> httpx.AsyncClient:
    site: FastAPI = api.build()
    (tmp_path / "index.html").write_text("<script>a()</script>")
    transport = httpx.ASGITransport(secured(lambda: tmp_path)(site))
    return httpx.AsyncClient(transport=transport, base_url="http://testserver")


async def test_signing_up_in_and_out(client: httpx.AsyncClient) -> None:
    form = {
        "name": "Alice",
        "company": "Acme",
        "email": "alice@acme.example",
        "password": PASSWORD,
        "next": "/app/hire",
    }
    answer = await client.post("/api/auth/sign-up", data=form, headers=OURS)
    assert (answer.status_code, answer.headers["location"]) == (303, "/app/hire")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and "path=/" in cookie
    first = client.cookies[cookies.session_name()]
    actor = await accounts.actor_of(first)
    assert actor is not None and actor.email == "alice@acme.example"

    answer = await client.post("/api/auth/sign-in", data={"email": form["email"], "password": PASSWORD}, headers=OURS)
    assert answer.headers["location"] == "/app/"
    second = client.cookies[cookies.session_name()]
    assert second != first
    assert await accounts.actor_of(first) is None, "the session that this browser had before ends"

    answer = await client.post("/api/auth/sign-out", headers=OURS)
    assert answer.headers["location"] == "/"
    assert await accounts.actor_of(second) is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "name"),
        ({"company": "x" * 121}, "company"),
        ({"email": "not an address"}, "email"),
        ({"password": "tiny-9"}, "short"),
        ({"password": "x" * 201}, "long"),
        ({"password": "aaaaaaaaaaaa"}, "guess"),
    ],
)
async def test_a_mistake_comes_back_with_what_was_typed(
    client: httpx.AsyncClient, changes: dict[str, str], code: str
) -> None:
    form = {"name": "Bob", "company": "Acme", "email": "bob@acme.example", "password": PASSWORD} | changes
    answer = await client.post("/api/auth/sign-up", data=form, headers=OURS)
    told = httpx.URL(answer.headers["location"])
    assert answer.status_code == 303 and told.path == "/sign-up"
    assert told.params["error"] == code
    assert "password" not in told.params and form["password"] not in str(told)
    assert client.cookies.get(cookies.session_name()) is None


async def test_companies_are_not_founded_by_the_dozen(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auth, "COMPANIES_PER_HOUR", 1)
    form = {"name": "Bob", "company": "Acme", "email": "bob@acme.example", "password": PASSWORD}
    first = await client.post("/api/auth/sign-up", data=form, headers=OURS)
    second = await client.post("/api/auth/sign-up", data=form | {"email": "rob@acme.example"}, headers=OURS)
    assert first.headers["location"] == "/app/hire"
    told = httpx.URL(second.headers["location"])
    assert (told.path, told.params["error"]) == ("/sign-up", "fast")
    assert await _may_enter(client, "bob@acme.example") and not await _may_enter(client, "rob@acme.example")


async def _may_enter(client: httpx.AsyncClient, email: str) -> bool:
    answer = await client.post("/api/auth/sign-in", data={"email": email, "password": PASSWORD}, headers=OURS)
    return answer.headers["location"] == "/app/"


async def test_a_wrong_password_says_no_more_than_that(client: httpx.AsyncClient) -> None:
    for email in ("nobody@acme.example", "<script>@x"):
        answer = await client.post("/api/auth/sign-in", data={"email": email, "password": "wrong wrong"}, headers=OURS)
        told = httpx.URL(answer.headers["location"])
        assert (told.path, told.params["error"], told.params["email"]) == ("/sign-in", "wrong", email)


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
async def test_a_form_from_elsewhere_is_refused(client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    form = {"name": "Eve", "company": "Evil", "email": "eve@evil.example", "password": PASSWORD}
    answer = await client.post("/api/auth/sign-up", data=form, headers=headers)
    assert "error=origin" in answer.headers["location"]
    assert "set-cookie" not in answer.headers


async def test_over_https_the_cookie_is_pinned(client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "public_url", "https://app.example")
    form = {"name": "Ann", "company": "Acme", "email": "ann@acme.example", "password": PASSWORD}
    answer = await client.post("/api/auth/sign-up", data=form, headers={"origin": "https://app.example"})
    assert answer.headers["set-cookie"].startswith("__Host-wf_session=")
    assert "secure" in answer.headers["set-cookie"].lower()
    assert "max-age" in answer.headers["strict-transport-security"]


async def test_the_old_address_of_the_dashboard_leads_on(client: httpx.AsyncClient) -> None:
    answer = await client.get("/app")
    assert (answer.status_code, answer.headers["location"]) == (308, "/app/")


async def test_icons_are_served_locked_up(client: httpx.AsyncClient, catalogue_path: Path) -> None:
    for key in ("slack", "no-such-service", "..%2F..%2Fetc"):
        answer = await client.get(f"/api/icons/{key}.svg")
        if answer.status_code == 404:
            continue
        assert answer.headers["content-type"].startswith("image/")
        assert "sandbox" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        again = await client.get(f"/api/icons/{key}.svg", headers={"if-none-match": answer.headers["etag"]})
        assert again.status_code == 304
