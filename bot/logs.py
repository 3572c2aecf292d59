"""Logging: one line for each event; text for people, JSON for machines. Ids, never names (RELIABILITY.md, 23)."""

import logging
import sys
from typing import Any

import structlog


def set_up(level: str = "INFO", style: str = "auto") -> None:
    """Send the logs of everything to standard error; ``style`` is auto, text or json."""
    as_json = style == "json" or (style == "auto" and not sys.stderr.isatty())
    for_people = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    render: Any = structlog.processors.JSONRenderer() if as_json else for_people
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                render,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for chatty in ("slack_sdk", "slack_bolt"):
        logging.getLogger(chatty).setLevel(max(logging.INFO, logging.getLevelName(level.upper())))
    for busy in ("apscheduler", "alembic", "aiohttp.access"):
        logging.getLogger(busy).setLevel(logging.WARNING)
