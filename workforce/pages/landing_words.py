"""The landing page's words."""

from __future__ import annotations

HOW = (
    ("Describe", "Write what the worker should do, the way you would tell a new colleague."),
    ("Read the plan", "See each step, the drawn flow, what it needs and what it assumed. Answer what only you know."),
    ("Approve", "One click builds it on the engine and switches it on. Nothing runs before you say so."),
    ("Watch", "Every run is listed with what each step did. When one fails, you hear why and what to do."),
)

EXAMPLES = (
    (
        "Sales",
        "trending-up",
        (
            "I need a worker to send weekly sales reports",
            "When someone fills in our contact form, post their details to #leads in Slack",
        ),
    ),
    (
        "Finance",
        "receipt",
        (
            "Every weekday at 8:00, read unpaid invoices from PostgreSQL and e-mail me those overdue by 30 days",
            "On the first of each month, add up the expenses sheet by category and e-mail the totals",
        ),
    ),
    (
        "Customer service",
        "headset",
        (
            "When an e-mail arrives in our support inbox, post its subject and sender to #support in Slack",
            "Every day at 17:00, count today's open tickets from our API and send the number to Telegram",
        ),
    ),
    (
        "Marketing",
        "megaphone",
        (
            "Every morning at 7, read our industry's RSS feed and post the five newest headlines to Teams",
            "Every Friday, read the campaign sheet and e-mail the rows where spend is above budget",
        ),
    ),
    (
        "People",
        "users",
        (
            "Every Monday at 9, read the vacation sheet and post who is away this week to #team in Slack",
            "When a new row appears in the applicants sheet, e-mail the hiring manager",
        ),
    ),
    (
        "Operations",
        "boxes",
        (
            "Every hour, read stock levels from PostgreSQL and alert #warehouse in Slack when one is below 10",
            "When our shop calls a webhook for a new order, add it as a row to the orders sheet",
        ),
    ),
)

DIFFERENCE = (
    (
        "file-check-2",
        "The plan is the program",
        "What you read is derived from what will run, step by step. It cannot say one thing and do another.",
    ),
    (
        "shield-check",
        "Nothing is deployed unseen",
        "A worker is built only from the exact plan you approved, and who approved it is on record.",
    ),
    (
        "server",
        "It runs on n8n, which you can own",
        "Workers are ordinary n8n workflows. On an n8n of your own you can look at them, and keep them if you leave.",
    ),
    (
        "lock",
        "Your company stays your company",
        "The database itself keeps companies apart, row by row. Passwords and keys are sealed before they are stored.",
    ),
)

TIERS = (
    (
        "Starter",
        "$0",
        "a month",
        "For trying it on one real task.",
        (
            "2 workers, 500 runs a month",
            "Schedules, webhooks, forms and inboxes",
            "A plan to approve before anything runs",
            "Every run with what each step did",
        ),
        False,
    ),
    (
        "Team",
        "$99",
        "a month",
        "For a team that hands over its routine.",
        ("20 workers, 10,000 runs a month", "Everything in Starter", "Departments for your workers"),
        True,
    ),
    (
        "Business",
        "$499",
        "a month",
        "For companies that run on it.",
        ("200 workers, 100,000 runs a month", "Everything in Team", "On your own servers, with your own n8n"),
        False,
    ),
)

FAQ = (
    (
        "What does it cost today?",
        "Nothing. It is early: no card is asked for, no limit applies, and we tell you before that changes.",
    ),
    (
        "Do I need to know n8n or programming?",
        "No. You describe the job and read the plan in plain words. n8n is the engine underneath.",
    ),
    (
        "What happens if it misunderstands me?",
        "You see it in the plan, before anything runs. Change a value, answer a question, or say it in other words.",
    ),
    (
        "Which services can workers use?",
        "Those that n8n connects to, some 400: e-mail, Slack, Telegram, databases, feeds, any web address. For Google "
        "and Microsoft you need an app of your own there for now; we cannot sign you in with one click yet.",
    ),
    (
        "What do you keep of what I type here?",
        "The trial keeps your words in this browser tab only. After sign-up, they belong to your company's drafts.",
    ),
    (
        "What if a run fails?",
        "The worker's page says which step failed, why, and what to do. You can pause, change or run it again there.",
    ),
    (
        "Can a worker do something dangerous?",
        "Steps that run commands or touch the engine's own files do not exist here, and harmful jobs are refused. A "
        "worker does real things, though: read the plan, and approve only what you would do yourself.",
    ),
)
