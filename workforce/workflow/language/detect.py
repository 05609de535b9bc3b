"""Which language a text is in, by its commonest words."""

from __future__ import annotations

from workforce.workflow.language.words import tokens, word_set

LANGUAGES = ("en", "de", "es", "fr", "pt")

_COMMON: dict[str, frozenset[str]] = {
    "en": word_set(
        "the a an and or of to in on for with from is are was be it this that i we you my our your every each "
        "when if then new send please need want should would all any not into by at as them their who which after "
        "only"
    ),
    "de": word_set(
        "der die das den dem des ein eine einen einem einer und oder von zu zum zur im in an am auf fur mit aus "
        "ist sind wird werden es dies wir ich unser unsere unserem unseren mein meine jede jeder jeden jedes wenn "
        "falls dann neue neuer neuen neues schicke sende bitte soll sollen alle nicht bei nach als uns mir dass "
        "sobald taglich wochentlich um uhr"
    ),
    "es": word_set(
        "el la los las un una y o de del al en para con por es son que se lo nuestro nuestra nuestros nuestras mi "
        "cada cuando si entonces nuevo nueva nuevos envia enviame manda mandame favor quiero necesito todos todas "
        "no su sus como hoja correo dias lunes semana mes hay"
    ),
    "fr": word_set(
        "le la les un une des et ou de du au aux en pour avec par est sont que qui se ce cette notre nos mon ma "
        "mes chaque quand lorsque si alors nouveau nouvelle envoie envoyer merci je nous vous il tous toutes ne "
        "pas dans sur leur son ses veux besoin a d l"
    ),
    "pt": word_set(
        "o a os as um uma e ou de do da dos das no na nos nas em para com por sao que se nosso nossa meu minha "
        "cada quando entao novo nova envie enviar favor quero preciso todos todas nao seu sua como planilha toda "
        "todo ao pelo pela voce dia segunda semana mes"
    ),
}
_TELLING: dict[str, frozenset[str]] = {  # words that no other of the five languages has
    "de": word_set("und der die das wenn mit fur eine einen jeden jede bitte nicht ist soll unsere unserem auf bei"),
    "es": word_set("el los las y cuando nuestro nuestra cada hoja correo nuevo nueva envia avisa si con una al"),
    "fr": word_set("le les des et chaque quand notre nos dans avec sur une est pour du au aux"),
    "pt": word_set("o os um uma nao nosso nossa quando planilha toda todo novo nova no na nos nas do da dos em com e"),
    "en": word_set("the and of with our every when please if new is to"),
}


def detect(text: str, fallback: str = "en") -> str:
    """The language (ISO 639-1) of a text among the five that are read; `fallback` when nothing tells."""
    return next(iter(ranked(text, fallback)), fallback)


def ranked(text: str, fallback: str = "en") -> list[str]:
    """The languages a text shows words of, the likeliest first: people mix them."""
    found = [token.fold for token in tokens(text[:4000])]
    scores = {
        language: sum((word in _COMMON[language]) + (word in _TELLING[language]) for word in found)
        for language in LANGUAGES
    }
    lowered = text.lower()
    scores["pt"] += 2 * sum(lowered.count(mark) for mark in ("ã", "õ", "ç"))
    scores["es"] += 3 * sum(lowered.count(mark) for mark in ("ñ", "¿", "¡"))
    scores["de"] += 2 * sum(lowered.count(mark) for mark in ("ß", "ü", "ö", "ä"))
    scores["fr"] += 2 * sum(lowered.count(mark) for mark in ("è", "ê", "à ", "«", "ç", "l'", "d'", "l’", "d’"))
    told = [language for language in LANGUAGES if scores[language] > 0]
    return sorted(told, key=lambda language: (-scores[language], language != fallback))
