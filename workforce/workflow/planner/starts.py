# ruff: noqa: E501 - patterns and sentences for people stay whole
"""The trigger of a spec: which node, which event, which inputs; and what data it gives."""

from __future__ import annotations

import re

from workforce.workflow.build import group, many
from workforce.workflow.catalogue import Operation, Parameter
from workforce.workflow.language.lexicon.nouns import NOUNS
from workforce.workflow.language.words import fold
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source, concept_of
from workforce.workflow.planner.filling import generic, sign_in
from workforce.workflow.planner.intents import Intent, Start
from workforce.workflow.planner.recipes import Order
from workforce.workflow.schedule import Every, Schedule
from workforce.workflow.spec import Link, Literal, Locator, Question, Trigger, Value

_SELECTORS = (
    "event",
    "events",
    "topic",
    "updates",
    "trigger",
    "triggerOn",
    "resource",
    "resources",
    "object",
    "entity",
    "action",
    "actions",
    "objectType",
    "firesOn",
    "watch",
    "type",
)
_VERB_WORDS = {
    "created": r"new|creat\w*|add\w*|neu\w*|erstellt|angelegt|nuev\w*|cre[ae]\w*|nouv\w*|ajout\w*|nov[oa]s?|criad\w*|entr\w*|arriv\w*|lleg\w*|cheg\w*|places?|placed|books?|booked|open\w*|submit\w*|signs?|subscri\w*|uploaded|lands?|appears?|comes|incoming|received?|eingeh\w*|eingegangen|kommt|bestellt|bucht|gebucht|compr\w*|receb\w*|recoi\w*|buys|inscri\w*|posted|scheduled|abr\w*|ouvr\w*|ouvert\w*|drops?|registr\w*|anad\w*|agreg\w*",
    "updated": r"updat\w*|chang\w*|modif\w*|edit\w*|moves?|moved|geander\w*|aktualisier\w*|andert|cambi\w*|actualiz\w*|pas[ae]\w*|mis a jour|atualiz\w*|mud\w*|marked|wechselt|becomes|escalat\w*|assigned|won|lost|ganad\w*|gewonnen|gagne\w*|ganh\w*|stage|status",
    "deleted": r"delet\w*|remov\w*|cancel\w*|gelosch\w*|storniert\w*|gekundigt|elimin\w*|borr\w*|suppr\w*|annul\w*|exclu\w*|apag\w*",
    "failed": r"fail\w*|fehl\w*|declin\w*|fall[ae]\w*|echou\w*|echec|falh\w*|bounce\w*",
    "completed": r"complet\w*|finish\w*|done|erledigt|abgeschlossen|termin\w*|conclu\w*|closed|geschlossen|cerrad\w*|ferme\w*|fechad\w*",
    "paid": r"paid|pays|bezahlt|pagad\w*|paye\w*|pag[ao]\w*|succeed\w*|erfolgreich|payment received|receives? (a )?payment",
    "published": r"publish\w*|veroffentlicht|public\w*|publie\w*",
    "refunded": r"refund\w*|erstattet|reembols\w*|rembours\w*",
    "unsubscribed": r"unsubscrib\w*|abgemeldet|dado de baja|desabonn\w*|desinscrev\w*",
}
PREFERRED: dict[str, tuple[tuple[str, str, dict[str, str]], ...]] = {
    # service: (pattern on the folded words, inputs as constants); the first that fits, `` always
    "gmail": (("", "", {}),),
    "calendly": (
        ("cancel|storn|annul|cancela", "", {"scope": "user", "events": "[invitee.canceled]"}),
        ("", "", {"scope": "user", "events": "[invitee.created]"}),
    ),
    "stripe": (
        (
            "subscription.*(cancel|delet|end)|(cancel|delet|kundig).*(subscription|abo)|cancel\\w* .*suscrip|resili|cancel\\w* .*assinatura",
            "",
            {"events": "[customer.subscription.deleted]"},
        ),
        ("subscription|abo\\b|abonnement|suscripcion|assinatura", "", {"events": "[customer.subscription.created]"}),
        ("invoice.*(fail)|fail.*invoice", "", {"events": "[invoice.payment_failed]"}),
        ("refund|ruckerstatt|reembols|rembours|estorno", "", {"events": "[charge.refunded]"}),
        ("dispute|chargeback|litige|disputa", "", {"events": "[charge.dispute.created]"}),
        ("fail|fehl|falla|falle|echou|echec|falh|declin|rechaz|refus", "", {"events": "[charge.failed]"}),
        ("invoice.*paid|paid.*invoice|factura.*pag|facture.*pay|rechnung.*bezahlt", "", {"events": "[invoice.paid]"}),
        ("checkout", "", {"events": "[checkout.session.completed]"}),
        (
            "customer (is )?(creat|sign)|new customer|neuer kunde|nuevo cliente|nouveau client|novo cliente",
            "",
            {"events": "[customer.created]"},
        ),
        ("invoice|factura|facture|rechnung|fatura", "", {"events": "[invoice.created]"}),
        ("payout", "", {"events": "[payout.paid]"}),
        ("", "", {"events": "[charge.succeeded]"}),
    ),
    "whatsapp": (("", "", {"updates": "[messages]"}),),
    "telegram": (("", "", {"updates": "[message]"}),),
    "slack": (
        ("mention", "", {"trigger": "[app_mention]"}),
        ("reaction|reacts|emoji", "", {"trigger": "[reaction_added]"}),
        ("joins|new member|team member|beitritt", "", {"trigger": "[team_join]"}),
        ("file|datei|archivo|fichier|arquivo", "", {"trigger": "[file_share]"}),
        ("", "", {"trigger": "[message]"}),
    ),
    "twilio": (("", "", {"updates": "[com.twilio.messaging.inbound-message.received]"}),),
    "mailchimp": (
        ("unsubscrib|abmeld|baja|desabonn|desinscr", "", {"events": "[unsubscribe]", "sources": "[user,admin,api]"}),
        ("campaign|kampagne|campana|campagne", "", {"events": "[campaign]", "sources": "[user,admin,api]"}),
        ("", "", {"events": "[subscribe]", "sources": "[user,admin,api]"}),
    ),
    "shopify": (
        ("cancel|storn|annul", "", {"topic": "orders/cancelled"}),
        ("refund|reembols|rembours|erstatt", "", {"topic": "refunds/create"}),
        ("paid|bezahlt|pagad|payee|pago", "", {"topic": "orders/paid"}),
        ("fulfil|shipped|versandt|versendet|enviad|expedi", "", {"topic": "orders/fulfilled"}),
        ("product|produkt|producto|produit|produto", "", {"topic": "products/create"}),
        ("customer|kunde|cliente|client\\b", "", {"topic": "customers/create"}),
        ("inventory|stock|lagerbestand|inventario|estoque", "", {"topic": "inventory_levels/update"}),
        ("checkout|abandon|cart", "", {"topic": "checkouts/create"}),
        ("", "", {"topic": "orders/create"}),
    ),
    "github": (
        ("pull request|\\bprs?\\b", "", {"events": "[pull_request]"}),
        ("release|version", "", {"events": "[release]"}),
        ("push|commit", "", {"events": "[push]"}),
        ("comment|kommentar|comentario|commentaire", "", {"events": "[issue_comment]"}),
        ("star", "", {"events": "[watch]"}),
        ("deploy", "", {"events": "[deployment]"}),
        ("workflow|action|build|pipeline", "", {"events": "[workflow_run]"}),
        ("fork", "", {"events": "[fork]"}),
        ("", "", {"events": "[issues]"}),
    ),
    "gitlab": (
        ("merge request|\\bmrs?\\b|pull request", "", {"events": "[merge_requests]"}),
        ("pipeline", "", {"events": "[pipeline]"}),
        ("push|commit", "", {"events": "[push]"}),
        ("comment|note", "", {"events": "[note]"}),
        ("release", "", {"events": "[releases]"}),
        ("job|build", "", {"events": "[job]"}),
        ("tag", "", {"events": "[tag_push]"}),
        ("", "", {"events": "[issues]"}),
    ),
    "jira": (
        ("comment|kommentar", "", {"events": "[comment_created]"}),
        (
            "updat|chang|moves|moved|transition|status|done|closed|geander|cambi|mud",
            "",
            {"events": "[jira:issue_updated]"},
        ),
        ("delet|gelosch", "", {"events": "[jira:issue_deleted]"}),
        ("", "", {"events": "[jira:issue_created]"}),
    ),
    "linear": (
        ("comment", "", {"resources": "[comment]"}),
        ("project", "", {"resources": "[project]"}),
        ("", "", {"resources": "[issue]"}),
    ),
    "googlesheets": (
        ("updat|chang|edit|geander|cambi|modif|mud|atualiz", "", {"event": "rowUpdate"}),
        ("", "", {"event": "rowAdded"}),
    ),
    "googledrive": (
        ("updat|chang|edit|geander|modif|cambi", "", {"triggerOn": "specificFolder", "event": "fileUpdated"}),
        ("", "", {"triggerOn": "specificFolder", "event": "fileCreated"}),
    ),
    "googlecalendar": (
        ("cancel|abgesagt|annul", "", {"triggerOn": "eventCancelled"}),
        ("start|begin|beginnt|empieza|commence|comeca", "", {"triggerOn": "eventStarted"}),
        ("end(s|ed)|endet|termin", "", {"triggerOn": "eventEnded"}),
        ("updat|chang|moved|geander|cambi|modif", "", {"triggerOn": "eventUpdated"}),
        ("", "", {"triggerOn": "eventCreated"}),
    ),
    "notion": (
        ("updat|chang|edit|geander|cambi|modif|status|moves|mud", "", {"event": "pagedUpdatedInDatabase"}),
        ("", "", {"event": "pageAddedToDatabase"}),
    ),
    "pipedrive": (
        ("new|neu|nuev|nouv|nov[oa]|creat|added|crea|cree", "", {"action": "create"}),
        ("delet|gelosch|elimin|suppr", "", {"action": "delete"}),
        ("", "", {"action": "change"}),
    ),
    "typeform": (("", "", {}),),
    "microsoftteams": (("channel", "", {"event": "newChannelMessage"}), ("", "", {"event": "newChatMessage"})),
    "cal": (
        ("cancel", "", {"events": "[BOOKING_CANCELLED]"}),
        ("reschedul|verschoben", "", {"events": "[BOOKING_RESCHEDULED]"}),
        ("", "", {"events": "[BOOKING_CREATED]"}),
    ),
    "helpscout": (
        ("repl|antwort", "", {"events": "[convo.customer.reply.created]"}),
        ("", "", {"events": "[convo.created]"}),
    ),
    "figma": (
        ("comment|kommentar|comentario", "", {"triggerOn": "fileComment"}),
        ("", "", {"triggerOn": "fileUpdate"}),
    ),
    "surveymonkey": (("", "", {"objectType": "survey", "event": "response_completed"}),),
    "facebookleadads": (("", "", {"event": "newLead"}),),
    "gumroad": (("", "", {}),),
    "paypal": (
        ("refund|reembols", "", {"events": "[PAYMENT.SALE.REFUNDED]"}),
        ("fail|denied|declin", "", {"events": "[PAYMENT.SALE.DENIED]"}),
        ("", "", {"events": "[PAYMENT.SALE.COMPLETED]"}),
    ),
    "eventbrite": (
        ("check", "", {"actions": "[attendee.checked_in]"}),
        ("event (is )?(publish|creat)", "", {"actions": "[event.created]"}),
        ("", "", {"actions": "[order.placed]"}),
    ),
    "postgres": (
        ("updat|chang|geander", "", {"firesOn": "UPDATE"}),
        ("delet", "", {"firesOn": "DELETE"}),
        ("", "", {"firesOn": "INSERT"}),
    ),
    "activecampaign": (
        ("unsubscrib", "", {"events": "[unsubscribe]"}),
        ("deal", "", {"events": "[deal_add]"}),
        ("", "", {"events": "[subscribe]"}),
    ),
    "clickup": (
        ("comment", "", {"events": "[taskCommentPosted]"}),
        ("status|complete|done|closed|moves", "", {"events": "[taskStatusUpdated]"}),
        ("updat|chang", "", {"events": "[taskUpdated]"}),
        ("", "", {"events": "[taskCreated]"}),
    ),
    "salesforce": (),
    "microsoftonedrive": (("updat|chang", "", {"event": "fileUpdated"}), ("", "", {"event": "fileCreated"})),
    "workable": (("moved|stage", "", {"triggerOn": "candidateMoved"}), ("", "", {"triggerOn": "candidateCreated"})),
    "box": (("", "", {"events": "[FILE.UPLOADED]"}),),
    "googlebusinessprofile": (("", "", {"event": "reviewAdded"}),),
    "netlify": (
        ("form|submission", "", {"event": "submissionCreated"}),
        ("fail", "", {"event": "deployFailed"}),
        ("", "", {"event": "deployCreated"}),
    ),
    "webflow": (
        ("order", "", {"event": "ecomm_new_order"}),
        ("collection|item", "", {"event": "collection_item_created"}),
        ("", "", {"event": "form_submission"}),
    ),
    "postmark": (
        ("spam", "", {"events": "[spamComplaint]"}),
        ("open", "", {"events": "[open]"}),
        ("", "", {"events": "[bounce]"}),
    ),
}
HUBSPOT = (
    ("deal|geschaft|trato|negocio|affaire", "deal"),
    ("company|companies|firma|unternehmen|empresa|entreprise|societe", "company"),
    ("ticket", "ticket"),
    ("", "contact"),
)


