"""One draft: its planning as it happens, then the plan to read, complete and approve."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.changing import change_card, diff_card
from workforce.components.dialogs import confirm
from workforce.components.elements import button, card, empty_state, link_button, page_header, skeleton_list
from workforce.components.forecast import forecast_card
from workforce.components.icons import icon
from workforce.components.needs import needs_card
from workforce.components.notices import notice
from workforce.components.other_jobs import other_jobs
from workforce.components.plan_view import plan_flow, plan_notes, plan_schedule, plan_sentences
from workforce.components.pulse import pulse
from workforce.components.questions import fields_card, questions_card
from workforce.components.rehearsal import rehearsal_card
from workforce.components.shell import app_page
from workforce.components.stages import stages
from workforce.states.connections import ConnectState
from workforce.states.draft import DraftState
from workforce.states.rehearsal import RehearsalState
from workforce.states.rows import IssueRow

ON_LOAD = [ConnectState.open, DraftState.load, RehearsalState.load]


def page() -> rx.Component:
    """What fits the draft's status."""
    return app_page(
        "/app/drafts",
        rx.cond(
            DraftState.missing != "",
            empty_state(
                "No such draft", DraftState.missing, link_button("Hire a worker", href="/app/hire"), picture="search-x"
            ),
            rx.match(
                DraftState.draft.status,
                ("planning", _planning()),
                ("planned", _planned()),
                ("deploying", _approved()),
                ("deployed", _approved()),
                ("unclear", _again("We need a bit more", DraftState.draft.reason, "warn")),
                ("refused", _again("We cannot build this one", DraftState.draft.reason, "warn")),
                ("failed", _again("Planning did not work", DraftState.draft.reason, "bad")),
                ("discarded", _discarded()),
                skeleton_list(5),
            ),
        ),
    )


def _planning() -> rx.Component:
    return rx.el.div(
        page_header("Making a plan", "You can leave this page; the plan will be under Drafts."),
        _prompt(),
        stages("Progress", "This usually takes a few seconds.", DraftState.stages),
        pulse(DraftState.follow),
        class_name="mx-auto flex max-w-3xl flex-col gap-4",
    )


def _planned() -> rx.Component:
    left = rx.el.div(
        diff_card(),
        other_jobs(),
        questions_card(),
        plan_sentences(DraftState.plan, lead=DraftState.plan.objective),
        change_card(),
        plan_flow(DraftState.plan),
        rehearsal_card(),
        fields_card(),
        class_name="flex min-w-0 flex-col gap-5",
    )
    right = rx.el.div(
        _decision(),
        _issues(),
        needs_card(),
        plan_schedule(DraftState.plan),
        forecast_card(),
        plan_notes(DraftState.plan),
        _notes(),
        class_name="flex min-w-0 flex-col gap-5",
    )
    return rx.el.div(
        page_header(DraftState.plan.title, "Read what the worker will do. Nothing runs until you approve."),
        rx.el.div(left, right, class_name="grid grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]"),
        rx.el.details(
            rx.el.summary("What you asked for", class_name="cursor-pointer text-sm font-medium text-muted"),
            _prompt("mt-3"),
            _other_words(),
            class_name="mt-6",
        ),
    )


def _decision() -> rx.Component:
    return card(
        button(
            icon("check", 16),
            "Approve and put to work",
            size="lg",
            extra="w-full",
            loading=DraftState.busy,
            disabled=DraftState.blocked != "",
            aria_describedby="blocked",
            on_click=DraftState.approve,
        ),
        rx.el.p(
            rx.cond(DraftState.blocked != "", DraftState.blocked, "Ready. It starts working as soon as you approve."),
            id="blocked",
            role="status",
            class_name="mt-3 text-sm text-muted",
        ),
        rx.cond(DraftState.may_override, _override()),
        rx.el.div(
            confirm(
                "discard-draft",
                "Discard",
                "Discard this draft?",
                "The plan is put away. Nothing was deployed from it.",
                "Discard",
                DraftState.discard,
                variant="danger_quiet",
                size="sm",
            ),
            class_name="mt-3 flex justify-end border-t border-line pt-3",
        ),
    )


