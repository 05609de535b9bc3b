"""The in-memory double: answers from a list, keeps what it was asked."""

from __future__ import annotations

from collections.abc import Sequence

from workforce.integrations.claude.contract import ClaudeFailed, Progress
from workforce.integrations.claude.models import model_of
from workforce.integrations.claude.records import Call, Json, Reply, Request


class InMemoryClaude:
    """Gives `answers` in turn: content blocks, or a failure to raise. With none left it is `away`."""

    def __init__(self, answers: Sequence[list[Json] | ClaudeFailed], model: str = "claude-sonnet-5-5") -> None:
        self._answers = list(answers)
        self._model = model
        self.asked: list[Request] = []
        self.closed = False

    @property
    def model(self) -> str:
        """The model's id."""
        return self._model

    async def ask(self, request: Request, progress: Progress) -> Reply:
        """See `Claude.ask`; a token is three characters here."""
        self.asked.append(request)
        answer = self._answers.pop(0) if self._answers else ClaudeFailed("away")
        if isinstance(answer, ClaudeFailed):
            raise answer
        for block in answer:
            if block["type"] == "tool_use":
                progress(block["name"])
        read, written = len(str(request.messages)) // 3, len(str(answer)) // 3
        stop = "tool_use" if any(block["type"] == "tool_use" for block in answer) else "end_turn"
        call = Call(self._model, read, written, 0, 0, model_of(self._model).dollars(read, written), 0.0, stop)
        return Reply(answer, stop, call)

    async def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True