def begin(assembly: Assembly) -> None:
    """Add the trigger and say what data it gives."""
    start = assembly.request.start
    match start.kind:
        case "schedule":
            _scheduled(assembly, start)
        case "webhook":
            _webhook(assembly, start)
        case "form":
            _form(assembly, start)
        case "mail":
            _mail(assembly, start)
        case "chat":
            _plain(
                assembly,
                "chat_trigger",
                "Chat message",
                Source("", "chat", fields={"text": "chatInput", "message": "chatInput", "question": "chatInput"}),
            )
        case "app":
            _app(assembly, start)
        case "poll":
            _poll(assembly, start)
        case _:
            _unknown(assembly)


def _put(
    assembly: Assembly,
    operation: str,
    title: str,
    inputs: dict[str, Value],
    *,
    schedule: Schedule | None = None,
    confidence: float = 1.0,
) -> Trigger:
    trigger = Trigger(
        id=assembly.ident(title),
        operation=operation,
        title=title,
        inputs=inputs,
        schedule=schedule,
        confidence=confidence,
    )
    assembly.triggers.append(trigger)
    assembly.ends[0] = [Link(step=trigger.id)]
    assembly.items[0] = [Link(step=trigger.id)]
    assembly.sources.setdefault(0, [])
    return trigger


