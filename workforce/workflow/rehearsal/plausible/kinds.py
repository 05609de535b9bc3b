# ruff: noqa: E501 - lists of words stay whole
"""Kinds of records that companies keep, known by the words in an address, a table or a field."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of record. fields: what one has, in order; states: what its status can be."""

    name: str
    fields: tuple[str, ...]
    states: tuple[str, ...] = ("open", "in progress", "done")


_PERSON = ("id", "name", "first_name", "last_name", "email", "phone", "company", "city", "country", "status")

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("order", ("id", "order_number", "customer_name", "email", "product", "quantity", "total", "currency",
                       "status", "created_at"), ("paid", "pending", "shipped")),
        Kind("customer", (*_PERSON, "created_at"), ("active", "active", "inactive")),
        Kind("invoice", ("id", "invoice_number", "customer_name", "email", "amount", "currency", "status", "issue_date",
                         "due_date"), ("unpaid", "paid", "overdue")),
        Kind("lead", (*_PERSON, "source", "score", "created_at"), ("new", "contacted", "qualified")),
        Kind("ticket", ("id", "subject", "description", "requester_name", "email", "priority", "status", "created_at",
                        "updated_at"), ("open", "pending", "solved")),
        Kind("product", ("id", "name", "sku", "description", "price", "currency", "stock", "category", "status",
                         "updated_at"), ("active", "active", "sold out")),
        Kind("employee", ("id", "name", "first_name", "last_name", "email", "job_title", "department", "start_date",
                          "birthday", "status"), ("active", "active", "on leave")),
        Kind("task", ("id", "title", "description", "assignee", "email", "priority", "status", "due_date",
                      "created_at")),
        Kind("event", ("id", "title", "description", "location", "start", "end", "organizer", "email", "status"),
             ("confirmed", "confirmed", "tentative")),
        Kind("message", ("id", "from", "to", "subject", "text", "created_at")),
        Kind("payment", ("id", "customer_name", "email", "amount", "currency", "method", "status", "created_at"),
             ("succeeded", "pending", "failed")),
        Kind("subscription", ("id", "customer_name", "email", "plan", "amount", "currency", "status", "start_date",
                              "renewal_date"), ("active", "trialing", "cancelled")),
        Kind("deal", ("id", "title", "company", "owner", "email", "amount", "currency", "stage", "status",
                      "close_date", "created_at"), ("open", "won", "lost")),
        Kind("article", ("id", "title", "url", "author", "summary", "content", "category", "published_at")),
        Kind("review", ("id", "product", "author", "email", "rating", "text", "status", "created_at"),
             ("published", "published", "new")),
        Kind("shipment", ("id", "order_number", "customer_name", "email", "carrier", "tracking_number", "status",
                          "created_at", "delivery_date"), ("in transit", "delivered", "delayed")),
        Kind("file", ("id", "name", "url", "size", "mime_type", "created_at", "updated_at")),
        Kind("project", ("id", "name", "description", "owner", "email", "status", "budget", "start_date", "due_date")),
        Kind("applicant", ("id", "name", "email", "phone", "position", "status", "resume_url", "created_at"),
             ("new", "interview", "rejected")),
        Kind("booking", ("id", "name", "email", "phone", "date", "start", "end", "guests", "status"),
             ("confirmed", "confirmed", "cancelled")),
        Kind("expense", ("id", "employee_name", "email", "description", "category", "amount", "currency", "status",
                         "date"), ("submitted", "approved", "rejected")),
        Kind("sale", ("id", "date", "product", "quantity", "amount", "currency", "region", "sales_rep", "email")),
        Kind("weather", ("city", "country", "temperature", "humidity", "wind_speed", "description", "date")),
        Kind("rate", ("base", "currency", "rate", "date")),
        Kind("company", ("id", "name", "domain", "email", "phone", "city", "country", "industry", "employees",
                         "created_at")),
        Kind("comment", ("id", "author", "email", "text", "created_at")),
        Kind("campaign", ("id", "name", "subject", "status", "clicks", "opens", "cost", "currency", "start_date"),
             ("sent", "draft", "running")),
        Kind("record", ("id", "name", "email", "status", "amount", "date", "description", "created_at", "updated_at"),
             ("active", "pending", "done")),
    )
}  # fmt: skip

