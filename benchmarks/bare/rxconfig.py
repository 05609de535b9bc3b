"""The smallest Reflex app there is: the baseline of benchmarks/clicks.py."""

import reflex as rx

config = rx.Config(app_name="bare", cors_allowed_origins=["*"], telemetry_enabled=False, show_built_with_reflex=False)
