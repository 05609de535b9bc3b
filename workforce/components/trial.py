"""The landing page's trial: the box, its states, and a plan drawn without any script of its own."""

from __future__ import annotations

import reflex as rx
from reflex.event import EventSpec

from workforce.components import styles
from workforce.components.elements import button, link_button, pill, skeleton
from workforce.components.icons import icon, service_icon, spinner
from workforce.components.notices import notice
from workforce.components.receipts import receipt_card, verdict_sign
from workforce.states.drawing import BoxRow, LineRow
from workforce.states.landing import Asked, LandingState, LineOfPlan
from workforce.states.rehearsal_rows import ScenarioRow

CHIPS = (
    ("Weekly sales report", "I need a worker to send weekly sales reports"),
    ("New leads to Slack", "When someone fills in our contact form, post their name and message to #sales in Slack"),
    (
        "Overdue invoices",
        "Every weekday at 8:00, read unpaid invoices from PostgreSQL and e-mail me those overdue by 30 days",
    ),
    ("News digest", "Every morning at 7, read our industry's RSS feed and post the five newest headlines to Teams"),
)


def fills_box(text: str) -> EventSpec:
    """Put an example into the box, in the browser, without asking the server."""
    return rx.set_value("prompt", text)


def prompt_form() -> rx.Component:
    """The box. Before the page is awake it is sent as `?prompt=`; afterwards as an event."""
    return rx.el.form(
        rx.el.label("What should your worker do?", html_for="prompt", class_name="sr-only"),
        rx.el.textarea(
            id="prompt",
            name="prompt",
            rows="3",
            placeholder="Every Monday at 9, read last week's orders from our database and e-mail me the totals…",
            aria_describedby="prompt-problem",
            enter_key_submit=True,
            class_name="block w-full resize-none bg-transparent px-4 pb-2 pt-4 text-base text-ink outline-none "
            "placeholder:text-faint sm:px-5 sm:pt-5 sm:text-lg",
        ),
        rx.el.div(
            rx.el.p("Free to try, no account. Nothing runs yet.", class_name="hidden text-sm text-faint sm:block"),
            button(
                "See the plan",
                icon("arrow-right", 16),
                type="submit",
                loading=LandingState.phase == "thinking",
                extra="w-full sm:w-auto",
            ),
            class_name="flex items-center justify-between gap-3 px-3 pb-3 sm:pl-5",
        ),
        on_submit=LandingState.submit,
        action="/",
        method="get",
        class_name="rounded-2xl border border-line-strong bg-surface text-left shadow-mid transition-shadow "
        "focus-within:border-accent focus-within:shadow-high",
    )


def chips() -> rx.Component:
    """Examples that fill the box."""
    one = (
        "rounded-full border border-line bg-surface px-3.5 py-1.5 text-sm text-muted transition-colors "
        "hover:border-line-strong hover:text-ink"
    )
    return rx.el.div(
        *(rx.el.button(words, type="button", on_click=fills_box(text), class_name=one) for words, text in CHIPS),
        role="group",
        aria_label="Examples",
        class_name="flex flex-wrap justify-center gap-2",
    )


def trial_result() -> rx.Component:
    """Whatever the last try led to, read aloud when it changes."""
    return rx.el.div(
        rx.match(
            LandingState.phase,
            ("thinking", _thinking()),
            ("plan", _plan()),
            ("questions", _questions()),
            ("refused", _refused()),
            ("limited", _outcome("warn", link_button("Sign up to go on", href="/sign-up", size="sm"))),
            ("error", _outcome("bad")),
            rx.fragment(),
        ),
        id="trial",
        aria_live="polite",
        class_name="mx-auto mt-8 w-full max-w-4xl text-left empty:hidden",
    )


def problem() -> rx.Component:
    """What is wrong with the words in the box."""
    return rx.el.p(
        LandingState.problem, id="prompt-problem", role="alert", class_name="mt-3 text-sm text-bad empty:hidden"
    )


def _thinking() -> rx.Component:
    lines = [skeleton(f"h-4 {width}") for width in ("w-2/3", "w-5/6", "w-1/2", "w-3/4")]
    return rx.el.div(
        rx.el.p(
            spinner(),
            "Reading your words, choosing the steps, checking that they fit together…",
            class_name="flex items-center gap-2.5 text-sm text-muted",
        ),
        rx.el.div(*lines, class_name="mt-5 flex flex-col gap-4"),
        class_name=f"{styles.CARD_BODY} min-h-64",
    )


