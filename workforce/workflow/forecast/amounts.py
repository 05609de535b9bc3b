"""How many items pass through each step of a run: one e-mail, twenty rows, one list. Guesses of what is usual."""

from __future__ import annotations

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.explain.order import reading_order
from workforce.workflow.spec import Frozen, Literal, Step, Trigger, WorkerSpec

# What a month usually brings, by what is in the trigger's id; the first that fits counts.
EVENTS = (
    ("chat", 300),
    ("form", 40),
    ("typeform", 40),
    ("gmail", 300),
    ("outlook", 300),
    ("email_read_imap", 300),
    ("slack", 200),
    ("telegram", 200),
    ("whats_app", 200),
    ("webhook", 200),
)
MANY_READS = ("rss_feed_read", "google_sheets.sheet.read", "postgres.select", "microsoft_excel.worksheet.read_rows")
READS_MANY = ("getall", "executequery", "search", "list", "select", "readrows")
INTO_ONE = ("aggregate", "summarize", "convert_to_file", "html.convert_to_html_table")
LETS_SOME_THROUGH = ("filter", "if", "switch", "remove_duplicates", "text_classifier")


class Band(Frozen):
    """A guess with its bounds."""

    low: float
    likely: float
    high: float

    @classmethod
    def exactly(cls, number: float) -> Band:
        """What is known."""
        return cls(low=number, likely=number, high=number)

    @classmethod
    def none(cls) -> Band:
        """Nothing at all."""
        return cls.exactly(0)

    @classmethod
    def around(cls, number: float, *, guessed: bool) -> Band:
        """A number that may be wrong: by a factor of four when nobody said it, by two when somebody did."""
        factor = 4 if guessed else 2
        return cls(low=number / factor, likely=number, high=number * factor)

    def plus(self, other: Band) -> Band:
        """Both together."""
        return Band(low=self.low + other.low, likely=self.likely + other.likely, high=self.high + other.high)

    def times(self, other: Band) -> Band:
        """One for each of the other."""
        return Band(low=self.low * other.low, likely=self.likely * other.likely, high=self.high * other.high)

    def rounded(self, digits: int) -> Band:
        """With that many digits behind the point."""
        return Band(low=round(self.low, digits), likely=round(self.likely, digits), high=round(self.high, digits))

    def at_most(self, number: float) -> Band:
        """Never more than that."""
        return Band(low=min(self.low, number), likely=min(self.likely, number), high=min(self.high, number))


ONE = Band.exactly(1)
MANY = Band(low=1, likely=20, high=200)
SOME = Band(low=0.1, likely=0.5, high=1)
ENTRIES = Band(low=2, likely=10, high=50)


def items_by_step(spec: WorkerSpec, catalogue: Catalogue) -> dict[str, Band]:
    """How often each step does its work in one run: the items that reach it."""
    reach: dict[str, Band] = {}
    give: dict[str, Band] = {trigger.id: ONE for trigger in spec.triggers}
    for part in reading_order(spec):
        if isinstance(part, Trigger) or part.serves:
            continue
        arriving = [give.get(link.step, ONE) for link in part.after]
        reach[part.id] = ONE if part.once else _together(part, arriving)
        give[part.id] = _given(part, reach[part.id], catalogue)
    return reach


def _together(step: Step, arriving: list[Band]) -> Band:
    if not arriving:
        return ONE
    total = arriving[0]
    for band in arriving[1:]:
        total = total.plus(band) if step.operation == "merge" else max(total, band, key=lambda b: b.likely)
    return total


def _given(step: Step, reached: Band, catalogue: Catalogue) -> Band:
    """How many items a step gives."""
    name = step.operation
    if name.startswith(INTO_ONE):
        return ONE
    if name == "limit":
        return reached.at_most(_number(step, "maxItems") or 1)
    if name.split(".")[0] in LETS_SOME_THROUGH:
        return reached.times(SOME)
    if name == "split_out":
        return reached.times(ENTRIES)
    operation = catalogue.operation(name)
    chosen = (operation.operation if operation else "").lower().replace("_", "")
    if name in MANY_READS or chosen in READS_MANY:
        found = reached.times(MANY)
        limit = _number(step, "limit")
        return found if limit is None else found.at_most(reached.high * limit)
    return reached


def _number(step: Step, name: str) -> float | None:
    value = step.inputs.get(name)
    known = value.value if isinstance(value, Literal) else None
    return float(known) if isinstance(known, int | float) and not isinstance(known, bool) else None
