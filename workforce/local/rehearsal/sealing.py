"""A network of our own: only a loopback interface, to which every address of the world leads.

Linux namespaces do the sealing, not a rule that could be forgotten: there is no way out of this network, for no process
that is started in it. On top of that every address is made local, so that what listens here answers for all of them.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import socket
import struct
from pathlib import Path

NEW_MOUNTS, NEW_USER, NEW_NETWORK = 0x0002_0000, 0x1000_0000, 0x4000_0000
MOUNT_BIND, MOUNT_RECURSIVE, MOUNT_SLAVE = 0x1000, 0x4000, 0x8_0000
SET_FLAGS, UP_AND_RUNNING = 0x8914, 0x41
NEW_ROUTE, REQUEST_CREATE = 24, 0x1 | 0x4 | 0x200 | 0x400

FILES = {
    "/etc/resolv.conf": "nameserver 127.0.0.1\noptions timeout:2 attempts:1\n",
    "/etc/hosts": "127.0.0.1 localhost\n::1 localhost\n",
    "/etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
}


class CannotSeal(OSError):
    """This machine does not let us make a network of our own."""


def seal(folder: Path) -> None:
    """Move this process, which must have one thread, and all it will start into the sealed network.

    folder: for the few files that say how names are found. Raises `CannotSeal`.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.geteuid(), os.getegid()
    kinds = NEW_NETWORK | NEW_MOUNTS | (0 if user == 0 else NEW_USER)
    if libc.unshare(kinds):
        raise CannotSeal(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    if user:
        _keep_identity(user, group)
    _raise_loopback()
    _lead_everything_here(socket.AF_INET)
    with contextlib.suppress(OSError):  # a machine without IPv6
        _lead_everything_here(socket.AF_INET6)
    _answer_names_ourselves(libc, folder)


def _keep_identity(user: int, group: int) -> None:
    """Inside the user namespace we are root over what was ours outside, and over nothing else."""
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"0 {user} 1")
    Path("/proc/self/gid_map").write_text(f"0 {group} 1")


def _raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sh14x", b"lo", UP_AND_RUNNING))


def _lead_everything_here(family: int) -> None:
    """`ip route add local default dev lo`, said to the kernel."""
    default_route = struct.pack("=BBBBBBBBI", family, 0, 0, 0, 255, 3, 254 if family == socket.AF_INET else 0, 2, 0)
    body = default_route + struct.pack("=HHI", 8, 4, socket.if_nametoindex("lo"))
    request = struct.pack("=IHHII", 16 + len(body), NEW_ROUTE, REQUEST_CREATE, 1, 0) + body
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as kernel:
        kernel.bind((0, 0))
        kernel.send(request)
        (error,) = struct.unpack("=i", kernel.recv(4096)[16:20])
    if error:
        raise OSError(-error, os.strerror(-error))


def _answer_names_ourselves(libc: ctypes.CDLL, folder: Path) -> None:
    """Put files of our own over those that say how names are found, for this process and its children only."""
    libc.mount(b"none", b"/", None, MOUNT_RECURSIVE | MOUNT_SLAVE, None)
    for place, text in FILES.items():
        own = folder / Path(place).name
        own.write_text(text)
        target = os.path.realpath(place)
        if Path(target).exists() and libc.mount(str(own).encode(), target.encode(), None, MOUNT_BIND, None):
            raise CannotSeal(ctypes.get_errno(), f"{target} could not be replaced")
