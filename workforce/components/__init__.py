"""Furniture shared by pages."""
