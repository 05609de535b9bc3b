# ruff: noqa: E501 - patterns stay whole
"""HTML that others wrote, made safe to show: no scripts, no styles, no pictures or frames from elsewhere."""

from __future__ import annotations

import html
import re

import nh3

TAGS = {
    "a", "b", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "li", "ol", "p", "pre",
    "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
SCHEMES = {"http", "https", "mailto", "tel"}
MARKUP = re.compile(r"<(?:html|body|p|div|br|b|strong|i|em|a|ul|ol|li|table|h\d|span)\b[^>]*>", re.IGNORECASE)


def safe_html(text: str) -> str:
    """The same text with what it may not have taken out."""
    return nh3.clean(
        text, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer nofollow"
    )


def plain(text: str) -> str:
    """The words of HTML, a line for each block."""
    text = re.sub(r"(?is)<(script|style|head)\b.*?(</\1>|$)", "", text)
    text = re.sub(r"(?i)<br\s*/?>|</(?:p|div|li|tr|h\d|table)>", "\n", text)
    text = html.unescape(nh3.clean(text, tags=set()))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+", " ", text)).strip()


def looks_like_html(text: str) -> bool:
    """Whether a text is marked up."""
    return bool(
        re.search(r"<(?:html|body|p|div|br|b|strong|i|em|a|ul|ol|li|table|h\d|span)\b[^>]*>", text, re.IGNORECASE)
    )
