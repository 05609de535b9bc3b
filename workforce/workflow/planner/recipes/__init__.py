"""Recipes: how one input of a step is made from the prompt and the data at hand. Named in `knowledge/filling.py`."""

from workforce.workflow.planner.recipes import (
    approvals,
    customers,
    files,
    mail,
    marketing,
    money,
    people,
    places,
    repositories,
    support,
    tables,
    texts,
    times,
    web,
    work,
)
from workforce.workflow.planner.recipes.order import RECIPES, Order

__all__ = [
    "RECIPES",
    "Order",
    "approvals",
    "customers",
    "files",
    "mail",
    "marketing",
    "money",
    "people",
    "places",
    "repositories",
    "support",
    "tables",
    "texts",
    "times",
    "web",
    "work",
]
