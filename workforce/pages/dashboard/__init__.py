"""Signed-in pages; each module has `page()` and `ON_LOAD`: what it fetches when it opens."""
