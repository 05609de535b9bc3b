"""One page, one state, one event."""

import reflex as rx


class Count(rx.State):
    """A number that a click raises."""

    n: int = 0

    @rx.event
    def bump(self) -> None:
        """Raise it."""
        self.n += 1


app = rx.App()
app.add_page(lambda: rx.el.p(Count.n), route="/")
