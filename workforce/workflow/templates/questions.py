"""What templates ask: the words for each open value, by the beginning of its key; the rest names the thing."""

from __future__ import annotations

from typing import Literal as OneOf

from workforce.workflow.spec import Question

Kind = OneOf["text", "long_text", "email", "url", "number"]

# key → (question, why, what kind of answer). {what}: the rest of the key.
ASKED: dict[str, tuple[str, str, Kind]] = {
    "to": ("Who should get it: which e-mail address?", "It needs a receiver.", "email"),
    "from": ("Which address should e-mails come from?", "Your mail server sends under one of your addresses.", "email"),
    "approver": ("Who decides: which e-mail address?", "Nothing goes on without this person's yes.", "email"),
    "channel": ("In which Slack channel should it be posted?", "Nothing says where the message goes.", "text"),
    "chat": ("What is the id of the Telegram chat it should go to?", "Nothing says where the message goes.", "text"),
    "teamschannel": ("In which Microsoft Teams channel should it be posted?", "Nothing says where it goes.", "text"),
    "team": ("Which Microsoft Teams team is it in?", "A channel belongs to a team.", "text"),
    "sheet": ("What is the link to the spreadsheet with the {what}?", "The worker works with it each time.", "url"),
    "query": ("Which SQL query gives the {what}?", "The worker runs it each time.", "long_text"),
    "url": ("Which web address should be used for the {what}?", "The worker calls it each time.", "url"),
    "feed": ("What is the address of the {what} feed?", "The worker reads it each time.", "url"),
    "list": ("Which Trello list should cards go to?", "A card belongs to a list.", "text"),
    "project": ("Which Jira project is it?", "An issue belongs to a project.", "text"),
    "issuetype": ("Which kind of Jira issue: what is its id?", "Jira wants to know it.", "text"),
    "owner": ("Who owns the GitHub repository?", "A repository is named owner/name.", "text"),
    "repository": ("What is the GitHub repository called?", "The worker watches it.", "text"),
    "form": ("Which form is it: what is its id?", "The worker waits for its answers.", "text"),
    "database": ("Which Notion data source: what is its id?", "Pages are kept in it.", "text"),
    "calendar": ("Which calendar is it: whose address?", "The worker looks into it.", "email"),
    "folder": ("Which Google Drive folder: what is its link?", "The worker works with it.", "url"),
    "audience": ("Which Mailchimp audience: what is its id?", "A subscriber belongs to one.", "text"),
    "phone": ("Which phone number should the text message go to?", "It needs a receiver.", "text"),
    "number": ("Which of your Twilio numbers should it come from?", "Twilio sends under one of yours.", "text"),
    "base": ("Which Airtable base: what is its id?", "A table belongs to a base.", "text"),
    "table": ("Which table: what is it called?", "The worker works with it.", "text"),
    "topic": ("What is it about, in a few words?", "The AI needs to know what matters.", "text"),
}


def question_for(key: str, about: str) -> Question:
    """The question of a key: `sheet_orders` asks for the spreadsheet with the orders."""
    kind, _, what = key.partition("_")
    text, why, answer = ASKED[kind]
    words = what.replace("_", " ") or "data"
    return Question(key=key, text=text.format(what=words), why=why, about=about, answer_kind=answer, essential=False)
