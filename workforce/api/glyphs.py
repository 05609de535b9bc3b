"""Our own small drawings for steps whose node has no picture file; keys as in the catalogue, 24 by 24."""

from __future__ import annotations

_CLOCK = '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>'
_LETTER = '<rect x="3.5" y="5.5" width="17" height="13" rx="2.5"/><path d="m4.5 7.5 7.5 6 7.5-6"/>'
_FUNNEL = '<path d="M4 5.5h16l-6.2 7.3v5.7l-3.6-2v-3.7z"/>'
_FORK = '<path d="M4 12h5c4 0 3-6 7-6h4M9 12c4 0 3 6 7 6h4M17.5 3.5 20 6l-2.5 2.500M17.5 15.5 20 18l-2.5 2.5"/>'
_JOIN = '<path d="M4 6h3c4 0 3 6 7 6h6M4 18h3c4 0 3-6 7-6M17.5 9.5 20 12l-2.5 2.5"/>'
_GLOBE = '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17"/>'
_FEED = '<path d="M5 5c8 0 14 6 14 14M5 11c4.5 0 8 3.5 8 8"/><circle cx="6.2" cy="17.8" r="1.2"/>'
_PEN = '<path d="m5 19 .8-4L16 4.800a2.1 2.1 0 0 1 3.2 3.200L9 18.200z"/>'
_SUM = '<path d="M17.5 7V4.500h-11l6 7.5-6 7.500h11V17"/>'
_STACK = '<path d="m12 4 8.5 4L12 12 3.5 8zM4 12l8 4 8-4M4 16l8 4 8-4"/>'
_ORDER = '<path d="M7 5v14M4 16l3 3 3-3M13 6h7M13 11h5M13 16h3"/>'
_HOOK = '<circle cx="7" cy="17" r="2.5"/><circle cx="17" cy="17" r="2.5"/><circle cx="12" cy="7" r="2.5"/>'
_HOOK += '<path d="m8.2 14.8 2.7-5.500M9.5 17h5M13.2 9.200l2.6 5.5"/>'
_FORM = '<rect x="4.5" y="3.5" width="15" height="17" rx="2.5"/><path d="M8 8.500h8M8 12.500h8M8 16.500h4"/>'
_SPARK = '<path d="M12 4c.8 4.7 3.3 7.2 8 8-4.7.8-7.2 3.3-8 8-.8-4.7-3.3-7.2-8-8 4.7-.8 7.2-3.3 8-8z"/>'
_LOOP = '<path d="M4 12a7 7 0 0 1 7-7h6M14.5 2.5 17 5l-2.5 2.500M20 12a7 7 0 0 1-7 7H7M9.5 21.5 7 19l2.5-2.5"/>'
_BRACES = '<path d="m8.5 7-5 5 5 5M15.5 7l5 5-5 5"/>'

GLYPHS = {
    "": '<rect x="4" y="4" width="16" height="16" rx="4"/><path d="M9 12h6M12 9v6"/>',
    **dict.fromkeys(("schedule_trigger", "wait", "date_time", "cron", "interval"), _CLOCK),
    **dict.fromkeys(("email_send", "email_read_imap"), _LETTER),
    **dict.fromkeys(("filter", "limit", "remove_duplicates"), _FUNNEL),
    **dict.fromkeys(("if", "switch"), _FORK),
    **dict.fromkeys(("merge", "compare_datasets"), _JOIN),
    **dict.fromkeys(("http_request", "html"), _GLOBE),
    **dict.fromkeys(("rss_feed_read", "rss_feed_read_trigger"), _FEED),
    **dict.fromkeys(("set", "rename_keys", "markdown"), _PEN),
    **dict.fromkeys(("summarize",), _SUM),
    **dict.fromkeys(("aggregate", "split_out", "item_lists"), _STACK),
    **dict.fromkeys(("sort",), _ORDER),
    **dict.fromkeys(("webhook", "respond_to_webhook"), _HOOK),
    **dict.fromkeys(("form_trigger", "form"), _FORM),
    **dict.fromkeys(("chain_llm", "agent", "information_extractor", "text_classifier", "sentiment_analysis"), _SPARK),
    **dict.fromkeys(("split_in_batches", "execute_workflow", "execute_workflow_trigger"), _LOOP),
    **dict.fromkeys(("code", "function", "xml", "crypto"), _BRACES),
}
