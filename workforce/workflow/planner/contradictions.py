"""What a prompt says against itself, two rhythms or a forbidden message, is asked and not guessed."""

from __future__ import annotations

import itertools
import re

from workforce.workflow.language.times import FoundSchedule
from workforce.workflow.language.words import fold
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.spec import Question

_FORBIDDEN = re.compile(
    r"\b(?:never|do not|don't|dont|must not|no|nie|niemals|keine?[nr]?|nunca|jamais|pas d[e']|nao)\b[^.,;:\n]{0,20}?"
    r"\b(?P<what>e-?mails?|mails?|correos?|courriels?|slack|sms|messages?|nachrichten|mensajes?|"
    r"mensagens?)\s*(?=$|[.,;!\n])"
)
_BOUNDED = re.compile(
    r"[\s,]*(?:but|yet|aber|doch|jedoch|pero|mais|mas|porem)\s+(?:at most|only|not more than|no more than|"
    r"never more than|hochstens|maximal|nur|solo|como maximo|seulement|uniquement|au plus|so|apenas|no maximo)\s*"
)
_CONDITION = re.compile(r"\b(?:if|when|unless|where|wenn|falls|sofern|si|cuando|quand|se|quando|sem|who|that|die)\b")
# a case that is told of in the same breath: `no rows, no mail`, `orders below 20 don't get that mail`
_CASE = re.compile(
    r"\b(?:below|under|above|over|than|als|unter|uber|de|que)\s\d|"
    r"\b(?:no|none|nothing|others?|rest|keine?n?|nichts|ohne|ningun\w*|nada|sin|aucun\w*|rien|sans|nenhum\w*|sem)\b"
)
_KINDS = {"slack": ("chat",), "sms": ("sms",), "message": ("chat", "sms"), "nachricht": ("chat", "sms")}


def rhythms_at_odds(text: str, schedules: tuple[FoundSchedule, ...]) -> list[str]:
    """What two rhythms say against each other: `every hour but at most once a week`."""
    found = [said for schedule in schedules for said in schedule.contradictions]
    for one, two in itertools.pairwise(schedules):
        if _BOUNDED.fullmatch(fold(text[one.end : two.start])) and one.schedule != two.schedule:
            found.append(f"“{one.text}” and “{two.text}” cannot both be true")
    return found


def ask_about_contradictions(assembly: Assembly) -> None:
    """Put what cannot both be true in front of all other questions."""
    for question in (_told_and_forbidden(assembly), _two_rhythms(assembly)):
        if question is not None:
            assembly.questions.insert(0, question)


def _two_rhythms(assembly: Assembly) -> Question | None:
    found = assembly.request.contradictions
    if not found:
        return None
    return Question(
        key="schedule",
        text=f"When exactly should it run: which day and time? {found[0]}",
        why="The prompt says two things about when it runs.",
        about=assembly.triggers[0].id if assembly.triggers else "",
        answer_kind="schedule",
    )


def _told_and_forbidden(assembly: Assembly) -> Question | None:
    """`mail it to the team every day, never send e-mails`: both were said, and neither is about a case of its own."""
    text = fold(assembly.request.text)
    for match in _FORBIDDEN.finditer(text):
        before = re.split(r"[.;:\n]", text[: match.start()])[-1]
        kinds = next((kinds for word, kinds in _KINDS.items() if match["what"].startswith(word)), ("mail",))
        acts = [i for i in assembly.request.intents if i.kind == "act" and not i.scope]
        if any(KIND_OF.get(i.service) in kinds for i in acts) and not (
            _CONDITION.search(before) or _CASE.search(before)
        ):
            return Question(
                key="contradiction",
                text=f"You ask for a message and also say “{match.group().strip()}”. Should the worker send it or not?",
                why="The prompt says two things about what is sent.",
                about="",
            )
    return None
