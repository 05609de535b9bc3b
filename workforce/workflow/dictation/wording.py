"""The few sentences that grounding adds to a plan, in the plan's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences with `{title}` (the step's) and `{thing}` (the input's label, an address, a host, a service)."""

    who: str
    sender: str
    where: str
    which: str
    phone: str
    why: str
    risk_address: str
    risk_host: str
    risk_service: str


WORDINGS = {
    "en": Wording(
        who="Who should “{title}” write to?",
        sender="Which address should “{title}” send from?",
        where="Which web address should “{title}” use?",
        which="“{title}”: which {thing}?",
        phone="Which telephone number should “{title}” use?",
        why="Your text does not name it, and it is not for us to guess.",
        risk_address="“{title}” mentions {thing}, which your text does not name.",
        risk_host="“{title}” contacts {thing}, which your text does not name.",
        risk_service="“{title}” uses {thing}, which your text does not name.",
    ),
    "de": Wording(
        who="An wen soll „{title}“ schreiben?",
        sender="Welche Adresse soll „{title}“ als Absender haben?",
        where="Welche Webadresse soll „{title}“ verwenden?",
        which="„{title}“: welches Ziel ({thing})?",
        phone="Welche Telefonnummer soll „{title}“ verwenden?",
        why="Ihr Text nennt es nicht, und wir raten nicht.",
        risk_address="„{title}“ enthält {thing}; Ihr Text nennt das nicht.",
        risk_host="„{title}“ ruft {thing} auf; Ihr Text nennt das nicht.",
        risk_service="„{title}“ verwendet {thing}; Ihr Text nennt das nicht.",
    ),
    "es": Wording(
        who="¿A quién debe escribir «{title}»?",
        sender="¿Desde qué dirección debe enviar «{title}»?",
        where="¿Qué dirección web debe usar «{title}»?",
        which="«{title}»: ¿cuál ({thing})?",
        phone="¿Qué número de teléfono debe usar «{title}»?",
        why="Su texto no lo dice y no queremos adivinarlo.",
        risk_address="«{title}» menciona {thing}, que su texto no nombra.",
        risk_host="«{title}» se conecta a {thing}, que su texto no nombra.",
        risk_service="«{title}» usa {thing}, que su texto no nombra.",
    ),
    "fr": Wording(
        who="À qui « {title} » doit-il écrire ?",
        sender="Depuis quelle adresse « {title} » doit-il envoyer ?",
        where="Quelle adresse web « {title} » doit-il utiliser ?",
        which="« {title} » : lequel ({thing}) ?",
        phone="Quel numéro de téléphone « {title} » doit-il utiliser ?",
        why="Votre texte ne le dit pas, et nous ne voulons pas le deviner.",
        risk_address="« {title} » contient {thing}, que votre texte ne nomme pas.",
        risk_host="« {title} » contacte {thing}, que votre texte ne nomme pas.",
        risk_service="« {title} » utilise {thing}, que votre texte ne nomme pas.",
    ),
    "pt": Wording(
        who="A quem deve “{title}” escrever?",
        sender="De que endereço deve “{title}” enviar?",
        where="Que endereço web deve “{title}” usar?",
        which="“{title}”: qual ({thing})?",
        phone="Que número de telefone deve “{title}” usar?",
        why="O seu texto não o diz, e não queremos adivinhar.",
        risk_address="“{title}” contém {thing}, que o seu texto não menciona.",
        risk_host="“{title}” contacta {thing}, que o seu texto não menciona.",
        risk_service="“{title}” usa {thing}, que o seu texto não menciona.",
    ),
}


def wording_of(language: str) -> Wording:
    """The sentences of a language, the English ones for one we do not speak."""
    return WORDINGS.get(language, WORDINGS["en"])
