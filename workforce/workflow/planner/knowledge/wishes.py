"""What a verb means as a wish, and which wish n8n's operation names grant."""

from __future__ import annotations

# verb: wishes, best first
_WISHES = {
    "read": "read",
    "add": "add create",
    "create": "create add",
    "update": "update upsert",
    "delete": "delete",
    "send": "tell create",
    "post": "tell create",
    "notify": "tell create",
    "reply": "reply tell",
    "forward": "tell",
    "upload": "upload add",
    "download": "download read",
    "copy": "copy add",
    "move": "move update",
    "assign": "update",
    "tag": "tag update",
    "invite": "invite create add",
    "close": "close update",
    "comment": "comment create",
    "approve": "approve",
    "call": "call read",
    "translate": "translate",
    "extract": "read",
    "order": "read",
    "total": "read",
    "choose": "read",
    "filter": "read",
    "summarise": "read",
    "analyse": "read",
    "compose": "create",
    "convert": "create",
}
WISHES: dict[str, tuple[str, ...]] = {verb: tuple(wishes.split()) for verb, wishes in _WISHES.items()}

# wish: the first words of operation names
_GRANTING = {
    "read": ("get getAll getMany list search read select find query lookup history enrich verify check validate"),
    "create": ("create new make submit"),
    "add": ("add append insert"),
    "update": ("set put update edit change modify rename assign"),
    "upsert": ("upsert createOrUpdate appendOrUpdate"),
    "move": ("move"),
    "delete": ("delete remove archive cancel void"),
    "close": ("close complete resolve"),
    "tell": ("send post push publish notify forward"),
    "reply": ("reply"),
    "upload": ("upload"),
    "download": ("download"),
    "copy": ("copy"),
    "share": ("share"),
    "invite": ("invite"),
    "call": ("trigger invoke execute run start"),
    "translate": ("translate"),
    "comment": ("comment"),
}
OPERATION_VERBS: dict[str, str] = {word: wish for wish, words in _GRANTING.items() for word in words.split()}
