"""Which way a node signs in: what the company has connected, else what is easiest to connect."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from workforce.workflow.catalogue import NodeType
from workforce.workflow.catalogue.display import Json, shown

OPEN_TO_ALL = ("none", "", None)
DYNAMIC = ("nodeCredentialType", "genericAuthType")


@dataclass(frozen=True, slots=True)
class SignIn:
    """A way to sign in: the credential type, the parameters that choose it, and whether the node insists."""

    kind: str
    chooses: dict[str, str]
    required: bool


def ways_to_sign_in(node: NodeType, parameters: Json, version: float) -> list[SignIn]:
    """All ways the node offers for this operation; what `parameters` choose stays chosen, and so does no sign-in."""
    host = node.host(version)
    values = node.effective(parameters, version)
    ways: list[SignIn] = []
    for credential in node.description.get("credentials") or ():
        chooses: dict[str, str] = {}
        possible = True
        for path, conditions in ((credential.get("displayOptions") or {}).get("show") or {}).items():
            name = path.strip("/")
            if shown({"displayOptions": {"show": {path: conditions}}}, values, values, host):
                continue
            choice = next((c for c in conditions if isinstance(c, str)), None)
            free = name not in parameters and not name.startswith("@") and values.get(name) not in OPEN_TO_ALL
            possible = possible and choice is not None and free
            if choice is not None:
                chooses[name] = choice
        trial = {**values, **chooses}
        if possible and shown(credential, trial, trial, host):
            ways.append(SignIn(credential["name"], chooses, bool(credential.get("required"))))
    for name in DYNAMIC:
        if isinstance(values.get(name), str) and values[name]:
            ways.append(SignIn(values[name], {}, True))
    return ways


def choose(ways: list[SignIn], connected: Collection[str] = ()) -> SignIn | None:
    """The best way: a connected one, else the easiest to set up; None when the node needs no sign-in."""
    usable = [way for way in ways if way.required or way.kind in connected]
    return min(usable, key=lambda way: rank(way, connected), default=None)


def rank(way: SignIn, connected: Collection[str] = ()) -> tuple[int, int, str]:
    """Lower is better: connected; a token; a key or password; a sign-in at the vendor; a Google service account."""
    kind = way.kind
    if kind in connected:
        return 0, 0, kind
    if kind == "googleApi":
        effort = 5
    elif "OAuth2" in kind:
        effort = 3 if kind.startswith(("google", "gmail", "microsoft")) else 4
    else:
        effort = 1 if "Token" in kind or "Pat" in kind else 2
    return effort, len(way.chooses), kind