def _scheduled(assembly: Assembly, start: Start) -> None:
    for text in start.assumed:
        assembly.assume(text)
    _put(assembly, "schedule_trigger", "Schedule", {}, schedule=start.schedule)


def _plain(
    assembly: Assembly, operation: str, title: str, source: Source, inputs: dict[str, Value] | None = None
) -> Trigger:
    trigger = _put(assembly, operation, title, inputs or {})
    source.step = trigger.id
    assembly.sources[0].append(source)
    return trigger


def _webhook(assembly: Assembly, start: Start) -> None:
    method = re.search(r"\b(GET|PUT|PATCH|DELETE)\b", start.text)
    fields = {name: f"body.{_key(name)}" for name in start.fields}
    path = re.search(r"(?:path|pfad|ruta|chemin|caminho)\s+/?([\w/-]+)", start.text)
    inputs: dict[str, Value] = {
        "httpMethod": Literal(value=method.group(1) if method else "POST"),
        "path": Literal(value=path.group(1) if path else _slug(assembly)),
    }
    _plain(assembly, "webhook", "Webhook", Source("", "webhook", "webhook", fields), inputs)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w.]+", name) else re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")


def _slug(assembly: Assembly) -> str:
    words = re.findall(r"[a-z0-9]+", fold(assembly.request.text))
    return "-".join([w for w in words if len(w) > 3][:3]) or "worker"


