"""Ground floor: settings, errors, actor, security, telemetry. Imports nothing of ours."""
