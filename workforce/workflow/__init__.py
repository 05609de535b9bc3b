"""Pure thought, no I/O: from a prompt to a brief, a spec, its checks, its explanation and the n8n workflow."""
