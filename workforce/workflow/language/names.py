"""What names name: `the sheet "Orders"` is a sheet called Orders, `(table Signups)` a table."""

from __future__ import annotations

from workforce.workflow.language.lexicon.containers import CONTAINERS
from workforce.workflow.language.lexicon.small import CALLED, FUNCTION
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set

CONTAINER_OF = {form.replace("_", " "): kind for kind, forms in CONTAINERS.items() for form in forms.split()}
_REACH = 6  # how many pieces back the thing may stand that a quotation names
_LONGEST = 5
ARTICLE_LIKE = word_set("the our unser unsere el la le de do da : = key")
_IDENTIFIER_KINDS = {
    "group",
    "site",
    "table",
    "channel",
    "label",
    "tag",
    "folder",
    "topic",
    "project",
    "status",
    "column",
}


def bind_names(found: list[Piece]) -> list[Piece]:
    """Say what quotations name, and gather unquoted names (`Google Sheet Inventory`) into pieces of kind `name`."""
    gathered = _gather(found)
    for index, piece in enumerate(gathered):
        if piece.kind in ("quote", "name", "ident") and not piece.names:
            piece.names = _before(gathered, index) or _behind(gathered, index) or _titled(gathered, index)
        elif piece.kind == "channel":
            piece.names = "channel"
    return gathered


def _titled(found: list[Piece], index: int) -> str:
    """`a task in Asana called "Prepare workplace"`: what is made gets that title."""
    if not index or found[index - 1].fold not in CALLED or found[index - 1].fold in ARTICLE_LIKE:
        return ""
    made = any("file" not in p.nouns and p.nouns for p in found[max(0, index - _REACH) : index - 1])
    return "title" if made and found[index - 1].fold not in ("is", "name", "id", "nome", "nombre") else ""


def container(piece: Piece) -> str:
    """The kind of thing a word stands for when it takes a name; empty for other words."""
    if piece.kind != "word":
        return ""
    if piece.service:
        return next(
            (CONTAINER_OF[w] for w in piece.fold.split() if w in CONTAINER_OF and w not in ("teams", "form")), ""
        )
    if piece.fold in CONTAINER_OF:
        return CONTAINER_OF[piece.fold]
    last = piece.fold.split(" ")[-1].split("-")[-1].split("'")[-1]
    return CONTAINER_OF.get(last, "")


_STOPS_AT = word_set("quote name email url channel line arrow")


def _before(found: list[Piece], index: int) -> str:
    for steps in range(1, _REACH):
        if index - steps < 0:
            return ""
        piece = found[index - steps]
        if piece.kind in _STOPS_AT or (piece.kind == "mark" and piece.text in ".;!?"):
            return ""
        if kind := container(piece):
            return kind
        if piece.verbs and steps > 2 and piece.fold not in CALLED:
            return ""
    return ""


def _behind(found: list[Piece], index: int) -> str:
    for piece in found[index + 1 : index + 3]:
        if kind := container(piece):
            return kind
        if piece.kind != "word" or piece.fold in FUNCTION:
            return ""
    return ""


def _gather(found: list[Piece]) -> list[Piece]:
    result: list[Piece] = []
    index = 0
    while index < len(found):
        piece = found[index]
        result.append(piece)
        index += 1
        kind = container(piece)
        if not kind:
            continue
        start = _name_start(found, index)
        called = [p.fold for p in found[index:start] if p.kind == "word" and not p.service and p.fold in CALLED]
        named = start < len(found) and found[start].text[:1].isupper()
        said = any(word not in ARTICLE_LIKE and (named or word != "is") for word in called)
        length = _name_length(found, start, kind, called=said)
        if not length:
            continue
        result.extend(found[index:start])
        parts = found[start : start + length]
        text = " ".join(part.text for part in parts)
        result.append(
            Piece("name", text, text.lower(), parts[0].start, parts[-1].end, value=text.strip(" '"), names=kind)
        )
        index = start + length
    return _leading_names(result)


def _name_start(found: list[Piece], index: int) -> int:
    """Where a name would begin behind a container noun: `channel is called x` → x, `canal do Slack: x` → x."""
    place = index
    while place < min(len(found), index + 3):
        piece = found[place]
        if piece.service or (piece.kind in ("word", "mark") and piece.fold in CALLED):
            place += 1
            continue
        break
    return place


def _name_length(found: list[Piece], start: int, kind: str, *, called: bool) -> int:
    length = 0
    for piece in found[start : start + _LONGEST]:
        short = piece.fold in FUNCTION and not (piece.text.isupper() and len(piece.text) > 1)
        if piece.kind not in ("word", "number") or short or piece.service or "time" in piece.flags:
            break
        capital = piece.text[:1].isupper()
        if length == 0:
            identifier = "_" in piece.text or called
            plain = kind in _IDENTIFIER_KINDS and _alone(found, start)
            if piece.kind == "number" or not (capital or identifier or plain) or (container(piece) and not capital):
                return 0
            strict = plain and (start + 1 >= len(found) or found[start + 1].kind in ("mark", "line", "arrow"))
            if (piece.verbs and not capital and not identifier and not strict) or (
                piece.nouns and not capital and not identifier and not plain
            ):
                return 0
        elif piece.kind == "word" and not capital and piece.nouns and _ends(found, start + length):
            pass
        elif piece.kind == "word" and not capital and (piece.verbs or container(piece) or len(piece.text) < 3):
            break
        length += 1
    return length


def _ends(found: list[Piece], index: int) -> bool:
    return index + 1 >= len(found) or found[index + 1].kind in ("mark", "line", "arrow")


def _alone(found: list[Piece], index: int) -> bool:
    """Whether a word stands by itself up to a mark, the end or a function word, as in `(tabela receitas)`."""
    following = found[index + 1] if index + 1 < len(found) else None
    if following is None or following.kind in ("mark", "line", "arrow") or following.fold in FUNCTION:
        return True
    return bool(following.verbs) and not following.nouns


_LEADING = word_set("team board project space group list folder sheet database table calendar label page form")


def _leading_names(found: list[Piece]) -> list[Piece]:
    """`the Growth team`: capitals in front of a container noun, in the middle of a sentence."""
    for index, piece in enumerate(found):
        if container(piece) not in _LEADING:
            continue
        before = found[index - 1] if index else None
        ahead = found[index - 2] if index > 1 else None
        after = found[index + 1] if index + 1 < len(found) else None
        if after is not None and after.kind in ("name", "quote"):
            continue
        if (
            before is None
            or ahead is None
            or before.kind != "word"
            or not before.text[:1].isupper()
            or before.service
            or before.fold in FUNCTION
        ):
            continue
        if ahead.kind == "word" and (ahead.fold in FUNCTION or ahead.service):
            before.kind, before.value, before.names = "name", before.text, container(piece)
    return found
