"""The event of a service's trigger that is usually meant, by what was said."""

from __future__ import annotations

from typing import Any

# service: (pattern on the folded words, inputs); the first that fits, an empty pattern always
PREFERRED: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "gmail": (("", {}),),
    "calendly": (
        ("cancel|storn|annul|absag|abgesagt|calls? off", {"scope": "user", "events": ["invitee.canceled"]}),
        ("", {"scope": "user", "events": ["invitee.created"]}),
    ),
    "stripe": (
        (
            (
                r"subscription.*(cancel|delet|end)|(cancel|delet|kundig).*(subscription|abo)|cancel\w* .*suscrip|"
                r"resili|cancel\w* .*assinatura"
            ),
            {"events": ["customer.subscription.deleted"]},
        ),
        (r"subscription|abo\b|abonnement|suscripcion|assinatura", {"events": ["customer.subscription.created"]}),
        ("invoice.*(fail)|fail.*invoice", {"events": ["invoice.payment_failed"]}),
        ("refund|ruckerstatt|reembols|rembours|estorno", {"events": ["charge.refunded"]}),
        ("dispute|chargeback|litige|disputa", {"events": ["charge.dispute.created"]}),
        ("fail|fehl|falla|falle|echou|echec|falh|declin|rechaz|refus", {"events": ["charge.failed"]}),
        ("invoice.*paid|paid.*invoice|factura.*pag|facture.*pay|rechnung.*bezahlt", {"events": ["invoice.paid"]}),
        ("checkout", {"events": ["checkout.session.completed"]}),
        (
            "customer (is )?(creat|sign)|new customer|neuer kunde|nuevo cliente|nouveau client|novo cliente",
            {"events": ["customer.created"]},
        ),
        ("invoice|factura|facture|rechnung|fatura", {"events": ["invoice.created"]}),
        ("payout", {"events": ["payout.paid"]}),
        ("", {"events": ["charge.succeeded"]}),
    ),
    "whatsapp": (("", {"updates": ["messages"]}),),
    "telegram": (("", {"updates": ["message"]}),),
    "slack": (
        ("mention", {"trigger": ["app_mention"]}),
        ("reaction|reacts|emoji", {"trigger": ["reaction_added"]}),
        ("joins|new member|team member|beitritt", {"trigger": ["team_join"]}),
        ("file|datei|archivo|fichier|arquivo", {"trigger": ["file_share"]}),
        ("", {"trigger": ["message"]}),
    ),
    "twilio": (("", {"updates": ["com.twilio.messaging.inbound-message.received"]}),),
    "mailchimp": (
        ("unsubscrib|abmeld|baja|desabonn|desinscr", {"events": ["unsubscribe"], "sources": ["user", "admin", "api"]}),
        ("campaign|kampagne|campana|campagne", {"events": ["campaign"], "sources": ["user", "admin", "api"]}),
        ("", {"events": ["subscribe"], "sources": ["user", "admin", "api"]}),
    ),
    "shopify": (
        ("cancel|storn|annul", {"topic": "orders/cancelled"}),
        ("refund|reembols|rembours|erstatt", {"topic": "refunds/create"}),
        ("paid|bezahlt|pagad|payee|pago", {"topic": "orders/paid"}),
        ("fulfil|shipped|versandt|versendet|enviad|expedi", {"topic": "orders/fulfilled"}),
        (
            (
                r"(product|produkt|produit|produt).*(updat|chang|edit|geander|aktualis|modif|cambi|mud|atualiz)|"
                r"(updat|chang|edit)\w* .*product"
            ),
            {"topic": "products/update"},
        ),
        (r"(product|produkt|produit|produt).*(delet|remov|gelosch|supprim|elimin|exclu)", {"topic": "products/delete"}),
        ("product|produkt|producto|produit|produto", {"topic": "products/create"}),
        (
            r"(order|bestellung|pedido|commande).*(updat|chang|edit|geander|aktualis|modif|cambi|atualiz)",
            {"topic": "orders/updated"},
        ),
        (
            r"(customer|kunde|client)\w*.*(updat|chang|edit|geander|aktualis|modif|cambi|atualiz)",
            {"topic": "customers/update"},
        ),
        (r"customer|kunde|cliente|client\b", {"topic": "customers/create"}),
        ("inventory|stock|lagerbestand|inventario|estoque", {"topic": "inventory_levels/update"}),
        ("checkout|abandon|cart", {"topic": "checkouts/create"}),
        ("", {"topic": "orders/create"}),
    ),
    "github": (
        (r"pull request|\bprs?\b", {"events": ["pull_request"]}),
        ("release|version", {"events": ["release"]}),
        ("push|commit", {"events": ["push"]}),
        ("comment|kommentar|comentario|commentaire", {"events": ["issue_comment"]}),
        ("star", {"events": ["watch"]}),
        ("deploy", {"events": ["deployment"]}),
        ("workflow|action|build|pipeline", {"events": ["workflow_run"]}),
        ("fork", {"events": ["fork"]}),
        ("", {"events": ["issues"]}),
    ),
    "gitlab": (
        (r"merge request|\bmrs?\b|pull request", {"events": ["merge_requests"]}),
        ("pipeline", {"events": ["pipeline"]}),
        ("push|commit", {"events": ["push"]}),
        ("comment|note", {"events": ["note"]}),
        ("release", {"events": ["releases"]}),
        ("job|build", {"events": ["job"]}),
        ("tag", {"events": ["tag_push"]}),
        ("", {"events": ["issues"]}),
    ),
    "jira": (
        ("comment|kommentar", {"events": ["comment_created"]}),
        ("updat|chang|moves|moved|transition|status|done|closed|geander|cambi|mud", {"events": ["jira:issue_updated"]}),
        ("delet|gelosch", {"events": ["jira:issue_deleted"]}),
        ("", {"events": ["jira:issue_created"]}),
    ),
    "linear": (
        ("comment", {"resources": ["comment"]}),
        ("project", {"resources": ["project"]}),
        ("", {"resources": ["issue"]}),
    ),
    "googlesheets": (
        ("updat|chang|edit|geander|cambi|modif|mud|atualiz", {"event": "rowUpdate"}),
        ("", {"event": "rowAdded"}),
    ),
    "googledrive": (
        ("updat|chang|edit|geander|modif|cambi", {"triggerOn": "specificFolder", "event": "fileUpdated"}),
        ("", {"triggerOn": "specificFolder", "event": "fileCreated"}),
    ),
    "googlecalendar": (
        ("cancel|abgesagt|annul", {"triggerOn": "eventCancelled"}),
        ("start|begin|beginnt|empieza|commence|comeca", {"triggerOn": "eventStarted"}),
        ("end(s|ed)|endet|termin", {"triggerOn": "eventEnded"}),
        ("updat|chang|moved|geander|cambi|modif", {"triggerOn": "eventUpdated"}),
        ("", {"triggerOn": "eventCreated"}),
    ),
    "notion": (
        ("updat|chang|edit|geander|cambi|modif|status|moves|mud", {"event": "pagedUpdatedInDatabase"}),
        ("", {"event": "pageAddedToDatabase"}),
    ),
    "pipedrive": (
        ("new|neu|nuev|nouv|nov[oa]|creat|added|crea|cree", {"action": "create"}),
        ("delet|gelosch|elimin|suppr", {"action": "delete"}),
        ("", {"action": "change"}),
    ),
    "typeform": (("", {}),),
    "microsoftteams": (
        ("channel", {"event": "newChannelMessage"}),
        ("", {"event": "newChatMessage"}),
    ),
    "cal": (
        ("cancel", {"events": ["BOOKING_CANCELLED"]}),
        ("reschedul|verschoben", {"events": ["BOOKING_RESCHEDULED"]}),
        ("", {"events": ["BOOKING_CREATED"]}),
    ),
    "helpscout": (
        ("repl|antwort", {"events": ["convo.customer.reply.created"]}),
        ("", {"events": ["convo.created"]}),
    ),
    "figma": (
        ("comment|kommentar|coment", {"triggerOn": "fileComment"}),
        ("", {"triggerOn": "fileUpdate"}),
    ),
    "surveymonkey": (("", {"objectType": "survey", "event": "response_completed"}),),
    "facebookleadads": (("", {"event": "newLead"}),),
    "gumroad": (("", {}),),
    "paypal": (
        ("refund|reembols", {"events": ["PAYMENT.SALE.REFUNDED"]}),
        ("fail|denied|declin", {"events": ["PAYMENT.SALE.DENIED"]}),
        ("", {"events": ["PAYMENT.SALE.COMPLETED"]}),
    ),
    "eventbrite": (
        ("check", {"actions": ["attendee.checked_in"]}),
        ("event (is )?(publish|creat)", {"actions": ["event.created"]}),
        ("", {"actions": ["order.placed"]}),
    ),
    "postgres": (
        ("updat|chang|geander", {"firesOn": "UPDATE"}),
        ("delet", {"firesOn": "DELETE"}),
        ("", {"firesOn": "INSERT"}),
    ),
    "activecampaign": (
        ("unsubscrib", {"events": ["unsubscribe"]}),
        ("deal", {"events": ["deal_add"]}),
        ("", {"events": ["subscribe"]}),
    ),
    "clickup": (
        ("comment", {"events": ["taskCommentPosted"]}),
        ("status|complete|done|closed|moves", {"events": ["taskStatusUpdated"]}),
        ("updat|chang", {"events": ["taskUpdated"]}),
        ("", {"events": ["taskCreated"]}),
    ),
    "salesforce": (),
    "microsoftonedrive": (
        ("updat|chang", {"event": "fileUpdated"}),
        ("", {"event": "fileCreated"}),
    ),
    "workable": (
        ("moved|stage", {"triggerOn": "candidateMoved"}),
        ("", {"triggerOn": "candidateCreated"}),
    ),
    "box": (("", {"events": ["FILE.UPLOADED"]}),),
    "googlebusinessprofile": (("", {"event": "reviewAdded"}),),
    "netlify": (
        ("form|submission", {"event": "submissionCreated"}),
        ("fail", {"event": "deployFailed"}),
        ("", {"event": "deployCreated"}),
    ),
    "webflow": (
        ("order", {"event": "ecomm_new_order"}),
        ("collection|item", {"event": "collection_item_created"}),
        ("", {"event": "form_submission"}),
    ),
    "postmark": (
        ("spam", {"events": ["spamComplaint"]}),
        ("open", {"events": ["open"]}),
        ("", {"events": ["bounce"]}),
    ),
}
