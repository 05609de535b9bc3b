"""The embedded stack that `make up` starts: PostgreSQL, Redis, n8n, the mailbox, the job worker and the web app."""
