"""The built-in planner, held against the installed n8n's catalogue."""
