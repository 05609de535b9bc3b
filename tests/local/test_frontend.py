"""When the pages are compiled again: when what they are made from has changed, and never otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from workforce.local import frontend


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small checkout."""
    for name in ("rxconfig.py", "requirements.txt", "assets/tokens.css", "workforce/app.py", "workforce/local/up.py"):
        write(tmp_path / name)
    write(tmp_path / "workforce/components/flow.jsx")
    monkeypatch.setattr(frontend, "CHECKOUT", tmp_path)
    return tmp_path


def write(path: Path, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_what_compiling_leaves_behind_is_no_reason(checkout: Path) -> None:
    before = frontend.fingerprint(8000)
    linked = checkout / "assets/external/workforce/components/flow.jsx"
    linked.parent.mkdir(parents=True)
    linked.symlink_to(checkout / "workforce/components/flow.jsx")
    assert frontend.fingerprint(8000) == before


@pytest.mark.parametrize(
    "name", ["workforce/components/flow.jsx", "workforce/app.py", "assets/tokens.css", "rxconfig.py", "assets/new.svg"]
)
def test_a_changed_source_is(checkout: Path, name: str) -> None:
    before = frontend.fingerprint(8000)
    write(checkout / name, "changed")
    assert frontend.fingerprint(8000) != before
    assert frontend.fingerprint(8001) != frontend.fingerprint(8000), "the address is compiled in"


def test_what_no_page_is_made_from_is_not(checkout: Path) -> None:
    before = frontend.fingerprint(8000)
    write(checkout / "workforce/local/up.py", "changed")
    write(checkout / "workforce/notes.txt", "changed")
    assert frontend.fingerprint(8000) == before
