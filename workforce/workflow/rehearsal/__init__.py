"""Rehearsal: a compiled workflow acted out on a real n8n whose outside world is simulated. Pure thought, no I/O.

scenarios(workflow, catalogue) ─► Scenario ─► stage() ─► Staged ─► (the rehearsal engine acts it) ─► Performance
Performance + Scenario.expect ─► judge() ─► ScenarioResult ─► receipts() ─► what a manager reads
"""