def _plan() -> rx.Component:
    plan = LandingState.plan
    return rx.el.section(
        rx.el.div(
            rx.el.div(
                rx.el.p("Your worker's plan", class_name=styles.EYEBROW),
                rx.el.h2(plan.title, class_name="mt-1 text-xl font-semibold tracking-tight text-ink"),
                rx.cond(plan.schedule != "", rx.el.p(icon("clock", 14), plan.schedule, class_name=_META)),
                class_name="min-w-0",
            ),
            link_button("Hire this worker", href="/sign-up?next=/app/hire", extra="w-full sm:w-auto"),
            class_name="flex flex-col gap-4 border-b border-line p-5 sm:flex-row sm:items-start sm:justify-between "
            "sm:p-6",
        ),
        _rehearsal(),
        rx.el.div(
            rx.el.div(
                rx.el.ol(rx.foreach(plan.sentences, _sentence), class_name="flex flex-col gap-4"),
                _list("Before it starts, it will ask you", "message-circle-question", plan.questions),
                _list("It needs you to connect", "plug", plan.needs),
                _assumptions(),
                class_name="flex min-w-0 flex-col gap-7 p-5 sm:p-6",
            ),
            rx.el.div(_drawing(), class_name="min-w-0 border-t border-line bg-sunken lg:border-l lg:border-t-0"),
            class_name="grid lg:grid-cols-2",
        ),
        aria_label="Plan",
        class_name=f"wf-rise overflow-hidden {styles.CARD} shadow-mid",
    )


def _rehearsal() -> rx.Component:
    """What the worker did on the stage: the calls that it would have made, as what they are."""
    acting = rx.el.p(
        spinner(),
        "Acting it out on a real engine against simulated services…",
        class_name="flex items-center gap-2.5 text-sm text-muted",
    )
    shown = rx.el.div(
        rx.cond(LandingState.stage == "acting", acting),
        rx.cond(LandingState.stage == "away", rx.el.p(LandingState.reason, class_name="text-sm text-muted")),
        rx.cond(
            LandingState.acted.length() > 0,
            rx.el.div(
                rx.el.h3("Rehearsed: what it would have done", class_name="text-sm font-semibold text-ink"),
                rx.el.p(LandingState.summary, class_name="text-sm text-muted"),
                rx.el.ul(rx.foreach(LandingState.acted, _acted), class_name="flex flex-col gap-1.5"),
                rx.el.details(
                    rx.el.summary("Show every call", class_name="cursor-pointer text-sm text-accent-text"),
                    rx.el.ol(
                        rx.foreach(LandingState.receipts, receipt_card), class_name="mt-3 grid gap-3 md:grid-cols-2"
                    ),
                ),
                class_name="flex flex-col gap-3",
            ),
        ),
        role="status",
        class_name="flex flex-col gap-3 border-b border-line bg-sunken p-5 sm:p-6",
    )
    return rx.cond(LandingState.stage != "", shown)


def _acted(row: rx.Var[ScenarioRow]) -> rx.Component:
    return rx.el.li(
        verdict_sign(row.verdict),
        rx.el.span(
            rx.el.span(row.title, class_name="font-medium text-ink"), ": ", row.reason, class_name="min-w-0 break-words"
        ),
        class_name="flex items-start gap-2.5 text-sm text-muted",
    )


_META = "mt-1.5 flex items-center gap-1.5 text-sm text-muted"


def _sentence(row: rx.Var[LineOfPlan]) -> rx.Component:
    return rx.el.li(
        service_icon(row.icon),
        rx.el.p(row.text, class_name="min-w-0 break-words text-sm text-ink"),
        class_name="flex gap-3",
    )


def _list(title: str, picture: str, rows: rx.Var[list[Asked]]) -> rx.Component:
    item = "rounded-lg border border-line bg-canvas px-3.5 py-2.5"
    return rx.cond(
        rows.length() > 0,
        rx.el.div(
            rx.el.h3(icon(picture, 15), title, class_name="flex items-center gap-2 text-sm font-semibold text-ink"),
            rx.el.ul(
                rx.foreach(
                    rows,
                    lambda row: rx.el.li(
                        rx.el.p(row.text, class_name="text-sm font-medium text-ink"),
                        rx.el.p(row.why, class_name="mt-0.5 text-sm text-muted empty:hidden"),
                        class_name=item,
                    ),
                ),
                class_name="mt-3 flex flex-col gap-2",
            ),
        ),
    )


