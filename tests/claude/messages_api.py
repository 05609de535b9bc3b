"""A server that speaks the Messages API, streaming and not, from a script; as strict as the real one where it matters.

It refuses what the real API refuses: a missing key or version, forced tools with a model that thinks, more than four
cache marks, tool results that answer nothing. What it was asked is kept in `requests`.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]
KEY = "sk-ant-test"


@dataclass(frozen=True, slots=True)
class Said:
    """A whole answer. pause: seconds before each event; cut: end the stream without a word after so many events;
    garble: send a chunk that is no JSON in their place; drop: break the connection there."""

    blocks: list[Json]
    stop_reason: str = ""
    usage: Json = field(default_factory=lambda: {"input_tokens": 900, "output_tokens": 400})
    pause: float = 0.0
    cut: int = 0
    garble: bool = False
    drop: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """An HTTP error."""

    status: int
    kind: str
    headers: dict[str, str] = field(default_factory=dict)


def text(said: str) -> Json:
    """A text block."""
    return {"type": "text", "text": said}


def uses(name: str, given: Any, ident: str = "toolu_1") -> Json:
    """A tool_use block."""
    return {"type": "tool_use", "id": ident, "name": name, "input": given}


class MessagesApi:
    """The running server: `url`, the script it follows (the last answer stays), and the requests it saw."""

    def __init__(self) -> None:
        self.script: list[Said | Refused] = []
        self.requests: list[Json] = []
        self.headers: list[dict[str, str]] = []
        self.complaints: list[str] = []
        self.url = ""

    def next(self) -> Said | Refused:
        """The next answer of the script."""
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


@contextmanager
def serving() -> Iterator[MessagesApi]:
    """The server on a free port of this machine."""
    api = MessagesApi()
    handler = type("Handler", (_Handler,), {"api": api})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    api.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    api: MessagesApi
    protocol_version = "HTTP/1.1"

    def log_message(self, *_args: object) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        """`/v1/messages`, nothing else."""
        body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))))
        self.api.requests.append(body)
        self.api.headers.append({name.lower(): value for name, value in self.headers.items()})
        if self.path.split("?")[0] != "/v1/messages":
            self._error(Refused(404, "not_found_error"), self.path)
            return
        if KEY not in (self.headers.get("x-api-key"), self.headers.get("authorization", "").removeprefix("Bearer ")):
            self._error(Refused(401, "authentication_error"), "invalid x-api-key")
            return
        if complaint := _complaint(body, self.headers.get("anthropic-version")):
            self.api.complaints.append(complaint)
            self._error(Refused(400, "invalid_request_error"), complaint)
            return
        answer = self.api.next()
        if isinstance(answer, Refused):
            self._error(answer, "as scripted")
        elif body.get("stream"):
            self._stream(answer, body)
        else:
            self._json(200, _message(answer, body, answer.blocks))

    def _error(self, refused: Refused, message: str) -> None:
        self._json(
            refused.status, {"type": "error", "error": {"type": refused.kind, "message": message}}, refused.headers
        )

    def _json(self, status: int, body: Json, headers: dict[str, str] | None = None) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"content-type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, answer: Said, body: Json) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        try:
            for number, event in enumerate(_events(answer, body), 1):
                time.sleep(answer.pause)
                self._chunk(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n")
                if answer.cut == number:
                    if answer.drop:
                        self.connection.close()
                        self.close_connection = True
                        return
                    if answer.garble:
                        self._chunk('event: content_block_delta\ndata: {"type": "content_block_del\n\n')
                    break
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            self.close_connection = True  # the other side had enough

    def _chunk(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()


def _message(answer: Said, body: Json, content: list[Json]) -> Json:
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": body["model"],
        "content": content,
        "stop_reason": _stop(answer),
        "stop_sequence": None,
        "usage": answer.usage,
    }


def _stop(answer: Said) -> str:
    used = any(block["type"] == "tool_use" for block in answer.blocks)
    return answer.stop_reason or ("tool_use" if used else "end_turn")


def _events(answer: Said, body: Json) -> Iterator[Json]:
    start = {**_message(answer, body, []), "stop_reason": None, "usage": {**answer.usage, "output_tokens": 1}}
    yield {"type": "message_start", "message": start}
    yield {"type": "ping"}
    for index, block in enumerate(answer.blocks):
        yield from _block_events(index, block)
    delta = {"stop_reason": _stop(answer), "stop_sequence": None}
    yield {"type": "message_delta", "delta": delta, "usage": {"output_tokens": answer.usage["output_tokens"]}}
    yield {"type": "message_stop"}


def _block_events(index: int, block: Json) -> Iterator[Json]:
    match block["type"]:
        case "tool_use":
            pieces = [("input_json_delta", "partial_json", piece) for piece in _pieces(json.dumps(block["input"]))]
            begin = {**block, "input": {}}
        case "thinking":
            pieces = [("thinking_delta", "thinking", block["thinking"]), ("signature_delta", "signature", "c2ln")]
            begin = {**block, "thinking": "", "signature": ""}
        case _:
            pieces = [("text_delta", "text", piece) for piece in _pieces(block["text"])]
            begin = {**block, "text": ""}
    yield {"type": "content_block_start", "index": index, "content_block": begin}
    for kind, name, piece in pieces:
        yield {"type": "content_block_delta", "index": index, "delta": {"type": kind, name: piece}}
    yield {"type": "content_block_stop", "index": index}


def _pieces(whole: str, size: int = 97) -> list[str]:
    return [whole[at : at + size] for at in range(0, len(whole), size)]


# --- what the real one refuses ----------------------------------------------------------------------------


def _complaint(body: Json, version: str | None) -> str:
    missing = [name for name in ("model", "max_tokens", "messages") if name not in body]
    if missing or not version:
        return f"missing: {missing or 'anthropic-version'}"
    if body.get("tool_choice", {}).get("type") in ("any", "tool"):
        return "tool_choice forces tool use, which is not supported for this model"
    if json.dumps(body).count('"cache_control"') > 4:
        return "more than 4 cache marks"
    return _wrong_turns(body["messages"]) or _wrong_tools(body.get("tools", []))


def _wrong_turns(messages: list[Json]) -> str:
    for number, message in enumerate(messages):
        if message["role"] != ("user", "assistant")[number % 2]:
            return f"messages.{number}: roles must alternate"
        asked = (
            {b["id"] for b in messages[number - 1]["content"] if b["type"] == "tool_use"}
            if number % 2 == 0 and number
            else set()
        )
        given = [block["tool_use_id"] for block in message["content"] if block["type"] == "tool_result"]
        if number % 2 == 0 and (set(given) != asked or len(given) != len(set(given))):
            return f"messages.{number}: tool_result blocks do not answer the tool_use blocks before"
    return ""


def _wrong_tools(tools: list[Json]) -> str:
    wrong = [
        tool["name"] for tool in tools if tool["input_schema"].get("type") != "object" or "$ref" in json.dumps(tool)
    ]
    return f"input_schema of {wrong}" if wrong else ""