def _form(assembly: Assembly, start: Start) -> None:
    names = [
        re.sub(r"^(their|your|the|its|ihre?|su|sus|leur|seu|sua)\s+", "", name, flags=re.IGNORECASE)
        for name in start.fields
    ] or ["Name", "Email", "Message"]
    if not start.fields:
        assembly.assume("The form asks for name, e-mail and message; change its fields in the plan.")
    rows = []
    for name in names:
        label = name[:1].upper() + name[1:]
        concept = concept_of(name)
        kind = (
            "email"
            if concept == "email"
            else "number"
            if concept in ("amount", "quantity")
            else "date"
            if concept in ("date", "due_date", "start_date", "birthday")
            else "file"
            if re.search(
                r"receipt|attachment|file|cv|resume|beleg|quittung|recibo|recu|adjunto|anexo|photo|foto|lebenslauf|upload|document",
                fold(name),
            )
            else "textarea"
            if concept in ("text", "reason")
            else "text"
        )
        rows.append(
            group(fieldLabel=label, fieldType=kind, **({"requiredField": True} if kind not in ("file",) else {}))
        )
    title = re.search(r"form (?:called|named|titled) ([\w ]+)", start.text)
    quoted = next((p.content for p in start.pieces if p.kind == "quote"), "")
    heading = quoted or (title.group(1) if title else _form_title(assembly))
    fields = {name: name[:1].upper() + name[1:] for name in names}
    _plain(
        assembly,
        "form_trigger",
        "Form",
        Source("", "form", "form", fields),
        {"formTitle": Literal(value=heading), "formFields": group(values=many(*rows))},
    )


