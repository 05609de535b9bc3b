"""Where a value stands in a spec, and what n8n's description says about that place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from workforce.workflow.catalogue import Operation
from workforce.workflow.catalogue.display import Json
from workforce.workflow.n8n_json.shapes import LOCATORS
from workforce.workflow.spec import Step, Trigger

NAMED_ID = re.compile(r"(?:[a-z_](?:Id|ID|Ids|IDs)|^ids?)$")
PHONE_INPUTS = {"to", "from", "phone", "phonenumber", "number", "recipient", "recipientphonenumber"}


@dataclass(frozen=True, slots=True)
class Place:
    """One value's place. prop: n8n's description of the innermost parameter that is known."""

    part: Step | Trigger
    operation: Operation
    path: str
    prop: Json

    def inside(self, name: str) -> Place:
        """One level deeper."""
        members: list[Json] = []
        for option in self.prop.get("options") or []:
            members += [option, *option.get("values", ())]
        prop = self.prop if name.isdigit() else next((m for m in members if m.get("name") == name and "type" in m), {})
        return Place(self.part, self.operation, f"{self.path}.{name}", prop)

    @property
    def name(self) -> str:
        """The parameter's own name."""
        names = [name for name in self.path.split(".") if not name.isdigit()]
        return names[-1] if names else ""

    @property
    def is_id(self) -> bool:
        """Whether it says which thing inside a service is meant."""
        options = self.prop.get("typeOptions") or {}
        loaded = "loadOptionsMethod" in options or "loadOptions" in options
        return self.prop.get("type") in LOCATORS or loaded or bool(NAMED_ID.search(self.name))

    @property
    def is_sender(self) -> bool:
        """Whether it says who writes, not to whom."""
        return self.name.lower().startswith(("from", "sender"))

    @property
    def is_phone(self) -> bool:
        """Whether it takes a telephone number."""
        return self.name.lower() in PHONE_INPUTS

    @property
    def modes(self) -> list[str]:
        """How a thing may be named."""
        return [mode["name"] for mode in self.prop.get("modes") or ()]

    @property
    def offered(self) -> list[Any]:
        """Values that n8n itself offers."""
        choices = [option.get("value") for option in self.prop.get("options") or () if "value" in option]
        default = self.prop.get("default")
        return [*choices, default.get("value") if isinstance(default, dict) else default]

    @property
    def label(self) -> str:
        """What people call it."""
        return str(self.prop.get("displayName") or self.name)


def property_of(props: list[Json], name: str) -> Json:
    """The parameter of that name; of several, one that says which thing is meant."""
    called = [prop for prop in props if prop["name"] == name]
    return next((prop for prop in called if prop["type"] in LOCATORS), called[0] if called else {})