def _override() -> rx.Component:
    """The way past a rehearsal that did not pass, for those who may."""
    return rx.el.details(
        rx.el.summary("Put it to work all the same", class_name="cursor-pointer text-sm text-accent-text"),
        rx.el.form(
            rx.el.label(
                "Why should it work although its rehearsal did not pass?", html_for="reason", class_name=styles.LABEL
            ),
            rx.el.textarea(id="reason", name="reason", rows="2", class_name=styles.INPUT),
            rx.el.p("Your reason is kept in the audit log.", class_name=styles.HINT),
            rx.el.div(
                button("Approve with this reason", type="submit", variant="danger", size="sm"), class_name="flex"
            ),
            on_submit=DraftState.approve_anyway,
            no_validate=True,
            class_name="mt-2 flex flex-col gap-2",
        ),
        class_name="mt-3 border-t border-line pt-3",
    )


def _issues() -> rx.Component:
    def issue(row: IssueRow) -> rx.Component:
        fix = rx.cond(row.fix != "", rx.el.p(row.fix, class_name="mt-1"))
        return rx.cond(row.severity == "error", notice(row.message, "bad", fix), notice(row.message, "warn", fix))

    return rx.cond(DraftState.issues, rx.el.div(rx.foreach(DraftState.issues, issue), class_name="flex flex-col gap-2"))


def _notes() -> rx.Component:
    return rx.cond(
        DraftState.draft.notes,
        rx.el.ul(
            rx.foreach(DraftState.draft.notes, lambda text: rx.el.li(text)),
            class_name="flex flex-col gap-1 text-xs text-faint",
        ),
    )


def _prompt(extra: str = "") -> rx.Component:
    return rx.el.blockquote(
        DraftState.draft.prompt,
        class_name="whitespace-pre-wrap break-words rounded-lg border-l-2 border-accent-line bg-sunken px-4 py-3 "
        f"text-sm text-muted {extra}",
    )


def _other_words() -> rx.Component:
    return rx.el.form(
        rx.el.label("Say it in other words", html_for="other-words", class_name=styles.LABEL),
        rx.el.textarea(
            id="other-words",
            name="prompt",
            rows="5",
            default_value=DraftState.draft.prompt,
            key=DraftState.draft.prompt,
            class_name=styles.INPUT,
        ),
        rx.el.div(button("Plan again", type="submit", variant="secondary"), class_name="flex"),
        on_submit=DraftState.rephrase,
        no_validate=True,
        class_name="mt-4 flex flex-col gap-3",
    )


def _again(title: str, reason: str, tone: str) -> rx.Component:
    instead = rx.cond(
        DraftState.draft.instead != "", rx.el.p(f"What would work: {DraftState.draft.instead}", class_name="mt-1")
    )
    return rx.el.div(
        page_header(title),
        notice(reason, tone, instead),
        card(_other_words()),
        rx.el.div(
            button("Discard", variant="danger_quiet", size="sm", on_click=DraftState.discard),
            class_name="flex justify-end",
        ),
        class_name="mx-auto flex max-w-3xl flex-col gap-4",
    )


def _approved() -> rx.Component:
    return empty_state(
        DraftState.draft.title,
        "You approved this plan. Its worker has a page of its own.",
        link_button("Go to the worker", href=f"/app/workers/{DraftState.draft.worker_id}"),
        picture="bot",
    )


def _discarded() -> rx.Component:
    return rx.el.div(
        empty_state(
            "This draft was discarded",
            "Nothing was deployed from it. You can start again from the same words.",
            link_button("Hire a worker", href="/app/hire"),
            picture="archive",
        ),
        _prompt(),
        class_name="mx-auto flex max-w-3xl flex-col gap-4",
    )