def _form_title(assembly: Assembly) -> str:
    first = re.split(r"[.:!?\n]", assembly.request.text)[0].strip()
    return first[:50] if len(first.split()) <= 6 else "Please fill in"


def _mail(assembly: Assembly, start: Start) -> None:
    service = start.service
    attachments = bool(
        re.search(
            r"\b(attach\w*|anhang|anhange|anlage\w*|adjunt\w*|piece\w* jointe\w*|anexo\w*|pdfs?|invoice as)\b",
            fold(assembly.request.text),
        )
    )
    label = next(
        (p.content for p in start.pieces if p.names in ("label", "folder", "tag") and p.kind in ("quote", "name")), ""
    )
    subject = next((p.content for p in start.pieces if p.names == "subject" and p.kind in ("quote", "name")), "")
    sender = next((p.content for p in start.pieces if p.kind == "email"), "")
    start.tests = [t for t in start.tests if not (subject and subject in [str(v) for v in t.values])]
    if service == "microsoftoutlook":
        operation = assembly.catalogue.operation("microsoft_outlook_trigger")
        filters: dict[str, Value] = {}
        if subject:
            filters["custom"] = Literal(value=f"contains(subject,'{subject}')")
        if sender:
            filters["sender"] = Literal(value=sender)
        if attachments and not subject:
            filters["hasAttachments"] = Literal(value=True)
        inputs: dict[str, Value] = {"filters": group(**filters)} if filters else {}
        inputs |= sign_in(assembly, operation) if operation else {}
        if attachments:
            inputs["options"] = group(downloadAttachments=True, attachmentsPrefix="attachment_")
            assembly.binary = "attachment_0"
        _plain(assembly, "microsoft_outlook_trigger", "New e-mail in Outlook", Source("", service), inputs)
    elif service == "gmail":
        search = [f"label:{label.lower().replace(' ', '-')}"] if label else []
        search += [f'subject:"{subject}"'] if subject else []
        search += ["has:attachment"] if attachments else []
        filters = {}
        if search:
            filters["q"] = Literal(value=" ".join(search))
        if sender:
            filters["sender"] = Literal(value=sender)
        inputs = {"simple": Literal(value=False)}
        if filters:
            inputs["filters"] = group(**filters)
        if attachments:
            inputs["options"] = group(downloadAttachments=True, dataPropertyAttachmentsPrefixName="attachment_")
            assembly.binary = "attachment_0"
        _plain(assembly, "gmail_trigger", "New e-mail in Gmail", Source("", service), inputs)
    else:
        inputs = {"downloadAttachments": Literal(value=True)} if attachments else {}
        if attachments:
            assembly.binary = "attachment_0"
        criteria = [f'["SUBJECT", "{subject}"]'] if subject else []
        if criteria:
            inputs["options"] = group(customEmailConfig=f'["UNSEEN", {criteria[0]}]')
        assembly.assume("The mailbox is read over IMAP; Gmail or Outlook can be used instead.")
        _plain(assembly, "email_read_imap", "New e-mail", Source("", "emailreadimap"), inputs)


