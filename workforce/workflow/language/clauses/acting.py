"""What can stand as an action."""

from __future__ import annotations

from workforce.workflow.language.clauses.clause import (
    AI_WORDS,
    ENTITIES,
    MODALS,
    PLACES,
    PRONOUNS,
    RELATIVE,
    SUBJECTS,
    TO,
)
from workforce.workflow.language.lexicon.small import ARTICLES
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set

_BEFORE_OBJECTS = word_set("new neue den dem der das die")


def object_follows(pieces: list[Piece], index: int) -> bool:
    if index + 1 >= len(pieces):
        return False
    following = pieces[index + 1]
    plain = index > 2 and not pieces[index].nouns and bool(following.nouns) and not following.verbs
    return plain or (
        following.kind in ENTITIES
        or following.kind == "quote"
        or bool(following.service)
        or following.fold in ARTICLES | PRONOUNS | TO
        or following.fold in _BEFORE_OBJECTS
    )


_SKIPPED = word_set("also then again directly automatically immediately at us me not dann auch")


_RECIPIENT = word_set("to an a au para al aux ao")


def is_action(pieces: list[Piece], language: str) -> bool:
    """Whether these pieces can say an action by themselves (and are not just another field or a relative clause)."""
    content = [p for p in pieces if p.kind not in ("mark", "time")]
    while content and (content[0].fold in MODALS or content[0].fold in _SKIPPED):
        content = content[1:]
    if len(content) < 2:
        return (
            bool(content)
            and len(content) == 1
            and bool(content[0].verbs)
            and not content[0].nouns
            and content[0].verbs[0] in ("approve", "ignore", "dedupe", "merge", "wait")
        )
    if (content[0].fold in RELATIVE and content[0].fold not in ("das", "que", "die", "der")) or (
        content[0].fold in ("die", "der", "das")
        and content[-1].verbs == ()
        and len(content) < 9
        and not any(p.service for p in content)
    ):
        return False
    head = content[0]
    if head.verbs and not head.nouns and head.kind == "word":
        return True
    if head.verbs and head.nouns and object_follows(content, 0):
        return True
    if head.fold in AI_WORDS and any(p.verbs for p in content[1:4]):
        return True
    if any(p.service and p.depth == 0 for p in content) and (
        len(content) > 2 or any(p.kind in ENTITIES or p.kind in ("name", "quote") for p in content)
    ):
        return True
    if any(p.kind in ("channel", "phone", "chatid", "url") for p in content) and any(
        p.verbs or set(p.nouns) - PLACES for p in content
    ):
        return True
    if any(p.kind == "email" for p in content) and any(p.verbs or "email" in p.nouns for p in content):
        return True
    if any("email" in p.nouns or "message" in p.nouns or "sms" in p.nouns for p in content[:3]) and any(
        p.fold in _RECIPIENT for p in content[1:5]
    ):
        return True
    if any("row" in p.nouns for p in content[:3]) and content[-1].kind == "quote":
        return True
    if (
        (head.fold in SUBJECTS or head.nouns or head.fold in ARTICLES)
        and any(p.verbs and not p.nouns for p in content[1:4])
        and len(content) >= 3
    ):
        return head.fold not in RELATIVE
    placed = any(p.fold in ARTICLES | TO | PRONOUNS or p.kind in ENTITIES or p.names for p in content)
    return language == "de" and len(content) >= 3 and bool(content[-1].verbs) and not content[-1].nouns and placed
