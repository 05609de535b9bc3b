"""All settings, from the environment; `make up` fills what is not given with the embedded stack's values."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEVELOPMENT_SECRET = "development-only-secret-do-not-use-in-production"  # noqa: S105 - refused in production


class Settings(BaseSettings):
    """Every field is an environment variable of the same name in capitals; the README lists them from here."""

    model_config = SettingsConfigDict(extra="ignore", env_file=None)

    workforce_env: Literal["development", "production"] = Field(
        "development", description="`production` refuses development secrets and plain-http cookies."
    )
    public_url: str = Field("http://localhost:8000", description="The address people open; links and webhooks use it.")
    database_url: str = Field(
        "", description="PostgreSQL 16+ as the application role (no superuser, owns nothing). Empty: embedded."
    )
    database_owner_url: str = Field(
        "", description="The same database as its owner; used by migrations and jobs' schema only."
    )
    redis_url: str = Field("", description="Redis 7+, for sessions, limits and page state. Empty: embedded.")
    n8n_base_url: str = Field("", description="The engine's address as the platform reaches it. Empty: embedded.")
    n8n_api_key: SecretStr = Field(
        SecretStr(""), description="A key of that n8n with all workflow, execution and credential scopes."
    )
    n8n_public_url: str = Field("", description="Where n8n's webhooks are reached from outside; n8n_base_url if empty.")
    callback_url: str = Field("", description="Where n8n reaches this platform; public_url if empty.")
    catalogue_path: str = Field(
        "", description="A folder with n8n's node descriptions (its node_modules) or a packed catalogue file."
    )
    rehearsal_socket: str = Field(
        "", description="The unix socket of a rehearsal stage (`python -m workforce.local.rehearsal`). Empty: embedded."
    )
    anthropic_api_key: SecretStr = Field(SecretStr(""), description="Turns the Claude planner on.")
    anthropic_base_url: str = Field("", description="Another address that speaks the Messages API.")
    anthropic_model: str = Field("claude-sonnet-5-5", description="The model that plans.")
    secret_key: SecretStr = Field(
        SecretStr(DEVELOPMENT_SECRET), description="Signs sessions and callbacks; 32+ characters."
    )
    master_key: SecretStr = Field(
        SecretStr(DEVELOPMENT_SECRET),
        description="Seals API keys and connections; 32+ characters. Keep it: sealed things are lost without it.",
    )
    session_hours: int = Field(12, description="A sign-in ends after this long, used or not.")
    session_idle_minutes: int = Field(120, description="A sign-in ends after this long without a click.")
    trial_per_hour: int = Field(30, description="Plans a visitor may ask for per hour and address.")
    metrics_token: SecretStr = Field(
        SecretStr(""), description="Lets Prometheus read /metrics from another machine (`Authorization: Bearer …`)."
    )
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")

    @model_validator(mode="after")
    def _refuse_development_secrets(self) -> Settings:
        if self.workforce_env == "production":
            weak = [
                name
                for name in ("secret_key", "master_key")
                if getattr(self, name).get_secret_value() == DEVELOPMENT_SECRET
                or len(getattr(self, name).get_secret_value()) < 32
            ]
            if weak:
                names = " and ".join(name.upper() for name in weak)
                raise ValueError(f"{names} must be set to a secret of 32 or more characters in production.")
        return self


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """The process's settings, read once; `get_settings.cache_clear()` reads them again."""
    return Settings()