def _assumptions() -> rx.Component:
    return rx.cond(
        LandingState.plan.assumptions.length() > 0,
        rx.el.div(
            rx.el.h3(
                icon("lightbulb", 15), "It assumes", class_name="flex items-center gap-2 text-sm font-semibold text-ink"
            ),
            rx.el.ul(
                rx.foreach(LandingState.plan.assumptions, lambda text: rx.el.li(text)),
                class_name="mt-2 list-disc space-y-1 pl-5 text-sm text-muted marker:text-line-strong",
            ),
        ),
    )


def _drawing() -> rx.Component:
    """Boxes and arrows from coordinates; the sentences beside it say the same to a screen reader."""
    drawing = LandingState.drawing
    return rx.el.div(
        rx.el.div(
            rx.el.svg(
                rx.foreach(drawing.lines, _arrow),
                view_box=drawing.view,
                class_name="absolute inset-0 h-full w-full overflow-visible text-faint",
            ),
            rx.foreach(drawing.boxes, _box),
            rx.foreach(drawing.lines, _label),
            style={"width": drawing.width, "height": drawing.height},
            class_name="relative mx-auto shrink-0",
        ),
        aria_hidden=True,
        class_name="flex h-full items-start overflow-x-auto p-6",
    )


def _arrow(row: rx.Var[LineRow]) -> rx.Component:
    return rx.el.path(d=row.path, fill="none", stroke="currentColor", stroke_width="1.5", stroke_linecap="round")


def _label(row: rx.Var[LineRow]) -> rx.Component:
    return rx.cond(
        row.label != "",
        rx.el.span(
            row.label,
            style={"left": row.left, "top": row.top},
            class_name="absolute max-w-40 -translate-x-1/2 -translate-y-1/2 truncate rounded-full border border-line "
            "bg-surface px-2 text-xs text-muted",
        ),
    )


def _box(row: rx.Var[BoxRow]) -> rx.Component:
    return rx.el.div(
        service_icon(row.icon, "lg"),
        rx.el.div(
            rx.el.p(row.title, class_name="truncate text-sm font-medium text-ink"),
            rx.el.p(row.subtitle, class_name="truncate text-xs text-muted"),
            class_name="min-w-0",
        ),
        style={"left": row.left, "top": row.top},
        class_name=rx.cond(row.open, f"{_BOX} border-warn border-dashed", f"{_BOX} border-line"),
    )


_BOX = "absolute flex h-16 w-60 items-center gap-3 rounded-xl border bg-surface px-3 shadow-low"


def _questions() -> rx.Component:
    return rx.el.div(
        rx.el.h2("Tell us a little more", class_name=styles.HEADING),
        rx.el.p(
            rx.cond(LandingState.reason != "", LandingState.reason, "We could not make a worker from that yet."),
            class_name="mt-1 text-sm text-muted",
        ),
        rx.el.ul(
            rx.foreach(LandingState.asked, lambda text: rx.el.li(text)),
            class_name="mt-4 list-disc space-y-1.5 pl-5 text-sm text-ink marker:text-accent",
        ),
        rx.el.p("Add it to your words above and try again.", class_name="mt-4 text-sm text-muted"),
        class_name=f"wf-rise {styles.CARD_BODY}",
    )


def _refused() -> rx.Component:
    return rx.el.div(
        pill("We will not build this one", "warn"),
        rx.el.p(LandingState.reason, class_name="mt-3 text-base text-ink"),
        rx.cond(
            LandingState.instead != "",
            rx.el.p(
                rx.el.span("What would be fine: ", class_name="font-medium text-ink"),
                LandingState.instead,
                class_name=_INSTEAD,
            ),
        ),
        class_name=f"wf-rise {styles.CARD_BODY}",
    )


_INSTEAD = "mt-2 text-sm text-muted"


def _outcome(tone: str, *actions: rx.Component) -> rx.Component:
    return notice(LandingState.reason, tone, *(rx.el.div(action, class_name="mt-3") for action in actions))
