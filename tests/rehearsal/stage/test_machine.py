"""A machine that forbids a sealed network, and one on which the stage runs as a plain user."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from workforce.local.places import CHECKOUT
from workforce.local.rehearsal.setting import Setting

NOBODY = 65_534
TRY = """
    import socket, sys
    from pathlib import Path
    sys.path.insert(0, {checkout!r})
    from workforce.local.rehearsal.sealing import seal
    seal(Path({folder!r}))
    print("inside", socket.if_nameindex(), Path("/etc/resolv.conf").read_text().splitlines()[0])
    door = socket.create_server(("0.0.0.0", 443))
    socket.create_connection(("93.184.215.14", 443), 2)
    print("came to", door.accept()[0].getsockname()[0])
    try:
        socket.create_connection(("93.184.215.14", 80), 2)
    except OSError as error:
        print(type(error).__name__)
"""


def sealed(folder: Path, **more: object) -> str:
    """What a process says that seals itself with the system's Python."""
    script = textwrap.dedent(TRY.format(checkout=str(CHECKOUT), folder=str(folder)))
    ran = subprocess.run(["/usr/bin/python3", "-c", script], capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload]
    return str(ran.stdout + ran.stderr)


def test_in_the_sealed_network_every_address_is_here(tmp_path: Path) -> None:
    said = sealed(tmp_path)
    assert "inside [(1, 'lo')] nameserver 127.0.0.1" in said
    assert "came to 93.184.215.14" in said and "ConnectionRefusedError" in said


def test_nothing_of_it_is_seen_outside(tmp_path: Path) -> None:
    before = Path("/etc/resolv.conf").read_text()
    sealed(tmp_path)
    assert Path("/etc/resolv.conf").read_text() == before


@pytest.mark.parametrize("user", [NOBODY])
def test_a_plain_user_can_seal_too(tmp_path_factory: pytest.TempPathFactory, user: int) -> None:
    if os.geteuid() != 0:  # then the other test was it
        return
    folder = Path("/tmp") / f"sealed-{os.getpid()}"
    folder.mkdir()
    os.chown(folder, user, user)
    try:
        assert "came to 93.184.215.14" in sealed(folder, user=user, group=user, extra_groups=[])
    finally:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def test_a_machine_that_forbids_it_is_told_what_to_allow(tmp_path: Path) -> None:
    """A user namespace in which no further ones may be made stands for such a machine."""
    setting = Setting(*("x" for _ in Setting.__slots__))
    env = os.environ | setting.environment() | {"STAGE_STATE": str(tmp_path), "STAGE_CACHE": str(tmp_path)}
    limits = 'echo 0 > /proc/sys/user/max_net_namespaces && exec "$0" -m workforce.local.rehearsal'
    command = ["unshare", "--user", "--map-root-user", "sh", "-c", limits, sys.executable]
    ran = subprocess.run(command, env=env, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 1
    assert "nothing can be rehearsed" in ran.stdout and "CAP_SYS_ADMIN" in ran.stdout
