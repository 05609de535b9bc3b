"""What a person sees when a handler raised: the error's own sentence, or an id under which the log has it."""

from __future__ import annotations

from reflex.event import EventSpec

from workforce.core.errors import WorkforceError
from workforce.core.telemetry import correlation_id, log, new_correlation_id
from workforce.states.notices import NoticeState


def answer_exception(exception: Exception) -> EventSpec:
    """The event that tells the person; anything unexpected is logged with an id that is shown."""
    if isinstance(exception, WorkforceError):
        return _tell(exception.sentence)
    ident = (correlation_id.get() or new_correlation_id())[:8]
    log.error("page.failed", id=ident, exc_info=exception)
    return _tell(f"Something went wrong on our side. Try again; if it stays, tell us this id: {ident}.")


def _tell(sentence: str) -> EventSpec:
    event: EventSpec = NoticeState.tell("bad", sentence)  # type: ignore[operator]
    return event