# --- apps -------------------------------------------------------------------------------------------------


def _app(assembly: Assembly, start: Start) -> None:
    service = assembly.services.get(start.service)
    if service is None or not service.triggers:
        _poll(assembly, start)
        return
    words = fold(" ".join(p.text for p in start.pieces))
    operation = _trigger_operation(service.triggers, words, start)
    step = assembly.ident(f"{service.name} trigger")
    intent = Intent("read", 0, start.pieces, 0, start.service, [], start.verbs, start.nouns)
    order = Order(assembly, intent, operation, start.service, service.name, step)
    inputs = _chosen(order, words, start)
    inputs |= _special(order, start, words)
    inputs |= sign_in(assembly, operation)
    for parameter in assembly.catalogue.parameters(
        operation.id, {n: v.value for n, v in inputs.items() if isinstance(v, Literal)}
    ):
        if parameter.required and parameter.name not in inputs and _empty(parameter):
            inputs[parameter.name] = generic(order, parameter)
    title = _title(service.name, start)
    key = start.service
    if key == "github":
        key = next((f"github:{kind}" for kind in ("pull_request", "push", "release") if kind in start.nouns), key)
    _plain(
        assembly,
        operation.id,
        title,
        Source("", key, "sheet" if key in ("googlesheets",) else "app"),
        inputs,
    )


def _empty(parameter: Parameter) -> bool:
    if parameter.kind == "resourceLocator":
        return not (isinstance(parameter.default, dict) and parameter.default.get("value"))
    return parameter.default in ("", None, [], {})


def _title(name: str, start: Start) -> str:
    text = re.sub(r"\s+", " ", start.text).strip(" ,.")
    return f"{name}: {text[:40].rsplit(' ', 1)[0] if len(text) > 40 else text}" if text else f"{name} trigger"


def _trigger_operation(triggers: list[Operation], words: str, start: Start) -> Operation:
    if len(triggers) == 1:
        return triggers[0]
    return max(
        triggers,
        key=lambda op: (
            _likeness(f"{op.resource} {op.resource_title} {op.operation}", words, start.nouns),
            -triggers.index(op),
        ),
    )


def _chosen(order: Order, words: str, start: Start) -> dict[str, Value]:
    """The event (and what selects it): by knowledge, else the option whose words fit best."""
    for pattern, _, constants in PREFERRED.get(order.service, ()):
        if re.search(rf"(?:\b|^)(?:{pattern})", words) if pattern else True:
            return {
                name: Literal(value=value[1:-1].split(",") if value.startswith("[") else value)
                for name, value in constants.items()
            }
    inputs: dict[str, Value] = {}
    for _ in range(2):
        for parameter in order.assembly.catalogue.parameters(
            order.operation.id, {n: v.value for n, v in inputs.items() if isinstance(v, Literal)}
        ):
            if (
                parameter.name in _SELECTORS
                and parameter.name not in inputs
                and parameter.choices
                and parameter.kind in ("options", "multiOptions")
            ):
                best = max(
                    parameter.choices,
                    key=lambda c: (_likeness(f"{c[0]} {c[1]}", words, start.nouns), -parameter.choices.index(c)),
                )
                inputs[parameter.name] = Literal(value=[best[0]] if parameter.kind == "multiOptions" else best[0])
    return inputs


