# ruff: noqa: E501 - lists of words stay whole
"""A plausible value for a name: `email` is an address, `due_date` a day that comes, `is_paid` true or false."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from workforce.workflow.rehearsal.plausible.cast import Cast, iso
from workforce.workflow.rehearsal.plausible.kinds import KINDS, Kind
from workforce.workflow.rehearsal.plausible.names import HEADLINES, SENTENCES, SUBJECTS, TASKS

Maker = Callable[[Cast, int, Kind], Any]
RECORD = KINDS["record"]


def words_of(name: str) -> str:
    """`firstName`, `First name`, `first-name` → `first_name`."""
    spaced = re.sub(r"([a-z\d])([A-Z])", r"\1_\2", name)
    return re.sub(r"[\W_]+", "_", spaced).strip("_").lower()


def value_named(name: str, number: int, cast: Cast, kind: Kind = RECORD) -> Any:
    """The value of a field of that name in the record of that number, which is of this kind."""
    words = words_of(name)
    for pattern, make in _RULES:
        if pattern.search(words):
            return make(cast, number, kind)
    title = words.replace("_", " ").strip().capitalize() or "Value"
    return f"{title} {number + 1}"


def _id(cast: Cast, number: int, kind: Kind) -> Any:
    return 1001 + number


def _name(cast: Cast, number: int, kind: Kind) -> str:
    match kind.name:
        case "product" | "sale":
            return cast.product(number)
        case "company":
            return cast.company(number).name
        case "file":
            return f"{cast.pick(('Report', 'Contract', 'Offer', 'Minutes'), number)}-{number + 1}.pdf"
        case "project" | "campaign":
            return cast.pick(("Autumn launch", "New website", "Spring offer", "Office move"), number)
        case "article" | "task" | "ticket" | "event" | "deal":
            return _title(cast, number, kind)
    return cast.person(number).name


def _title(cast: Cast, number: int, kind: Kind) -> str:
    match kind.name:
        case "article":
            return cast.pick(HEADLINES, number)
        case "ticket" | "message":
            return cast.pick(SUBJECTS, number)
        case "event" | "booking":
            return cast.pick(("Team meeting", "Customer call", "Project review", "Lunch with a partner"), number)
        case "deal":
            return f"{cast.company(number).name} – yearly plan"
    return cast.pick(TASKS, number)


def _text(cast: Cast, number: int, kind: Kind) -> str:
    return cast.pick(SENTENCES, number)


def _due(cast: Cast, number: int, kind: Kind) -> str:
    # every other one is over, so that both "overdue" and "soon" find some
    days = (-3, 2, -12, 6, -1, 13)[number % 6]
    return (cast.now + timedelta(days=days)).date().isoformat()


def _past_day(cast: Cast, number: int, kind: Kind) -> str:
    return cast.past(number, "day").date().isoformat()


def _soon_day(cast: Cast, number: int, kind: Kind) -> str:
    return cast.soon(number).date().isoformat()


def _birthday(cast: Cast, number: int, kind: Kind) -> str:
    years = cast.number("age", number, 24, 60)
    return (
        (cast.now + timedelta(days=number))
        .replace(day=min((cast.now + timedelta(days=number)).day, 28))
        .replace(year=cast.now.year - years)
        .date()
        .isoformat()
    )


def _among(*values: Any) -> Maker:
    return lambda cast, number, kind: values[number % len(values)]


def _of_person(attribute: str) -> Maker:
    return lambda cast, number, kind: getattr(cast.person(number), attribute)


def _money(about: str, high: float = 900) -> Maker:
    return lambda cast, number, kind: cast.amount(about, number, high)


def _between(about: str, low: int, high: int) -> Maker:
    return lambda cast, number, kind: cast.number(about, number, low, high)


def _rule(words: str, make: Maker) -> tuple[re.Pattern[str], Maker]:
    return re.compile(rf"(?:^|_)(?:{words})$"), make


def _anywhere(words: str, make: Maker) -> tuple[re.Pattern[str], Maker]:
    return re.compile(rf"(?:^|_)(?:{words})(?:_|$)"), make


_RULES: tuple[tuple[re.Pattern[str], Maker], ...] = (
    (re.compile(r"^(?:is|has|was|can|should|needs)_|_(?:enabled|verified|opt_in)$|^(?:active|enabled|subscribed|paid|urgent|approved|"
                r"completed|done|verified|consent|newsletter|success|ok|valid|exists)$"), _among(True, False)),
    _rule(r"(?:message|thread|request|external|user|customer|client|contact|company|order|invoice|product|deal|ticket|event|file|"
          r"record|row|item|account|project|task|employee|case|tracking|transaction|payment)_?(?:id|key)|id|uid|pk|row_number|"
          r"(?:\w+)_id", _id),
    _rule(r"uuid|guid|gid|execution_id", lambda cast, number, kind: cast.uuid(kind.name, number)),
    _rule(r"order_(?:number|no|nr)|bestellnummer|pedido", lambda cast, number, kind: f"SO-{4201 + number}"),
    _rule(r"invoice_(?:number|no|nr)|rechnungsnummer|factura|numero_facture", lambda c, number, k: f"INV-{2301 + number}"),
    _rule(r"sku|article_number|artikelnummer|part_number", lambda cast, number, kind: f"SKU-{310 + number}"),
    _rule(r"tracking_(?:number|no|code)|sendungsnummer", lambda cast, number, kind: cast.id("track", number, 12).upper()),
    _rule(r"(?:\w+_)?(?:number|no|nr|code|ref|reference|key|nummer|numero|slug)",
          lambda cast, number, kind: f"{kind.name[:3].upper()}-{1001 + number}"),
    _anywhere(r"e?_?mails?|mail_?address|email_?address|correo|courriel|sender|recipient|reply_to", _of_person("email")),
    _rule(r"from|to|cc|bcc", _of_person("email")),
    _rule(r"first_?name|vorname|given_?name|prenom|primeiro_nome|nombre_pila", _of_person("first")),
    _rule(r"last_?name|surname|nachname|family_?name|apellidos?|nom_de_famille|sobrenome", _of_person("last")),
    _anywhere(r"phone|mobile|telephone|tel|telefon|telefono|telefone|whatsapp|cell|handy|sms", _of_person("phone")),
    _rule(r"(?:\w+_)?(?:company|firma|empresa|entreprise|organi[sz]ation|account|business|employer|vendor|supplier|merchant)(?:_name)?",
          lambda cast, number, kind: cast.company(number).name),
    _rule(r"product(?:_name|_title)?|produkt|producto|produit|produto|item(?:_name)?|article(?:_name)?|artikel",
          lambda cast, number, kind: cast.product(number)),
    _rule(r"(?:job_?)?title_of_person|job_?title|role|position|stelle|puesto|cargo|poste", _of_person("job")),
    _rule(r"(?:user|display|real|full|customer|client|contact|lead|requester|employee|manager|owner|sender|guest|buyer|"
          r"kunden?|assignee|person)_?(?:full_?)?name|(?:customer|client|kunde|cliente|contact|kontakt|lead|owner|assignee|author|"
          r"user|requester|employee|mitarbeiter|manager|organizer|reporter|creator|buyer|guest|applicant|candidate|"
          r"sales_rep|rep|who|by|signed_by|created_by|responsible|autor|empleado|vollstandiger_name|your_name)", _of_person("name")),
    _rule(r"(?:\w+_)?(?:name|nombre|nome|nom)", _name),
    _rule(r"domain|hostname", lambda cast, number, kind: cast.company(number).domain),
    _anywhere(r"image|avatar|photo|picture|logo|thumbnail|icon", lambda c, number, k: f"https://images.example.com/{number + 1}.png"),
    _rule(r"(?:\w+_)?(?:url|uri|link|website|href|web|site|permalink|webseite)",
          lambda cast, number, kind: f"https://example.com/{kind.name}s/{1001 + number}"),
    _anywhere(r"birth_?day|birth_?date|date_of_birth|dob|geburtstag|cumpleanos|anniversaire|aniversario", _birthday),
    _rule(r"(?:due|deadline|expir\w*|faellig\w*|fallig\w*|vencimiento|echeance|renewal|close|end_of|valid|target)_?"
          r"(?:date|at|on|by|day|datum|until)?|(?:due|renew\w*|close|expiry)\w*|deadline|frist|faelligkeit", _due),
    _rule(r"start|start_time|start_at|starts_at|begin|beginn|inicio|debut|appointment|slot",
          lambda cast, number, kind: iso(cast.soon(number))),
    _rule(r"end_time|end_at|ends_at|ende|fin|fim", lambda cast, number, kind: iso(cast.soon(number) + timedelta(hours=1))),
    _rule(r"(?:start|delivery|ship|event|booking|appointment|meeting|arrival|check_?in)_?(?:date|datum|day|on)", _soon_day),
    _rule(r"(?:\w+_)?(?:date|datum|fecha|data_\w+|day|jour|dia)|date_\w+", _past_day),
    _rule(r"(?:\w+_)?(?:at|time|timestamp|datetime|on|created|updated|modified|since|received|submitted|published|zeit|hora|heure|"
          r"seen|login|when|zeitstempel)|(?:created|updated|modified|published|last)_\w+", lambda c, n, k: iso(c.past(n))),
    _rule(r"(?:\w+_)?(?:amount|total|price|sum|revenue|value|cost|costs|budget|fee|paid|balance|turnover|sales|payment|net|gross|"
          r"tax|discount|profit|margin|subtotal|betrag|summe|preis|umsatz|kosten|importe|precio|montant|prix|valor|preco|monto|"
          r"salary|income|expense|spend|mrr|arr)", _money("amount")),
    _rule(r"(?:\w+_)?(?:quantity|qty|count|stock|inventory|units|menge|anzahl|cantidad|quantite|quantidade|clicks|opens|visits|"
          r"views|users|guests|seats|employees|orders|leads|likes|size|length|amount_of|number_of_\w+|impressions|sessions|num|"
          r"hours|minutes|days|duration|bestand|lagerbestand|persons|people)", _between("quantity", 1, 40)),
    _rule(r"(?:\w+_)?(?:rating|stars|bewertung|nps|sterne)", _among(5, 2, 4, 3, 1)),
    _rule(r"(?:\w+_)?(?:score|percent|percentage|probability|progress|humidity|confidence|utilization|cpu|usage)", _between("score", 5, 98)),
    _rule(r"(?:\w+_)?(?:temperature|temp|temperatur|temperatura)|feels_like", _between("temperature", -4, 31)),
    _rule(r"wind_?\w*|speed|pressure|distance|weight|height|width", _between("measure", 1, 60)),
    _rule(r"(?:\w+_)?(?:rate|kurs|tasa|taux|taxa)", _money("rate", 2)),
    _rule(r"age|alter|edad", _between("age", 19, 68)),
    _rule(r"(?:\w+_)?(?:status|state|stage|estado|statut|etat|zustand|phase)", lambda c, number, kind: kind.states[number % len(kind.states)]),
    _rule(r"(?:\w+_)?(?:priority|severity|urgency|prioritat|prioridad|priorite|prioridade|level)", _among("high", "normal", "low")),
    _rule(r"(?:\w+_)?(?:currency|wahrung|moneda|devise|moeda|base)", _among("EUR")),
    _rule(r"city|stadt|ort|ciudad|ville|cidade|town", _of_person("city")),
    _rule(r"country_?code|iso", _of_person("country_code")),
    _rule(r"country|land|pais|pays|nation", _of_person("country")),
    _rule(r"(?:\w+_)?(?:address|street|adresse|strasse|direccion|endereco|rue|location|address_1|line_?1)", _of_person("street")),
    _rule(r"zip|zip_?code|postcode|postal_?code|plz", _of_person("postcode")),
    _rule(r"lat|latitude", _of_person("latitude")),
    _rule(r"lng|lon|long|longitude", _of_person("longitude")),
    _rule(r"lang|language|locale|sprache|idioma|langue", _among("en")),
    _rule(r"region|area|territory|gebiet", _among("North", "South", "West")),
    _rule(r"(?:\w+_)?(?:department|team|abteilung|departamento|group)", _among("Sales", "Support", "Finance")),
    _rule(r"(?:\w+_)?(?:category|type|kind|kategorie|categoria|categorie|typ|tipo|topic|thema|segment|industry|reason)",
          _among("General", "Billing", "Technical")),
    _rule(r"tags?|labels?|keywords?", _among("important", "new")),
    _rule(r"(?:\w+_)?(?:source|origin|channel|medium|campaign|utm_\w+|quelle)", _among("website", "newsletter", "fair")),
    _rule(r"plan|tier|package|subscription|tarif", _among("Pro", "Starter", "Business")),
    _rule(r"method|payment_method|carrier", _among("card", "transfer")),
    _rule(r"file_?name|datei(?:name)?", lambda cast, number, kind: f"document-{number + 1}.pdf"),
    _rule(r"mime_?type|content_?type", _among("application/pdf")),
    _rule(r"ip|ip_address", lambda cast, number, kind: f"192.0.2.{10 + number}"),
    _rule(r"sentiment|stimmung", _among("negative", "positive", "neutral")),
    _rule(r"(?:\w+_)?(?:title|subject|headline|betreff|asunto|objet|assunto|titel|titulo|titre|summary_line|task|todo)", _title),
    _rule(r"(?:\w+_)?(?:description|text|body|message|content|comment|comments|note|notes|summary|feedback|question|answer|html|"
          r"snippet|details|bio|reply|plain|beschreibung|nachricht|kommentar|mensaje|descripcion|mensagem|review|request|problem|"
          r"issue|query|input|output|prompt|transcript|abstract|markdown|caption|post)", _text),
    _rule(r"ids|list|items|rows|records|entries|results|lines|values|data|array|attachments|files|products|images|members",
          lambda cast, number, kind: []),
)  # fmt: skip
