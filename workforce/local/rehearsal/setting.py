"""What the stage process is told, in its environment: addresses and passwords do not belong on a command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote

PREFIX = "STAGE_"


@dataclass(frozen=True, slots=True)
class Setting:
    """door: the unix socket to listen on; sockets: the folder of PostgreSQL's; scratch, n8n: database and role."""

    cache: str
    state: str
    door: str
    sockets: str
    port: str
    scratch: str
    scratch_password: str
    n8n: str
    n8n_password: str

    @classmethod
    def read(cls, env: Mapping[str, str]) -> Setting:
        """From the environment. `KeyError` names what is missing."""
        return cls(**{name: env[PREFIX + name.upper()] for name in cls.__slots__})

    def environment(self) -> dict[str, str]:
        """For the environment."""
        return {PREFIX + name.upper(): value for name, value in asdict(self).items()}

    @property
    def postgres_socket(self) -> str:
        """PostgreSQL's socket."""
        return f"{self.sockets}/.s.PGSQL.{self.port}"

    @property
    def scratch_url(self) -> str:
        """The scratch database as its owner."""
        return self._url(self.scratch, self.scratch_password)

    @property
    def n8n_url(self) -> str:
        """The database of the rehearsal's n8n."""
        return self._url(self.n8n, self.n8n_password)

    @property
    def credential(self) -> dict[str, Any]:
        """What PostgreSQL's dummy credential holds: a name of the world, and the password that opens the scratch."""
        return {
            "host": "database.example.com",
            "port": 5432,
            "database": "company",
            "user": "company",
            "password": self.scratch_password,
            "ssl": "disable",
        }

    def _url(self, name: str, password: str) -> str:
        place = f"host={quote(self.sockets, safe='')}&port={self.port}"
        return f"postgresql://{name}:{quote(password, safe='')}@/{name}?{place}"
