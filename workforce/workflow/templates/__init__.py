"""Workers to start from, as specs: what managers of ten departments ask for again and again.

They become rows (`services.templates`); nothing reads them from here at run time.
"""

from __future__ import annotations

from workforce.workflow.templates import (
    engineering,
    finance,
    it,
    legal,
    management,
    marketing,
    operations,
    people,
    sales,
    support,
)
from workforce.workflow.templates.template import Template

__all__ = ["DEPARTMENTS", "TEMPLATES", "Template"]

ROOMS = (sales, marketing, support, finance, people, operations, it, engineering, legal, management)
TEMPLATES: tuple[Template, ...] = tuple(one for room in ROOMS for one in room.TEMPLATES)
DEPARTMENTS: tuple[str, ...] = tuple(dict.fromkeys(one.department for one in TEMPLATES))
