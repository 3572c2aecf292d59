"""Settings, read once at the door from the environment and a ``.env`` file.

`read_settings` answers with a `Settings` or raises `BadSettings`, whose text is one sentence for each wrong
setting. The table in the README is checked against this class by a test.
"""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class BadSettings(Exception):
    """A setting is missing or wrong; the text says which, and what to put there."""


class Settings(BaseSettings):
    """What the owner decides once; everything else is set inside Slack with ``/regulars setup``."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    slack_bot_token: SecretStr | None = Field(None, description="Bot token, begins with xoxb-")
    slack_app_token: SecretStr | None = Field(None, description="App-level token, begins with xapp-")
    slack_api_url: str = Field("https://slack.com/api/", description="Any Slack-compatible server")
    database_url: str = Field("", description="SQLite or PostgreSQL, as an SQLAlchemy URL")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    log_format: str = Field("auto", description="auto, text or json")

    def database(self) -> str:
        """Return the database URL; without one, an SQLite file in the user's data directory."""
        if self.database_url:
            return self.database_url
        folder = user_data_path("regulars", ensure_exists=True)
        return f"sqlite:///{folder / 'regulars.db'}"

    def tokens(self) -> tuple[str, str]:
        """Return the bot token and the app token; raise `BadSettings` when either is missing or swapped."""
        return (
            _token("SLACK_BOT_TOKEN", "xoxb-", "OAuth & Permissions → Bot User OAuth Token", self.slack_bot_token),
            _token(
                "SLACK_APP_TOKEN",
                "xapp-",
                "Basic Information → App-Level Tokens (scope connections:write)",
                self.slack_app_token,
            ),
        )


def _token(name: str, prefix: str, where: str, value: SecretStr | None) -> str:
    secret = value.get_secret_value().strip() if value else ""
    if not secret:
        raise BadSettings(f"{name} is not set. Copy it from your Slack app's page, {where}, into .env.")
    if not secret.startswith(prefix):
        raise BadSettings(f"{name} should begin with {prefix}. You find it on your Slack app's page, {where}.")
    return secret


def read_settings(env_file: Path | str | None = ".env") -> Settings:
    """Read the environment and the ``.env`` file; raise `BadSettings` with a sentence for each wrong value."""
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings' own argument
    except ValidationError as error:
        raise BadSettings(" ".join(_sentence(item["loc"], item["msg"]) for item in error.errors())) from None


def _sentence(loc: tuple[int | str, ...], message: str) -> str:
    return f"{str(loc[0]).upper()}: {message}."
