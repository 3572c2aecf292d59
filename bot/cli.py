"""The command line: `regulars run`, `demo`, `doctor`, `manifest`, `migrate`, `when`, `playbooks`.

Everything that can be wrong ends in one sentence on standard error and exit code 2, never in a traceback.
"""

import asyncio
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml

app = typer.Typer(
    help="Regulars: the memory of the best host your team ever met, in Slack.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


def fail(sentence: str) -> typer.Exit:
    """Say what is wrong, on standard error, and end with exit code 2."""
    typer.echo(sentence, err=True)
    return typer.Exit(2)


@app.command()
def run() -> None:
    """Run the bot for one team, over Socket Mode."""
    from bot import logs, running
    from bot.config import BadSettings, read_settings

    try:
        settings = read_settings()
        logs.set_up(settings.log_level, settings.log_format)
        running.run(settings)
    except (BadSettings, running.CannotStart) as problem:
        raise fail(str(problem)) from None


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Where the page listens on 127.0.0.1.")] = 8700,
    keep: Annotated[bool, typer.Option(help="Keep the data for the next time.")] = False,
) -> None:
    """Walk through the product in your browser: a playground, no Slack account needed."""
    from bot.playground import demo as playground

    try:
        asyncio.run(playground.serve(port=port, keep=keep, say=typer.echo))
    except playground.CannotServe as problem:
        raise fail(str(problem)) from None
    except KeyboardInterrupt:
        typer.echo("\nBye.")


@app.command()
def doctor() -> None:
    """Check tokens, scopes, channels, database, clock and migrations; say what to do about each red line."""
    from rich.console import Console

    from bot import doctor as surgery
    from bot.config import BadSettings, read_settings

    try:
        settings = read_settings()
    except BadSettings as problem:
        raise fail(str(problem)) from None
    findings = asyncio.run(surgery.examine(settings))
    console = Console(soft_wrap=True)
    for finding in findings:
        sign = "[green]✓[/green]" if finding.well else "[red]✗[/red]"
        console.print(f"{sign} [bold]{finding.what}[/bold]  {finding.says}", highlight=False)
    raise typer.Exit(0 if all(finding.well for finding in findings) else 2)


@app.command()
def manifest(
    socket: Annotated[bool, typer.Option("--socket", help="For Socket Mode (this is the default).")] = False,
    http: Annotated[str, typer.Option(help="For HTTP at this public address.", metavar="URL")] = "",
) -> None:
    """Print the app manifest, ready to paste into Slack's “create an app from a manifest”."""
    from bot import manifest as source

    if socket and http:
        raise fail("Choose one of --socket and --http URL.")
    if http and not http.startswith("https://"):
        raise fail("Slack only calls https addresses: --http https://regulars.example.com")
    chosen = source.for_http(http) if http else source.load()
    typer.echo(yaml.safe_dump(chosen, sort_keys=False, allow_unicode=True), nl=False)


@app.command()
def migrate() -> None:
    """Bring the database up to date; `regulars run` does it by itself."""
    from bot.store import migrate as store

    engine = _engine()
    before = store.version(engine)
    store.upgrade(engine)
    typer.echo(f"The database was at {before or 'nothing'} and is now at {store.version(engine)}.")


def _engine() -> Any:
    """Return the engine of the database that the settings name; end with a sentence when it cannot be used."""
    from bot.config import BadSettings, read_settings
    from bot.store.database import NoDatabase, check, open_engine

    try:
        engine = open_engine(read_settings().database())
        check(engine)
    except (BadSettings, NoDatabase) as problem:
        raise fail(str(problem)) from None
    return engine


playbooks = typer.Typer(help="What happens by itself after an event, as one readable file.", no_args_is_help=True)
app.add_typer(playbooks, name="playbooks")

File = Annotated[Path, typer.Argument(help="A file in YAML, as `export` prints it.", exists=True, dir_okay=False)]
Team = Annotated[str, typer.Option(help="The workspace (T…), where the database holds several.")]


