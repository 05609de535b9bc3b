"""The list of simulated services is the one in the code, and long enough."""

from __future__ import annotations

from tests.docs.services import PAGE, page


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text() == page(), "run: python -m tests.docs.services"


def test_forty_services_have_shapes_of_their_own_that_are_proven() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| ") and not line.startswith("| service")]
    assert sum("through HTTP Request" not in row for row in rows) >= 40
