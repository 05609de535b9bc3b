"""What the sign-in and sign-up forms show again after a mistake: from the address, never as typed markup."""

from __future__ import annotations

import reflex as rx

from workforce.core import cookies, local_path
from workforce.states.requires import PUBLIC, requires

SENTENCES = {
    "wrong": "That e-mail and password do not match. Check both and try again.",
    "email": "That does not look like an e-mail address. It should read like name@company.com.",
    "taken": "There is already an account with that e-mail. Sign in instead.",
    "short": "Choose a password of at least 10 characters.",
    "long": "That password is too long. Use at most 200 characters.",
    "guess": "That password is easy to guess. Choose another one.",
    "name": "Tell us your name, in 120 characters at most.",
    "company": "Tell us your company's name, in 120 characters at most.",
    "alone": "You do not belong to a company at the moment. Ask an administrator of yours to invite you.",
    "fast": "That was a bit often. Wait a few minutes and try again.",
    "away": "We cannot sign you in right now: our database does not answer. Try again in a minute.",
    "origin": "Your browser sent this from somewhere else. Open this page again and retry.",
    "input": "Please check what you entered.",
    "ended": "Your session has ended. Sign in to go on where you were.",
}
FIELD_OF = {
    **dict.fromkeys(("email", "taken"), "email"),
    **dict.fromkeys(("short", "long", "guess"), "password"),
    **{name: name for name in ("name", "company")},
}
LONGEST = 200


class EntryState(rx.State):
    """One try at the door; the password is never among it."""

    error: str = ""
    field: str = ""
    email: str = ""
    name: str = ""
    company: str = ""
    next: str = ""
    timezone: str = ""

    @rx.event
    @requires(PUBLIC)
    def read_address(self) -> None:
        """Take over what the address says about the last try."""
        told = self.router.url.query_parameters
        code = told.get("error", "")
        self.error, self.field = SENTENCES.get(code, ""), FIELD_OF.get(code, "")
        self.email, self.name, self.company = (told.get(key, "")[:LONGEST] for key in ("email", "name", "company"))
        self.next = local_path.cleaned(told.get("next", ""))
        self.timezone = cookies.timezone(self.router.headers.cookie)

    @rx.var
    def sign_up_address(self) -> str:
        """The other form, with the way back kept."""
        return local_path.with_next("/sign-up", self.next)

    @rx.var
    def sign_in_address(self) -> str:
        """The other form, with the way back kept."""
        return local_path.with_next("/sign-in", self.next)
