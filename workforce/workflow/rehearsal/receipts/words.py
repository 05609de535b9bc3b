# ruff: noqa: E501 - sentences for people stay whole
"""The words of the summary, in the languages that managers read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """phrases: for one and for several, `{n}` the number; verbs, nouns: of what is made; unknown nouns stay English."""

    would: str
    nothing: str
    to: str
    phrases: dict[str, tuple[str, str]]
    verbs: dict[str, str]
    nouns: dict[str, tuple[str, str]]
    verb_last: bool = False

    def count(self, name: str, number: int) -> str:
        """A counted phrase."""
        one, several = self.phrases[name]
        return (one if number == 1 else several).format(n=number)

    def things(self, verb: str, noun: str, number: int) -> str:
        """`create 2 tickets`."""
        one, several = self.nouns.get(noun, (noun or "record", f"{noun or 'record'}s"))
        what = f"{number} {one if number == 1 else several}"
        said = self.verbs.get(verb, self.verbs["create"])
        return f"{what} {said}" if self.verb_last else f"{said} {what}"


def words_for(language: str) -> Words:
    """The words of a language; English for one that is not here."""
    return LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), ENGLISH)


ENGLISH = Words(
    "would", "would change nothing outside", "to",
    {"mails": ("send {n} e-mail", "send {n} e-mails"), "people": ("to {n} person", "to {n} people"), "drafts": ("draft {n} e-mail", "draft {n} e-mails"),
     "rows": ("write {n} row", "write {n} rows"), "changed_rows": ("change {n} row", "change {n} rows"), "deleted_rows": ("delete {n} row", "delete {n} rows"),
     "messages": ("post {n} message", "post {n} messages"), "calls": ("make {n} other call", "make {n} other calls"), "sources": ("reads {n} source", "reads {n} sources"),
     "questions": ("asks the AI once", "asks the AI {n} times"), "failed": ("{n} call did not get through", "{n} calls did not get through")},
    {"create": "create", "change": "change", "delete": "delete"},
    {"event": ("event", "events"), "payment": ("payment", "payments"), "file": ("file", "files"), "company": ("company", "companies")},
)  # fmt: skip
GERMAN = Words(
    "würde", "würde außen nichts ändern", "an",
    {"mails": ("{n} E-Mail", "{n} E-Mails"), "people": ("an {n} Person senden", "an {n} Personen senden"), "drafts": ("{n} E-Mail entwerfen", "{n} E-Mails entwerfen"),
     "rows": ("{n} Zeile schreiben", "{n} Zeilen schreiben"), "changed_rows": ("{n} Zeile ändern", "{n} Zeilen ändern"), "deleted_rows": ("{n} Zeile löschen", "{n} Zeilen löschen"),
     "messages": ("{n} Nachricht senden", "{n} Nachrichten senden"), "calls": ("{n} weiteren Aufruf machen", "{n} weitere Aufrufe machen"), "sources": ("liest {n} Quelle", "liest {n} Quellen"),
     "questions": ("fragt die KI einmal", "fragt die KI {n}-mal"), "failed": ("{n} Aufruf kam nicht durch", "{n} Aufrufe kamen nicht durch")},
    {"create": "anlegen", "change": "ändern", "delete": "löschen"},
    {"event": ("Termin", "Termine"), "payment": ("Zahlung", "Zahlungen"), "file": ("Datei", "Dateien"), "ticket": ("Ticket", "Tickets"), "contact": ("Kontakt", "Kontakte"), "task": ("Aufgabe", "Aufgaben"), "issue": ("Vorgang", "Vorgänge"), "deal": ("Deal", "Deals"), "company": ("Firma", "Firmen")},
    True,
)  # fmt: skip
SPANISH = Words(
    "", "no cambiaría nada fuera", "a",
    {"mails": ("enviaría {n} correo", "enviaría {n} correos"), "people": ("a {n} persona", "a {n} personas"), "drafts": ("prepararía {n} correo", "prepararía {n} correos"),
     "rows": ("escribiría {n} fila", "escribiría {n} filas"), "changed_rows": ("cambiaría {n} fila", "cambiaría {n} filas"), "deleted_rows": ("borraría {n} fila", "borraría {n} filas"),
     "messages": ("publicaría {n} mensaje", "publicaría {n} mensajes"), "calls": ("haría {n} llamada más", "haría {n} llamadas más"), "sources": ("lee {n} fuente", "lee {n} fuentes"),
     "questions": ("pregunta a la IA una vez", "pregunta a la IA {n} veces"), "failed": ("{n} llamada no llegó", "{n} llamadas no llegaron")},
    {"create": "crearía", "change": "cambiaría", "delete": "borraría"},
    {"event": ("evento", "eventos"), "payment": ("pago", "pagos"), "file": ("archivo", "archivos"), "contact": ("contacto", "contactos"), "task": ("tarea", "tareas"), "issue": ("incidencia", "incidencias"), "company": ("empresa", "empresas")},
)  # fmt: skip
FRENCH = Words(
    "", "ne changerait rien à l'extérieur", "à",
    {"mails": ("enverrait {n} e-mail", "enverrait {n} e-mails"), "people": ("à {n} personne", "à {n} personnes"), "drafts": ("préparerait {n} e-mail", "préparerait {n} e-mails"),
     "rows": ("écrirait {n} ligne", "écrirait {n} lignes"), "changed_rows": ("modifierait {n} ligne", "modifierait {n} lignes"), "deleted_rows": ("supprimerait {n} ligne", "supprimerait {n} lignes"),
     "messages": ("publierait {n} message", "publierait {n} messages"), "calls": ("ferait {n} autre appel", "ferait {n} autres appels"), "sources": ("lit {n} source", "lit {n} sources"),
     "questions": ("interroge l'IA une fois", "interroge l'IA {n} fois"), "failed": ("{n} appel n'a pas abouti", "{n} appels n'ont pas abouti")},
    {"create": "créerait", "change": "modifierait", "delete": "supprimerait"},
    {"event": ("événement", "événements"), "payment": ("paiement", "paiements"), "file": ("fichier", "fichiers"), "task": ("tâche", "tâches"), "company": ("entreprise", "entreprises")},
)  # fmt: skip
PORTUGUESE = Words(
    "", "não mudaria nada fora", "para",
    {"mails": ("enviaria {n} e-mail", "enviaria {n} e-mails"), "people": ("para {n} pessoa", "para {n} pessoas"), "drafts": ("prepararia {n} e-mail", "prepararia {n} e-mails"),
     "rows": ("escreveria {n} linha", "escreveria {n} linhas"), "changed_rows": ("mudaria {n} linha", "mudaria {n} linhas"), "deleted_rows": ("apagaria {n} linha", "apagaria {n} linhas"),
     "messages": ("publicaria {n} mensagem", "publicaria {n} mensagens"), "calls": ("faria mais {n} chamada", "faria mais {n} chamadas"), "sources": ("lê {n} fonte", "lê {n} fontes"),
     "questions": ("pergunta à IA uma vez", "pergunta à IA {n} vezes"), "failed": ("{n} chamada não chegou", "{n} chamadas não chegaram")},
    {"create": "criaria", "change": "mudaria", "delete": "apagaria"},
    {"event": ("evento", "eventos"), "payment": ("pagamento", "pagamentos"), "file": ("ficheiro", "ficheiros"), "contact": ("contato", "contatos"), "task": ("tarefa", "tarefas"), "company": ("empresa", "empresas")},
)  # fmt: skip
LANGUAGES = {"en": ENGLISH, "de": GERMAN, "es": SPANISH, "fr": FRENCH, "pt": PORTUGUESE}