@playbooks.command("export")
def export_playbooks(workspace: Team = "") -> None:
    """Print the playbooks of a workspace."""
    from bot.domain.playbooks import to_yaml
    from bot.services import playbooks as services

    typer.echo(to_yaml(_in_book(workspace, lambda session, actor, _now: services.look(session, actor))), nl=False)


@playbooks.command("check")
def check_playbooks(file: File) -> None:
    """Say whether a file can be imported, and if not, which line is wrong."""
    found = _read_playbooks(file)
    typer.echo(f"That is right: {sum(len(steps) for steps in found.values())} steps after {len(found)} events.")


@playbooks.command("import")
def import_playbooks(file: File, workspace: Team = "") -> None:
    """Take the playbooks of a workspace from a file; what it does not name keeps its default."""
    from bot.services import playbooks as services

    wanted = _read_playbooks(file)
    _in_book(workspace, lambda session, actor, now: services.replace_all(session, actor, wanted, now))
    typer.echo("Done. They hold from the next event on.")


def _read_playbooks(file: Path) -> Any:
    from bot.domain.errors import Refusal
    from bot.domain.playbooks import from_yaml

    try:
        return from_yaml(file.read_text(encoding="utf-8"))
    except (Refusal, UnicodeDecodeError) as problem:
        raise fail(f"{file.name}: {problem}") from None


def _in_book(workspace: str, deed: Callable[[Any, Any, datetime], Any]) -> Any:
    """Do something in the book as its owner; only whoever holds the database can use the command line."""
    from bot.clock import SystemClock
    from bot.domain.policy import Actor, Role
    from bot.store import migrate, staff
    from bot.store.database import Book

    engine = _engine()
    if migrate.version(engine) != migrate.newest():
        raise fail("The database is empty or out of date. Run `regulars migrate` first.")
    book = Book(engine)
    known = [each.id for each in book.run("", staff.workspaces)[0]]
    if not workspace and len(known) != 1:
        raise fail(f"Say which workspace with --workspace: {', '.join(known) or 'the book is still empty'}.")
    chosen = workspace or known[0]
    owner = Actor(chosen, "cli", "the owner", Role.ADMIN)
    return book.run(chosen, lambda session: deed(session, owner, SystemClock().now()))[0]


@app.command()
def when(
    text: Annotated[str, typer.Argument(help="What somebody typed, e.g. “call next tuesday at 3pm”.")] = "",
    now: Annotated[str, typer.Option(help="The present moment, as ISO 8601; without a zone, in --tz.")] = "",
    tz: Annotated[str, typer.Option(help="The time zone of whoever typed it.")] = "UTC",
    locale: Annotated[str, typer.Option(help="Their locale, e.g. en-GB.")] = "en-US",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read one JSON object a line, print one a line.")] = False,
) -> None:
    """Show what would be understood of a time typed in words."""
    from bot.clock import SystemClock
    from bot.domain.when import read_line, report

    try:
        moment = _moment(now, tz) if now else SystemClock().now()
    except ValueError:
        raise fail("Write the time and zone like --now 2026-12-01T09:00 --tz Europe/Lisbon.") from None
    if jsonl:
        for line in filter(str.strip, sys.stdin):
            typer.echo(read_line(line, moment, tz, locale))
        return
    if not text:
        raise fail("Say what to read, e.g. regulars when “call about the boots next tuesday at 3pm”.")
    found = report(text, moment, tz, locale)
    typer.echo(json.dumps(found, ensure_ascii=False) if as_json else _readable(found))


def _moment(now: str, tz: str) -> datetime:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        zone = ZoneInfo(tz)
    except (ZoneInfoNotFoundError, OSError):
        raise ValueError(tz) from None
    moment = datetime.fromisoformat(now)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _readable(found: dict[str, Any]) -> str:
    """Return what was understood as a few lines: the moment, the rule, the rest, or the question."""
    told = {key: found[key] for key in ("when", "rrule", "rest", "message") if found.get(key)}
    choices = [f"or      {choice['when']}  {choice['rrule'] or ''}".rstrip() for choice in found.get("ask") or ()]
    return "\n".join([*(f"{key:8}{value}" for key, value in told.items()), *choices])


def main() -> None:
    """Start the command line."""
    app()
