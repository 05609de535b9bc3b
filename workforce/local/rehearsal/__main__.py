"""The stage process: seal, listen, keep the engine alive, and take plays until stopped."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from pathlib import Path

from workforce.integrations.rehearsal import CallRecord
from workforce.local.n8n import installation
from workforce.local.places import Places
from workforce.local.rehearsal import backstage, mail, statements
from workforce.local.rehearsal.acting import Actor
from workforce.local.rehearsal.certificates import Authority
from workforce.local.rehearsal.copies import Copies
from workforce.local.rehearsal.door import Door
from workforce.local.rehearsal.engine import RehearsalEngine
from workforce.local.rehearsal.names import Names, NameServer
from workforce.local.rehearsal.scratch import Scratch
from workforce.local.rehearsal.sealing import seal
from workforce.local.rehearsal.services import PORTS, Scene, Services
from workforce.local.rehearsal.setting import Setting
from workforce.local.rehearsal.turns import Turns
from workforce.local.rehearsal.watching import Watcher


class Sealed:
    """What nobody answers in the sealed network is told to the ledger as refused."""

    def __init__(self, scene: Scene, names: Names, services: Services) -> None:
        self._scene, self._names, self._services = scene, names, services
        self.own = {*mail.PLAIN_PORTS, *mail.SECURE_PORTS, statements.PORT}

    def seen(self, protocol: str, source: str, address: str, port: int) -> None:
        """A connection was tried."""
        if source == backstage.ADDRESS or (protocol == "udp" and port == 53):
            return
        if protocol == "tcp" and (port in self.own or port in self._services.ports):
            return
        self._refused("CONNECT", f"{protocol}://{self._names.name(address)}:{port}")

    def asked(self, kind: str, name: str) -> None:
        """A name was asked for something that is no address."""
        self._refused(kind, f"dns://{name}")

    def _refused(self, method: str, url: str) -> None:
        if self._scene.ledger:
            self._scene.ledger.enter(CallRecord(method, url, at=time.time(), refused=True))


async def run(setting: Setting, places: Places) -> None:
    """Everything, in the order in which it is needed."""
    scene, names = Scene(), Names()
    authority = Authority(places.state)
    services = Services(scene, names, authority)
    sealed = Sealed(scene, names, services)
    watcher = Watcher(sealed.seen)
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(lambda: NameServer(names, sealed.asked), local_addr=("127.0.0.1", 53))
    for port in PORTS:
        services.listen(port)
    scratch = Scratch(setting.scratch_url)
    servers = [
        *await mail.serve_mail(scene, names, authority),
        await statements.serve_postgres(scene, names, setting.postgres_socket, setting.scratch, scratch.touch),
    ]
    engine = RehearsalEngine(places, setting.n8n_url, authority.path)
    sealed.own.add(engine.n8n.broker_port)
    copies = Copies(installation(places.cache) / "node_modules", setting.credential)
    door = Door(engine, Actor(engine, scene, services, scratch, copies), Turns())
    servers.append(await door.open(Path(setting.door)))
    try:
        await asyncio.gather(engine.keep_alive(), door.tidy())
    finally:
        for server in servers:
            server.close()
        watcher.close()


def main() -> int:
    """0 when told to stop, 1 when the machine does not allow a sealed network."""
    setting = Setting.read(os.environ)
    places = Places(Path(setting.cache), Path(setting.state)).made()
    try:
        seal(places.state)
    except OSError as error:
        print(f"This machine does not allow a network without a way out ({error}), so nothing can be rehearsed.")
        print("In a container, allow it to make namespaces (CAP_SYS_ADMIN, or a seccomp profile with unshare).")
        return 1
    stopping = asyncio.new_event_loop()
    work = stopping.create_task(run(setting, places))
    for sign in (signal.SIGTERM, signal.SIGINT):
        stopping.add_signal_handler(sign, work.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        stopping.run_until_complete(work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
