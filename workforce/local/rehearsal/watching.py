"""Sees every attempt to connect in the sealed network, by any process and protocol, on the loopback wire itself."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import struct
import time
from collections.abc import Callable

EVERYTHING = 3
OUTGOING = 4
IPV4, IPV6 = 0x0800, 0x86DD
TCP, UDP = 6, 17
DNS = 53
SYN, ACK = 0x02, 0x10
SAME_ATTEMPT_SECONDS = 5.0


class Watcher:
    """Tells `seen(protocol, source, address, port)` of each first packet of a connection (TCP) or flow (UDP)."""

    def __init__(self, seen: Callable[[str, str, str, int], None]) -> None:
        self._seen = seen
        self._recent: dict[tuple[str, int, str, int], float] = {}
        self._wire = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(EVERYTHING))
        self._wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * 1024 * 1024)
        self._wire.bind(("lo", EVERYTHING))
        self._wire.setblocking(False)
        asyncio.get_running_loop().add_reader(self._wire, self._read)

    def close(self) -> None:
        """Look away."""
        asyncio.get_running_loop().remove_reader(self._wire)
        self._wire.close()

    def _read(self) -> None:
        for _ in range(200):
            try:
                packet, (_, kind, direction, *_rest) = self._wire.recvfrom(128)
            except BlockingIOError:
                return
            if direction == OUTGOING and (attempt := opening(packet, kind)):
                self._tell(*attempt)

    def _tell(self, protocol: str, source: str, source_port: int, address: str, port: int) -> None:
        """A refused packet is sent again and again; one attempt is told once."""
        now, key = time.monotonic(), (source, source_port, address, port)
        if now - self._recent.get(key, 0.0) > SAME_ATTEMPT_SECONDS:
            self._seen(protocol, source, address, port)
        self._recent[key] = now
        if len(self._recent) > 10_000:
            self._recent.clear()


def opening(packet: bytes, kind: int) -> tuple[str, str, int, str, int] | None:
    """(protocol, source, its port, address, port) when the packet opens a connection or is a datagram; else None."""
    if kind == IPV4 and len(packet) >= 28:
        protocol, start, (source, target) = packet[9], (packet[0] & 0x0F) * 4, (packet[12:16], packet[16:20])
    elif kind == IPV6 and len(packet) >= 48:
        protocol, start, (source, target) = packet[6], 40, (packet[8:24], packet[24:40])
    else:
        return None
    if protocol not in (TCP, UDP) or len(packet) < start + 8:
        return None
    if protocol == TCP and packet[start + 13] & (SYN | ACK) != SYN:
        return None
    source_port, port = struct.unpack_from(">HH", packet, start)
    if protocol == UDP and source_port == DNS:
        return None  # an answer of our name server
    return ("tcp" if protocol == TCP else "udp"), _text(source), source_port, _text(target), port


def _text(address: bytes) -> str:
    parsed = ipaddress.ip_address(address)
    mapped = getattr(parsed, "ipv4_mapped", None)
    return str(mapped or parsed)