def _likeness(option: str, words: str, nouns: list[str]) -> float:
    """How well an event's name says what happened: its thing and its verb."""
    parts = set(re.findall(r"[a-z]+", fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", option))))
    stems = {part.rstrip("s") for part in parts}
    score = 0.0
    for place, noun in enumerate(nouns[:4]):
        forms = {form.rstrip("*").replace("_", " ") for form in NOUNS.get(noun, {}).get("en", noun).split()}
        if stems & {form.rstrip("s") for form in forms} or noun.split("_")[0] in stems:
            score += 3.0 - 0.4 * place
    for verb, pattern in _VERB_WORDS.items():
        said = re.search(rf"\b(?:{pattern})\b", words)
        named = (
            verb[:5] in " ".join(parts)
            or (
                verb == "created"
                and parts & {"new", "create", "creation", "added", "add", "received", "submitted", "started"}
            )
            or (verb == "deleted" and parts & {"delete", "deletion", "removed", "canceled", "cancelled", "cancel"})
        )
        if said and named:
            score += 2.0
        elif named and not said:
            score -= 1.0 if verb != "created" else 0.0
    return score - 0.02 * len(parts) - (3.0 if "*" in option or ("any" in parts and not nouns) else 0.0)


def _special(order: Order, start: Start, words: str) -> dict[str, Value]:
    """Inputs of triggers whose shape has to be known."""
    from workforce.workflow.planner.recipes import RECIPES

    def named(*kinds: str) -> str:
        found = start.named(*kinds)
        return found[0].content if found else ""

    def place(recipe: str) -> Value:
        return RECIPES[recipe](order) or Literal(value="")

    match order.service:
        case "googlesheets":
            return {"documentId": place("sheet"), "sheetName": place("tab")}
        case "googledrive":
            said = named("folder")
            folder: Value = (
                Locator(mode="list", value=Literal(value=said), name=said)
                if said
                else Locator(
                    mode="list",
                    value=order.ask(
                        "drive_folder",
                        "Which Google Drive folder should be watched?",
                        "The worker starts when a file arrives there.",
                    ),
                    name="",
                )
            )
            return {"folderToWatch": folder}
        case "airtable":
            table = named("table", "list", "sheet")
            url = Locator(
                mode="url",
                value=order.ask(
                    "airtable_base",
                    f"What is the link to the Airtable table{f' “{table}”' if table else ''}?",
                    "Airtable's trigger finds a table by its link.",
                    "https://airtable.com/app00000000000000/tbl00000000000000/viw00000000000000",
                    "url",
                ),
                name="",
            )
            return {
                "baseId": url,
                "tableId": url,
                "triggerField": Literal(value="Created"),
            }
        case "notion":
            return {"dataSourceId": place("base_named")}
        case "github":
            return {"owner": place("repo_owner"), "repository": place("repo_name")}
        case "gitlab":
            return {"owner": place("repo_owner_text"), "repository": place("repo_name_text")}
        case "hubspot":
            thing = next(name for pattern, name in HUBSPOT if not pattern or re.search(rf"\b(?:{pattern})", words))
            made = re.search(
                r"\b(creat\w*|cread[oa]\w*|cree\w*|criad\w*|erstellt|angelegt|(new|neu\w*|nuev\w*|nouv\w*|nov[oa])\s+(?!stage|phase|etapa|etape|fase|status)\w+)\b",
                words,
            )
            change = re.search(rf"\b(?:{_VERB_WORDS['updated']})\b", words) and not made
            gone = re.search(rf"\b(?:{_VERB_WORDS['deleted']})\b", words)
            event = f"{thing}.{'propertyChange' if change else 'deletion' if gone else 'creation'}"
            row: dict[str, Value] = {"name": Literal(value=event)}
            if change:
                row["property"] = Literal(
                    value="dealstage"
                    if thing == "deal"
                    else "lifecyclestage"
                    if thing == "contact"
                    else "hs_pipeline_stage"
                )
            return {"eventsUi": group(eventValues=many(group(**row)))}
        case "pipedrive":
            thing = next(
                (
                    name
                    for name, noun in (
                        ("deal", "deal"),
                        ("person", "contact"),
                        ("person", "person"),
                        ("organization", "company"),
                        ("lead", "lead"),
                        ("activity", "task"),
                        ("note", "note"),
                        ("product", "product"),
                    )
                    if noun in start.nouns
                ),
                "deal",
            )
            return {"entity": Literal(value=thing)}
        case "zendesk":
            return _zendesk(words)
        case "slack":
            said = named("channel")
            if said:
                return {"channelId": Locator(mode="list", value=Literal(value=said), name=said)}
            return {"watchWorkspace": Literal(value=True)} if "channel" not in start.nouns else {}
        case "trello":
            said = named("board", "list")
            return {
                "id": order.ask(
                    "trello_board",
                    f"What is the id of the Trello board or list{f' “{said}”' if said else ''}?",
                    "Trello's trigger watches a board or list by its id.",
                    "board-id",
                )
            }
        case "microsoftteams":
            return (
                {"teamId": place("team"), "channelId": place("channel")}
                if "channel" in words or "kanal" in words or "canal" in words
                else {}
            )
        case "rssfeedread":
            return {"feedUrl": place("url")}
        case "postgres":
            said = named("table")
            watched: Value = (
                Locator(mode="list", value=Literal(value=said), name=said)
                if said
                else Locator(
                    mode="list",
                    value=order.ask(
                        "postgres_table",
                        "Which table should be watched?",
                        "The worker starts on a change in it.",
                        "table_name",
                    ),
                    name="",
                )
            )
            return {"schema": place("schema"), "tableName": watched}
        case "woocommerce":
            thing = next((noun for noun in ("customer", "product", "coupon", "order") if noun in start.nouns), "order")
            verb = (
                "updated"
                if re.search(rf"\b(?:{_VERB_WORDS['updated']})\b", words) and "new" not in words.split()
                else "deleted"
                if re.search(rf"\b(?:{_VERB_WORDS['deleted']})\b", words)
                else "created"
            )
            return {"event": Literal(value=f"{thing}.{verb}")}
        case "salesforce":
            thing = next(
                (
                    name
                    for name, noun in (
                        ("opportunity", "deal"),
                        ("lead", "lead"),
                        ("case", "case"),
                        ("case", "ticket"),
                        ("contact", "contact"),
                        ("account", "company"),
                        ("account", "customer"),
                        ("task", "task"),
                    )
                    if noun in start.nouns
                ),
                "lead",
            )
            changed = re.search(rf"\b(?:{_VERB_WORDS['updated']})\b", words) and "new" not in words.split()
            return {"triggerOn": Literal(value=f"{thing}{'Updated' if changed else 'Created'}")}
    return {}


def _zendesk(words: str) -> dict[str, Value]:
    """Zendesk's trigger wants conditions: by default tickets that have just been created."""
    if re.search(r"\b(escalat\w*|urgent|dringend|urgente)\b", words):
        return {"conditions": group(all=many(group(field="priority", operation="is", value="urgent")))}
    if re.search(r"\b(solved|closed|gelost|geschlossen|resuelt\w*|resolu\w*|resolvid\w*)\b", words):
        return {"conditions": group(all=many(group(field="status", operation="is", value="solved")))}
    return {"conditions": group(all=many(group(field="status", operation="is", value="new")))}


def _poll(assembly: Assembly, start: Start) -> None:
    """A service without a trigger is looked at every few minutes, and only what is new goes on."""
    from workforce.workflow.planner.filling import fill
    from workforce.workflow.planner.operations import choose

    service = assembly.services.get(start.service)
    choice = choose(service, ["read"], start.nouns, assembly.catalogue) if service else None
    if service is None or choice is None:
        _unknown(assembly)
        return
    _put(assembly, "schedule_trigger", "Every 10 minutes", {}, schedule=Schedule(rules=[Every(n=10, unit="minutes")]))
    assembly.assume(
        f"{service.name} cannot call the worker itself, so the worker looks every 10 minutes and goes on with what is new."
    )
    intent = Intent("read", 0, start.pieces, 0, start.service, ["read"], start.verbs, start.nouns)
    ident = assembly.ident(f"Look in {service.name}")
    inputs = fill(assembly, intent, choice.operation, start.service, ident)
    step = assembly.add(
        choice.operation.id,
        f"Look in {service.name}",
        inputs,
        assembly.ends[0],
        confidence=choice.confidence,
        ident=ident,
    )
    source = Source(step.id, start.service, "read", many=True)
    only = assembly.add(
        "remove_duplicates.remove_items_seen_in_previous_executions",
        "Only new ones",
        {"dedupeValue": source.ref(source.path("id") or "id")},
        [Link(step=step.id)],
    )
    assembly.ends[0] = assembly.items[0] = [Link(step=only.id)]
    assembly.sources[0].append(source)


def _unknown(assembly: Assembly) -> None:
    """Nothing says when it runs: the manager starts it, and is asked."""
    trigger = _put(assembly, "manual_trigger", "Start", {}, confidence=0.3)
    assembly.questions.insert(
        0,
        Question(
            key="start",
            text="When should the worker run: at which times, or when something happens (in which tool or system)?",
            why="Nothing says what starts it.",
            about=trigger.id,
            essential=True,
        ),
    )
