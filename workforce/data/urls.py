"""One address, the two spellings that drivers want."""

from __future__ import annotations


def sqlalchemy_url(url: str) -> str:
    """`postgresql://…` as SQLAlchemy names the psycopg 3 driver."""
    return "postgresql+psycopg://" + url.split("://", 1)[1] if "://" in url else url


def psycopg_url(url: str) -> str:
    """`postgresql+psycopg://…` as libpq reads it."""
    return "postgresql://" + url.split("://", 1)[1] if "://" in url else url
