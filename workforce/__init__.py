"""WorkForce AI: a company hires AI workers by describing them."""
