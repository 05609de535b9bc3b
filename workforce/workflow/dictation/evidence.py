"""Evidence: whether a person's text names a thing."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from workforce.workflow.language.words import fold

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
URL = re.compile(r"https?://[^\s{}\"'<>)\]]+")
PHONE = re.compile(r"\+?\d[\d\s().-]{6,}\d")
LEAST_WORD, ROOT, LEAST_LABEL = 3, 4, 4


class Evidence:
    """One prompt, asked whether it names something."""

    def __init__(self, prompt: str) -> None:
        self._text = fold(prompt)
        self._words = set(re.findall(r"[^\W_]+", self._text))
        self._solid = "".join(re.findall(r"[^\W_]+", self._text))
        self._digits = re.sub(r"\D", "", prompt)

    def thing(self, name: str) -> bool:
        """A name or id: to the letter, or all its words in some form (`#sales-alerts` by "the sales alert channel")."""
        folded = fold(name).strip().lstrip("#@")
        if not folded or folded in self._text:
            return True
        words = re.findall(r"[^\W_]+", folded)
        return bool(words) and all(self._word(word) for word in words)

    def _word(self, word: str) -> bool:
        if word in self._words:
            return True
        if len(word) < LEAST_WORD or any(char.isdigit() for char in word):
            return False
        root = word[: max(ROOT, len(word) - 2)]
        return len(word) > ROOT and any(other.startswith(root) for other in self._words)

    def address(self, address: str) -> bool:
        """An e-mail address, to the letter."""
        return fold(address) in self._text

    def host(self, url: str) -> bool:
        """The host of a URL, or the name in it (`api.open-meteo.com` by "Open-Meteo")."""
        host = fold(urlsplit(url).hostname or "")
        if not host or host in self._text:
            return True
        labels = host.split(".")
        label = re.sub(r"\W", "", labels[-2] if len(labels) > 1 else host)
        return len(label) >= LEAST_LABEL and label in self._solid

    def destinations(self, text: str) -> bool:
        """Whether all addresses and hosts in a text are named; also where there are none."""
        return all(map(self.address, ADDRESS.findall(text))) and all(map(self.host, URL.findall(text)))

    def phone(self, number: str) -> bool:
        """A telephone number, however it is spaced."""
        return re.sub(r"\D", "", number).lstrip("0") in self._digits
