"""Receipts: what each call of a rehearsal is (an e-mail, a message, a row …), how many there were, and the report.

Call ─► reading (secrets masked) ─► the first reader that knows it ─► Receipt ─► summary, export_html, export_json
"""

from workforce.workflow.rehearsal.receipts.receipt import Kind, Receipt
from workforce.workflow.rehearsal.receipts.recognising import receipt, receipts
from workforce.workflow.rehearsal.receipts.report import export_html, export_json
from workforce.workflow.rehearsal.receipts.summing_up import summary

__all__ = ["Kind", "Receipt", "export_html", "export_json", "receipt", "receipts", "summary"]
