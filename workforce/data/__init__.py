"""Stores: PostgreSQL under row-level security, and Redis."""
