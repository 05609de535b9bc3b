"""Where services give out tokens (OAuth 2), whichever service it is."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

sign_in = Service(
    "Sign-in",
    r"oauth2\.googleapis\.com|accounts\.google\.com|login\.microsoftonline\.com|auth\.atlassian\.com|identity\.xero\.com"
    r"|login\.salesforce\.com|test\.salesforce\.com|oauth\.platform\.intuit\.com|accounts\.zoho\.[a-z.]+|login\.mailchimp\.com"
    r"|oauth\.pipedrive\.com|api\.typeform\.com|auth\.calendly\.com",
    r".*(?:/token|/bearer|/access_token|/certs|/metadata)",
)


@sign_in.on("*", r".*")
def token(visit: Visit) -> Any:
    """A token that lasts for the rehearsal."""
    return {
        "access_token": f"simulated-{visit.cast.id('token', 0)}",
        "refresh_token": f"simulated-{visit.cast.id('refresh', 0)}",
        "token_type": "Bearer",
        "expires_in": 3600,
        "scope": visit.fields.get("scope", ""),
        "instance_url": "https://example.my.salesforce.com",
        "api_endpoint": "https://us1.api.mailchimp.com",
        "dc": "us1",
    }
