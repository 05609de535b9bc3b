"""Where the platform's rehearsal stage is."""

from __future__ import annotations

from workforce.core.errors import StageUnavailable
from workforce.core.settings import get_settings
from workforce.integrations.rehearsal import Stage
from workforce.integrations.rehearsal.client import StageClient

NONE = "There is no rehearsal engine here. Start the platform with `make up`, or set REHEARSAL_SOCKET."


def is_there() -> bool:
    """Whether this platform has a stage at all; it may be starting still."""
    return bool(get_settings().rehearsal_socket)


def stage() -> Stage:
    """The stage. Raises `StageUnavailable` when the platform has none."""
    socket = get_settings().rehearsal_socket
    if not socket:
        raise StageUnavailable(NONE)
    return StageClient(socket)
