"""What Reflex reads before anything else: which app, which origins, how the front end is built."""

from urllib.parse import urlsplit

import reflex as rx

from workforce.components.inline_styles import InlineStylesPlugin
from workforce.components.styles import TAILWIND
from workforce.core.settings import get_settings

_settings = get_settings()
_address = urlsplit(_settings.public_url)

config = rx.Config(
    app_name="workforce",
    app_module_import="workforce.app",
    plugins=[rx.plugins.SitemapPlugin(), rx.plugins.TailwindV4Plugin(TAILWIND), InlineStylesPlugin()],
    cors_allowed_origins=[f"{_address.scheme}://{_address.netloc}"],
    deploy_url=_settings.public_url,
    default_color_mode="system",
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_compression_formats=["gzip", "brotli"],
    **({"redis_url": _settings.redis_url} if _settings.redis_url else {}),
)
