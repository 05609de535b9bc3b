"""The README's parts that are written from the code: `python -m tests.docs.readme` brings them up to date."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import SecretStr

from workforce.core.settings import Settings

README = Path(__file__).parents[2] / "README.md"


def settings_table() -> str:
    """Every setting with its default and what it is for."""
    lines = ["| variable | default | what it is |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = "a development secret" if isinstance(field.default, SecretStr) and field.default else field.default
        shown = (
            f"`{default}`"
            if default not in ("", "a development secret") and not isinstance(default, SecretStr)
            else default
        )
        lines.append(f"| `{name.upper()}` | {'' if isinstance(shown, SecretStr) else shown} | {field.description} |")
    return "\n".join(lines)


def with_part(text: str, part: str, content: str) -> str:
    """The text with what stands between the two marks of `part` replaced."""
    return re.sub(rf"(<!-- {part} -->\n).*?(<!-- /{part} -->)", lambda m: f"{m[1]}{content}\n{m[2]}", text, flags=re.S)


if __name__ == "__main__":
    README.write_text(with_part(README.read_text(), "settings", settings_table()))
