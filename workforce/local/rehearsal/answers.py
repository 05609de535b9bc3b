"""The links in outgoing messages by which people would answer, and which of them a person of the scenario opens."""

from __future__ import annotations

import base64
import html
import quopri
import re
from urllib.parse import parse_qs, unquote, urlsplit

LINK = re.compile(r"/(?:webhook|form)-waiting/[^\s\"'<>\\)\]|]+")
RAW_MAIL = re.compile(rb'"raw"\s*:\s*"([\w-]{40,})=*"')  # how Gmail takes a mail
LONGEST_READ = 2 * 1024 * 1024


class Links:
    """The links that were seen, in order."""

    def __init__(self) -> None:
        self._seen: list[str] = []

    def read(self, message: bytes) -> None:
        """Look for links in a message, however it is wrapped for its way."""
        body = message[:LONGEST_READ]
        if raw := RAW_MAIL.search(body):
            self.read(base64.urlsafe_b64decode(raw[1] + b"=" * (-len(raw[1]) % 4)))
        if b"-waiting" not in body.replace(b"=\r\n", b"").replace(b"=\n", b""):
            return
        plain = body.decode("utf-8", "replace")
        mailed = quopri.decodestring(body).decode("utf-8", "replace") if b"=3D" in body or b"=\r\n" in body else ""
        for text in (mailed, plain, unquote(plain)):
            for link in LINK.findall(html.unescape(text.replace("\\u0026", "&").replace("\\/", "/"))):
                if "=3D" not in link and link not in self._seen:
                    self._seen.append(link.rstrip(".,;"))

    def choose(self, execution: str, approval: str) -> str | None:
        """The link to open for an execution, once; None when no link says what the person wants to say."""
        own = [link for link in self._seen if urlsplit(link).path.split("/")[2] == execution]
        wanted = "true" if approval == "approve" else "false"
        fitting = [link for link in own if parse_qs(urlsplit(link).query).get("approved", [""])[0] == wanted]
        if approval == "approve" and not fitting:
            fitting = [link for link in own if "approved" not in parse_qs(urlsplit(link).query)]
        for link in own if fitting else ():
            self._seen.remove(link)
        return fitting[-1] if fitting else None
