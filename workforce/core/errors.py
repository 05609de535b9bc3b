"""Every error that a person may see.

WorkforceError
├── InvalidInput        422  what was typed cannot be used; says what to change
├── SignInRequired      401  nobody is signed in, or the session ended
├── NotAllowed          403  signed in, but the role may not do this
├── NotFound            404  no such thing here (also: a stranger's row)
├── Conflict            409  the thing moved on in the meantime
├── TooManyRequests     429  slow down; `retry_after` seconds
└── Unavailable         503  something we depend on is away; trying again can help
    ├── StoreUnavailable     PostgreSQL or Redis
    ├── EngineUnavailable    n8n does not answer
    ├── PlannerUnavailable   Claude does not answer
    ├── StageUnavailable     the rehearsal engine does not answer, or too many wait for it
    ├── StageRefused    502  the rehearsal engine cannot act this; trying the same again does not help
    └── EngineRefused   502  n8n answered and said no; trying the same again does not help
        └── EngineKeyRefused  the API key is wrong or lacks a scope
"""

from __future__ import annotations


class WorkforceError(Exception):
    """An expected failure: `sentence` is for people, `status` for HTTP, `retryable` for jobs."""

    status = 500
    retryable = False
    sentence = "Something went wrong."

    def __init__(self, sentence: str | None = None, *, detail: str = "") -> None:
        self.sentence = sentence or self.sentence
        self.detail = detail
        super().__init__(self.sentence)


class InvalidInput(WorkforceError):
    """What was typed cannot be used; `field` names the input, empty for the whole form."""

    status = 422
    sentence = "Please check what you entered."

    def __init__(self, sentence: str | None = None, *, field: str = "", detail: str = "") -> None:
        super().__init__(sentence, detail=detail)
        self.field = field


class SignInRequired(WorkforceError):
    """Nobody is signed in, or the session ended."""

    status = 401
    sentence = "Please sign in to continue."


class NotAllowed(WorkforceError):
    """Signed in, but the role may not do this."""

    status = 403
    sentence = "Your role does not allow this. Ask an administrator of your company."


class NotFound(WorkforceError):
    """No such thing, or it belongs to somebody else: both read the same."""

    status = 404
    sentence = "We could not find that. It may have been removed."


class Conflict(WorkforceError):
    """The thing changed in the meantime, or is in a state that does not allow this."""

    status = 409
    sentence = "This has changed in the meantime. Reload the page and try again."


class TooManyRequests(WorkforceError):
    """A limit was hit; `retry_after` is in seconds."""

    status = 429
    retryable = True
    sentence = "That was a bit fast. Wait a moment and try again."

    def __init__(self, sentence: str | None = None, *, retry_after: int = 60, detail: str = "") -> None:
        super().__init__(sentence, detail=detail)
        self.retry_after = retry_after


class Unavailable(WorkforceError):
    """Something we depend on is away; what was asked for is kept, and trying again can help."""

    status = 503
    retryable = True
    sentence = "A part of the platform does not answer right now. Try again in a minute."


class StoreUnavailable(Unavailable):
    """PostgreSQL or Redis does not answer."""

    sentence = "Our database does not answer right now. Nothing you typed is lost; try again in a minute."


class EngineUnavailable(Unavailable):
    """n8n does not answer."""

    sentence = "The automation engine (n8n) does not answer. Check that it is running, then try again."


class PlannerUnavailable(Unavailable):
    """Claude does not answer."""

    sentence = "Claude does not answer right now. The built-in planner can take over, or try again in a minute."


class StageUnavailable(Unavailable):
    """The rehearsal engine does not answer, or its queue is too long."""

    sentence = "The rehearsal engine does not answer right now. Nothing you typed is lost; try again in a minute."


class StageRefused(Unavailable):
    """The rehearsal engine cannot act this workflow."""

    status = 502
    retryable = False
    sentence = "This workflow cannot be rehearsed."


class EngineRefused(Unavailable):
    """n8n answered and said no."""

    status = 502
    retryable = False
    sentence = "The automation engine (n8n) refused this."


class EngineKeyRefused(EngineRefused):
    """The API key is wrong, expired, or lacks a scope."""

    sentence = "The automation engine (n8n) refused our API key. Create a new key in n8n and save it under Engines."
