"""A cable to a server that a test can cut and mend."""

from __future__ import annotations

import asyncio
from contextlib import suppress


class Cable:
    """Forwards 127.0.0.1:`port` to another port of this machine; `cut` breaks what runs over it.

    asked: how often something came to be sent on to the server.
    """

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self.asked = 0
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    async def mend(self) -> None:
        """Accept connections, on the same port as before."""
        self._server = await asyncio.start_server(self._join, "127.0.0.1", self.port)
        self.port = int(self._server.sockets[0].getsockname()[1])

    async def cut(self) -> None:
        """Drop all connections and accept none."""
        if self._server:
            self._server.close()
            for writer in list(self._writers):
                writer.transport.abort()
            self._server = None

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
        self._writers |= {writer, far_writer}
        await asyncio.gather(self._pump(reader, far_writer, 1), self._pump(far_reader, writer, 0))

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, counts: int) -> None:
        with suppress(OSError):
            while data := await source.read(65536):
                self.asked += counts
                sink.write(data)
                await sink.drain()
        sink.close()
        self._writers.discard(sink)
