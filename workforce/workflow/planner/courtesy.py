"""How people wrap what they want: `I'd love it if …`, `could you make a worker that …`; without it a wish is left."""

from __future__ import annotations

import re

_WORKER = (
    r"(?:(?:a|an|some|another|one|me a|us a|ein|eine|einen|un|una|une|um|uma)\s+)?(?:\w+\s+)?"
    r"(?:worker|workflow|automation|bot|agent|assistant|flow|process|job|something|thing|zap|automatisierung|ablauf|"
    r"automatismus|etwas|algo|flujo|automatizacion|automatización|proceso|trabajador|automatisation|automatisme|flux|"
    r"quelque chose|fluxo|automacao|automação|processo|trabalhador)"
)
_MAKE = (
    r"(?:build|make|create|set up|setup|give|do|have|get|write|design|bau\w*|erstell\w*|einricht\w*|mach\w*|crear|crea|"
    r"hacer|haz|montar|monta|configurar|créer|creer|faire|mettre en place|construire|criar|cria|fazer|montar|"
    r"configurar)"
)
_THAT = r",?\s*(?:which|that|who|to|for me that|der|die|das|que|qui|pour|para)\b[,:]?\s*"
_YOU = r"(?:you|u|we|ihr|sie|du|man|vous|tu|usted|ustedes|você|voce|vocês|voces)"
_KIND = (
    r"(?:\s*(?:please|pls|kindly|maybe|perhaps|bitte|mir|uns|me|us|for us|for me|por favor|s'il te plaît|nous|"
    r"nos)\b,?)*"
)
_WRAPPINGS = (
    # could you (please) make a worker which …
    rf"(?:could|can|would|will|könntet|könnten|könntest|kannst|könnt|können|podrías|podrias|podría|podria|"
    rf"puedes|pueden|"
    rf"pourriez|pourrais|peux|pouvez|poderia|poderiam|pode|podem)[\s-]+{_YOU}?{_KIND}\s*(?:{_MAKE}{_KIND}\s+)?{_WORKER}"
    rf"(?:\s+bauen|\s+erstellen|\s+machen|\s+einrichten)?{_THAT}",
    rf"(?:i|we)(?:'d| would)? (?:just )?(?:need|want|like|love)(?: to have| to get)? {_WORKER}{_THAT}",
    rf"(?:need|want|looking for) {_WORKER}{_THAT}",
    rf"{_MAKE}(?: me| us)? {_WORKER}{_THAT}",
    rf"(?:ich|wir) (?:brauche|brauchen|hätte gern|hätten gern|möchte|möchten|suche|suchen) {_WORKER}{_THAT}",
    rf"(?:necesito|necesitamos|quiero|queremos|quisiera|me gustaría tener) {_WORKER}{_THAT}",
    rf"(?:j'ai besoin d'|nous avons besoin d'|il nous faut |il me faut |je voudrais |je veux ){_WORKER}{_THAT}",
    rf"(?:preciso de|precisamos de|quero|queremos|gostaria de ter) {_WORKER}{_THAT}",
    r"(?:could|can|would|will) (?:you|u|we)(?: please| pls| kindly| maybe| just)*,?\s+(?=[a-z])",
    r"¿?(?:podrías?|podrias?|puedes?|pueden|podéis)(?: por favor)?\s+(?=[a-zñáé])",
    r"(?:pouvez-vous|peux-tu|pourriez-vous|pourrais-tu)(?: s'il (?:te|vous) plaît)?\s+",
    r"(?:você |voce |vocês )?(?:pode|poderia|podem|poderiam)(?: por favor)?\s+(?=[a-z])",
    # I'd love it if …
    r"(?:i|we)(?:'d| would) (?:really )?(?:love|like|appreciate) it (?:very much )?if\s+",
    (
        r"(?:it|that)(?: would|'d) be (?:\w+ )?(?:great|nice|good|cool|lovely|awesome|helpful|wonderful|super|"
        r"fantastic|amazing) (?:if|when)\s+"
    ),
    r"(?:i was wondering|i wonder|wondering) (?:if|whether) (?:you|we|it) (?:could|can|would)\s+",
    (
        r"(?:could|can|would) (?:you|we|u)(?: please| pls| kindly| maybe)? (?:make sure|see to it|arrange|"
        r"ensure)(?: that)?,?\s+"
    ),
    r"(?:please |pls )?(?:make sure|see to it|ensure)(?: that)?,?\s+",
    r"(?:my|our|the) (?:wish|idea|request|ask|goal|plan|task)(?: is|:)(?: this:| that| simple:)?\s+",
    r"(?:what )?(?:i|we) (?:need|want|would like)(?: is)?(?: this)?:\s+",
    r"es wäre (?:\w+ )?(?:super|toll|schön|gut|klasse|prima|hilfreich),? wenn\s+",
    r"(?:ich|wir) (?:möchten?|hätten? gerne?|wünschen? mir|wünschen uns|wollen|will),? dass\s+",
    r"(?:me|nos) (?:gustaría|gustaria|encantaría|encantaria) que\s+|(?:sería|seria) (?:genial|ideal|bueno|"
    r"estupendo) (?:si|que)\s+|"
    r"(?:quiero|queremos|quisiera|quisiéramos|necesito|necesitamos) que\s+",
    r"(?:j'aimerais|nous aimerions|je voudrais|nous voudrions|je veux|je souhaite|"
    r"nous souhaitons)(?: bien)? (?:que |qu')|"
    r"ce serait (?:\w+ )?(?:bien|super|top|génial|parfait|utile) (?:si|que)\s+",
    r"(?:gostaria|gostaríamos|gostariamos|quero|queremos|queria|preciso|precisamos) que\s+|"
    r"seria (?:ótimo|otimo|bom|legal|ideal|perfeito) (?:se|que)\s+",
)
_GREETING = (
    r"(?:(?:hi|hello|hey|hallo|hola|bonjour|salut|olá|ola|oi|moin|good (?:morning|afternoon|day)|guten (?:tag|morgen)|"
    r"buenos días|buenas(?: tardes)?|bom dia|boa tarde|dear \w+)(?: (?:there|team|all|zusammen|everyone|folks|guys|"
    r"equipo|à tous|pessoal|equipe|you))?\s*[,!.:–-]*\s*)"
)
_WRAPPING = re.compile(
    rf"(^|[.!?:;\n,]\s*)(?:(?:please|bitte|so|ok|okay|well|and|then),?\s+)?(?:{'|'.join(_WRAPPINGS)})", re.IGNORECASE
)
_HELLO = re.compile(rf"^\s*{_GREETING}", re.IGNORECASE)


_LET_KNOW = (
    (re.compile(r"\b(?:confirm|acknowledge)(?: it| this)? to\b", re.IGNORECASE), "send a confirmation to"),
    (re.compile(r"\blet\s+((?:[^\s.,;:]+\s+){1,6}?)know\b", re.IGNORECASE), r"notify \1"),
    (
        re.compile(r"\bkeep\s+((?:[^\s.,;:]+\s+){1,6}?)(?:posted|informed|in the loop|up to date)\b", re.IGNORECASE),
        r"notify \1",
    ),
    (re.compile(r"\bfai(?:s|tes) savoir à\s+", re.IGNORECASE), "préviens "),
    (re.compile(r"\bhaz(?:le|les)? saber a\s+", re.IGNORECASE), "avisa a "),
)


def unwrapped(text: str) -> str:
    """A prompt without greeting and polite wrappings, in plain verbs; what is wanted stays as it was written."""
    bare = _HELLO.sub("", text, count=1)
    for pattern, plain in _LET_KNOW:
        bare = pattern.sub(plain, bare)
    bare = _WRAPPING.sub(lambda match: match.group(1), bare)
    return bare if bare.strip() else text