_WORDS: tuple[tuple[str, str], ...] = (
    ("order", r"orders?|bestellung(?:en)?|auftr[aä]ge?|pedidos?|commandes?|encomendas?|purchases?|carts?|checkouts?"),
    ("invoice", r"invoices?|rechnung(?:en)?|facturas?|factures?|faturas?|bills?"),
    ("lead", r"leads?|prospects?|interessenten?"),
    ("ticket", r"tickets?|issues?|incidents?|cases?|complaints?|requests?|bugs?|support"),
    ("product", r"products?|produkte?|productos?|produits?|produtos?|items?|articles_stock|stock|inventory|prices?|skus?|lager"),
    ("employee", r"employees?|mitarbeiter|empleados?|employes?|funcionarios?|staff|team|members|personnel|birthdays?"),
    ("task", r"tasks?|todos?|aufgaben?|tareas?|taches?|tarefas?|cards?|activities"),
    ("event", r"events?|calendars?|meetings?|appointments?|termine?|eventos?|reunions?|schedule"),
    ("message", r"messages?|e?mails?|inbox|chats?|conversations?|posts_chat|nachrichten|mensajes"),
    ("payment", r"payments?|charges?|transactions?|zahlungen?|pagos?|paiements?|pagamentos?|refunds?|payouts?"),
    ("subscription", r"subscriptions?|renewals?|abos?|memberships?|contracts?|vertr[aä]ge?|contratos?"),
    ("deal", r"deals?|opportunit(?:y|ies)|pipelines?|quotes?|offers?|angebote?"),
    ("article", r"articles?|posts?|blogs?|news|stories|feeds?|headlines?|nachricht|noticias?|top"),
    ("review", r"reviews?|ratings?|bewertungen?|feedbacks?|surveys?|responses?|testimonials?"),
    ("shipment", r"shipments?|deliver(?:y|ies)|tracking|parcels?|packages?|sendungen?|envios?|livraisons?"),
    ("applicant", r"applicants?|applications?|candidates?|bewerb(?:er|ungen)|resumes?|jobs?"),
    ("booking", r"bookings?|reservations?|buchungen?|reservas?"),
    ("expense", r"expenses?|spesen|gastos?|depenses?|despesas?|receipts?|costs?"),
    ("sale", r"sales?|umsatz|verkaeufe|verk[aä]ufe|ventas?|ventes?|vendas?|revenues?|kpis?|metrics?|figures?|stats?|reports?"),
    ("weather", r"weather|forecasts?|wetter|clima|meteo|tempo"),
    ("rate", r"rates?|exchange|fx|currenc(?:y|ies)|quotes_fx|coins?|tickers?|latest"),
    ("campaign", r"campaigns?|newsletters?|ads|kampagnen?"),
    ("comment", r"comments?|kommentare?|replies|notes?"),
    ("project", r"projects?|projekte?|proyectos?|projets?|projetos?"),
    ("company", r"compan(?:y|ies)|organi[sz]ations?|accounts?|firmen|empresas?|entreprises?|vendors?|suppliers?|partners?"),
    ("file", r"files?|documents?|attachments?|dateien|archivos?|fichiers?|uploads?|folders?"),
    ("customer", r"customers?|clients?|kund(?:e|en|in)|clientes?|contacts?|kontakte?|contactos?|users?|people|persons?|subscribers?|profiles?|students?|patients?|tenants?|guests?|attendees?|registrations?|participants?|donors?|recipients?"),
)  # fmt: skip
_PATTERNS = tuple((KINDS[name], re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for name, words in _WORDS)


def kind_of(text: str) -> Kind:
    """The kind of record that a path, a table or a title speaks of: the last word that says one; else just a record."""
    folded = re.sub(r"([a-z])([A-Z])", r"\1_\2", text).lower()
    found = [(match.start(), kind) for kind, pattern in _PATTERNS for match in pattern.finditer(folded)]
    return max(found, key=lambda pair: pair[0])[1] if found else KINDS["record"]
