"""Names in the sealed network: each gets an address of its own, so that an address can be told by its name again."""

from __future__ import annotations

import asyncio
import ipaddress
import struct
from collections.abc import Callable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

POOL = ipaddress.ip_network("198.18.0.0/15")  # set aside for measuring networks: no service lives there
A, AAAA = 1, 28
ANSWER, REFUSED = 0x8180, 0x8185
KINDS = {2: "NS", 5: "CNAME", 6: "SOA", 12: "PTR", 15: "MX", 16: "TXT", 33: "SRV", 65: "HTTPS", 255: "ANY"}
LOCAL_NAMES = ("localhost", "metadata", "internal", "local", "localdomain")


class Names:
    """Who has which address."""

    def __init__(self) -> None:
        self._address: dict[str, str] = {}
        self._name: dict[str, str] = {}

    def address(self, name: str) -> str:
        """The address of a name, the same each time."""
        name = name.lower().rstrip(".")
        if name not in self._address:
            made = str(POOL[len(self._address) % (POOL.num_addresses - 2) + 1])
            self._address[name], self._name[made] = made, name
        return self._address[name]

    def name(self, address: str) -> str:
        """The name that was asked for to get the address; the address itself when none was."""
        return self._name.get(address, address)


def is_outside(host: str) -> bool:
    """Whether a host may be a service of the internet; not this machine, a private network or a cloud's own data."""
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0]).is_global
    except ValueError:
        return host.lower().rstrip(".").rpartition(".")[2] not in LOCAL_NAMES


class NameServer(asyncio.DatagramProtocol):
    """Answers for every name; what is no question for an address is refused and told to `refuse(kind, name)`."""

    def __init__(self, names: Names, refuse: Callable[[str, str], None]) -> None:
        self._names, self._refuse = names, refuse

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Asyncio's."""
        self._transport: asyncio.DatagramTransport = transport  # type: ignore[assignment]

    def datagram_received(self, data: bytes, peer: tuple[str, int]) -> None:
        """One question; what is none is dropped."""
        try:
            name, kind, end = question(data)
        except (IndexError, struct.error, UnicodeDecodeError):
            return
        if kind not in (A, AAAA):
            self._refuse(KINDS.get(kind, str(kind)), name)
        self._transport.sendto(self._answer(data, name, kind, end), peer)

    def _answer(self, data: bytes, name: str, kind: int, end: int) -> bytes:
        records = b""
        if kind == A:
            packed = ipaddress.ip_address(self._names.address(name)).packed
            records = struct.pack(">HHHIH", 0xC00C, A, 1, 60, 4) + packed
        flags = ANSWER if kind in (A, AAAA) else REFUSED
        return data[:2] + struct.pack(">HHHHH", flags, 1, 1 if records else 0, 0, 0) + data[12:end] + records


def question(data: bytes) -> tuple[str, int, int]:
    """(name, kind, where the question ends) of a DNS message."""
    labels, at = [], 12
    while length := data[at]:
        labels.append(data[at + 1 : at + 1 + length].decode("ascii"))
        at += 1 + length
    (kind,) = struct.unpack_from(">H", data, at + 1)
    return ".".join(labels), kind, at + 5
