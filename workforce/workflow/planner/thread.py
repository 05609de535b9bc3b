"""Pasted e-mails: what the writer says at the top counts; heads, signatures and earlier messages do not."""

from __future__ import annotations

import re

_FIELD = (
    r"(?:from|to|cc|bcc|subject|date|sent|reply-to|von|an|betreff|gesendet|datum|de|para|asunto|enviado|fecha|"
    r"objet|envoy[ée]|[àa]|assunto|enviad[oa](?: em)?|data)"
)
_HEAD = re.compile(rf"(?im)^[ \t]*\*?{_FIELD}\*?[ \t]?:[^\n]*(?:\n[ \t]*\*?{_FIELD}\*?[ \t]?:[^\n]*)+\n?")
_EARLIER = re.compile(
    r"(?im)^[ \t>]*(?:(?:on|am|el|le|em)\b[^\n]{4,120}(?:\n[^\n]{0,80})?\b(?:wrote|schrieb[^\n:]*|escribi[óo]|"
    r"a [ée]crit|escreveu)[ \t]?:?[ \t]*$"
    r"|[-_=*]{3,}[ \t]*(?:original message|forwarded message|urspr[üu]ngliche nachricht|weitergeleitete nachricht|"
    r"mensaje original|mensaje reenviado|message d'origine|message transf[ée]r[ée]|mensagem original|"
    r"mensagem encaminhada)[^\n]*$)"
)
_CLOSING = re.compile(
    r"(?im)^[ \t]*(?:--[ \t]*$|(?:(?:with )?(?:best|kind|warm|many)? ?(?:regards|wishes)|cheers|best|thanks(?: a lot)?|"
    r"thank you|many thanks|sincerely|(?:viele|liebe|beste|sch[öo]ne) gr[üu](?:ß|ss)e|"
    r"mit freundlichen gr[üu](?:ß|ss)en|gru(?:ß|ss)|danke|saludos(?: cordiales)?|un saludo|gracias|cordialement|"
    r"bien [àa] vous|merci|"
    r"atenciosamente|abra[çc]os?|obrigad[oa])[ \t]*[,.!]?[ \t]*$|sent from my\b[^\n]*$)"
)
_GREETING = re.compile(
    r"(?i)^\s*(?:hi|hello|hey|dear|hallo|liebe[rs]?|sehr geehrte[rs]?|hola|bonjour|ol[áa])\b[ \t]+"
    r"(?:\w+[ \t]?){1,3}[,!]\s*"
)
# the writer says that the wish stands further down
_BELOW = re.compile(
    r"(?i)\b(?:(?:see|as|described|explained|e-?mail|mail|request|message|thread)[^.\n]{0,30}\bbelow|siehe unten|"
    r"(?:wie|mail|anfrage)[^.\n]{0,20}\bunten|(?:ver|como|correo|mensaje)[^.\n]{0,20}\babajo|ci-dessous|"
    r"(?:ver|veja|como|e-mail)[^.\n]{0,20}\babaixo|automate this)\b"
)
_MOST_LINES = 8  # a signature is no longer


def unthreaded(prompt: str) -> tuple[str, list[str]]:
    """What the writer of a pasted e-mail wants, and notes on what was left out. Other texts come back as they are."""
    text = prompt.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in text.strip():
        return prompt, []
    top, below = _parted(_HEAD.sub("", text, count=1) if _HEAD.match(text.lstrip("\n")) else text)
    wanted, notes = top, ["Left out: the earlier messages of the thread."] if below else []
    if below and _BELOW.search(top):
        wanted, notes = _body(below), ["Planned from the message below yours, as you asked."]
    return _unsigned(_GREETING.sub("", wanted, count=1)).strip() or prompt, notes


def _parted(text: str) -> tuple[str, str]:
    """The newest message and the earlier ones."""
    cuts = [
        match.start()
        for match in (_EARLIER.search(text), _HEAD.search(text))
        if match and text[: match.start()].strip()
    ]
    return (text[: min(cuts)], text[min(cuts) :]) if cuts else (text, "")


def _body(earlier: str) -> str:
    """The words of the message right below, without its head and its marks of quotation."""
    plain = re.sub(r"(?m)^[ \t]*(?:>[ \t]?)+", "", earlier)
    plain = _HEAD.sub("", _EARLIER.sub("", plain, count=1), count=1)
    return _parted(plain)[0]


def _unsigned(text: str) -> str:
    """Without the signature: from a closing line to the end, where that is short."""
    for match in _CLOSING.finditer(text):
        rest = [line for line in text[match.end() :].splitlines() if line.strip()]
        if text[: match.start()].strip() and len(rest) <= _MOST_LINES and all(len(line) < 80 for line in rest):
            return text[: match.start()]
    return text
