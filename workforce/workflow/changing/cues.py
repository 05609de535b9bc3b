"""Words that say what kind of change is meant, folded, in five languages at once: a wish is short."""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w'])(?:" + "|".join(patterns) + r")(?![\w'])")


ALSO = _any(
    r"also|too|as well|additionally|in addition|another|add",
    r"auch|ausserdem|zusatzlich|zudem|fug\w*|hinzu",
    r"tambien|ademas|anade|agrega|anadir",
    r"aussi|egalement|en plus|ajoute[rz]?",
    r"tambem|alem disso|adicione|acrescente|adicionar",
)
INSTEAD = _any(
    r"instead(?! of)|stattdessen|lieber|en su lugar|en cambio|a la place(?! d)|plutot(?! qu)|em vez disso|no lugar"
)
# New first, old behind it.
RATHER_THAN = _any(
    r"instead of|rather than|in place of|not|statt|anstatt|anstelle(?: von)?"
    r"|en vez de|en lugar de|au lieu d[eu]|plutot que|a la place d[eu]|em vez d[eo]|ao inves d[eo]|no lugar d[eo]"
)
# Old first, new behind it: `replace a by b`, `switch from a to b`.
OLD_FIRST = _any(
    r"replace|swap|exchange|(?:switch|change|move)\w* from|ersetz\w*|tausch\w*|wechs\w* von"
    r"|reemplaza\w*|sustitu\w*|cambia\w* de|remplace\w*|passe[rz]? de|change[rz]? de|substitu\w*"
    r"|troque|troca\w*|mude de"
)
STOP = _any(
    r"stop|don'?t|do not|doesn'?t|no longer|not any ?more|never|remove|delete|drop|without|get rid of|cancel",
    r"leave away|no more",
    r"nicht(?: mehr)?|kein\w*|entfern\w*|losch\w*|ohne|hor auf|lass\w*|streich\w*|weglass\w*",
    r"deja\w* de|no|ya no|quita\w*|elimina\w*|borra\w*|sin|suprim\w*",
    r"arrete\w*|ne|n'\w+|pas|plus de|supprime\w*|enleve\w*|retire\w*|sans",
    r"pare de|nao|deixe de|remova|remove\w*|tire|retire|exclu\w*|sem",
)
SKIP = _any(
    r"skip|ignore|exclude|leave out|omit|filter out|except|disregard",
    r"uberspring\w*|ignorier\w*|ausser|auslass\w*|lass\w* .* (?:weg|aus)",
    r"omite|omitir|ignora\w*|salta\w*|excluye\w*|descarta\w*|excepto",
    r"ignore[rz]?|saute\w*|exclu\w*|omets|omettre|sauf",
    r"ignore|pule|pular|exclua|omita|desconsidere|exceto",
)
ONLY = _any(
    r"only|just|nur|bloss|solo|solamente|unicamente|seulement|uniquement|que les|so|somente|apenas|only when|only if"
)
ASK = _any(r"ask|approv\w*|frag\w*|freigabe|genehmig\w*|aprob\w*|aprueb\w*|valid\w*|aprov\w*|pregunta\w*|demande\w*")
BY_PHONE = _any(r"text me|text us|sms|call me|ring me|anrufen|ruf mich an|llamame|appelle-moi|me ligue")
COPY = _any(r"cc|copy|kopie|copia|copie|cpy|bcc")
HIDDEN_COPY = _any(r"bcc|blind|hidden copy|blindkopie|copia oculta|copie cachee")
ME = _any(r"me|myself|mir|mich|a mi|moi|me|mim|para mim")
NAMED = re.compile(
    r"(?<!\w)(?:(?:re)?name|call|title) (?:it|this(?: worker)?|the worker|him|her)(?: to| as)?(?!\w)\s*:?\s*(?P<en>.+)"
    r"|(?<!\w)(?:nenne?|benenne?|bezeichne?) (?:ihn|sie|es|das)(?: um)?(?: in| als)?(?!\w)\s*:?\s*(?P<de>.+)"
    r"|(?<!\w)(?:llama(?:lo|la)|renombra(?:lo|la)|pon(?:le|lo)(?: el nombre)?)(?: como| a| de)?(?!\w)\s*:?\s*(?P<es>.+)"
    r"|(?<!\w)(?:appelle|nomme|renomme)-(?:le|la)(?: en)?(?!\w)\s*:?\s*(?P<fr>.+)"
    r"|(?<!\w)(?:chame|renomeie|nomeie)-?(?:o|a)?(?: de| para| como)?(?!\w)\s*:?\s*(?P<pt>.+)"
)
BECOMES = _any(r"to|is|as|=|:|be|says?|auf|zu|in|lautet|soll|a|en|como|sea|sur|par|est|para|seja")
CONTAINS = _any(r"enthalten|enthalt|beinhalten|beinhaltet|vorkommt|vorkommen|steht")
THINGS = {
    "mail": r"e-?mails?|mails?|correos?|courriels?|emails?",
    "chat": r"messages?|nachrichten?|mensajes?|mensage(?:m|ns)|posts?|chats?",
    "ai": r"ai|ki|ia|summar\w*|zusammenfass\w*|resum\w*",
    "filter": r"filters?|conditions?|filtr\w*|bedingung\w*|condicion\w*|condit\w*|condic\w*",
    "approval": r"approv\w*|freigabe\w*|genehmig\w*|aprob\w*|approb\w*|aprov\w*|validat\w*",
    "wait": r"wait\w*|pause\w*|delay\w*|warte\w*|espera\w*|attente\w*",
    "sheet": r"sheets?|spreadsheets?|rows?|tabellen?|zeilen?|hojas?|filas?|feuilles?|lignes?|planilhas?|linhas?",
}
