"""HTTP: sign-in, callbacks, health and metrics."""
