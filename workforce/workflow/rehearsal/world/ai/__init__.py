"""Simulated language models: a question in any vendor's form is read, answered plausibly, and told in that form.

vendor's body ─► Question ─► thought() ─► Thought (text or a tool call) ─► vendor's body
"""
