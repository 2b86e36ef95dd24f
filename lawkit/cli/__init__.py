"""The command line: read, call one function, print. Commands are imported when they are called."""

import gc
import os
import sys
from importlib import import_module

import click

from lawkit import __version__
from lawkit.errors import LawkitError
from lawkit.messages import say

# name → (module, one-line help); a test holds each line against the command's own docstring
COMMANDS = {
    "init": ("start", "Make a working folder for a firm, with its settings."),
    "new": ("start", "Write a commented case file to fill in."),
    "check": (
        "start",
        "Report every problem of a case file, with file and line, and exhibits whose file is missing or empty.",
    ),
    "claim": ("claim", "Show what is owed, line by line: on the invoices, or under the judgment from its day."),
    "fee": ("fee", "Work out a fee, a contribution or an attachable part by its scale."),
    "deadlines": ("deadlines", "Show the dates at risk, and why."),
    "next": ("next", "Show what can be done and drafted now, what cannot yet, and why."),
    "draft": ("draft", "Draft a document from one case file or several."),
    "law": ("law", "List, show and check the rules of a jurisdiction."),
    "precedents": ("precedents", "List, show and check the precedents."),
}


_YOUNG = 200_000  # objects made before the collector looks: what a command reads lives as long as the command


class _Late(click.Group):
    """A group whose commands are imported when called, so that help is instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"lawkit.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, "next_" if cmd_name == "next" else cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(say("Commands")):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=_Late, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lawkit")
def cli() -> None:
    """Assemble debt-recovery papers, and explain every figure down to the statute and the rate row.

    \b
    Example:
        lawkit new india my-case.yaml
        lawkit check my-case.yaml
        lawkit draft final-notice my-case.yaml
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line. Exit codes: 0 done, 1 problems found, 2 wrong usage, 3 a fault in lawkit."""
    gc.set_threshold(_YOUNG)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # no other package's plugin reads a case file
    try:
        code = cli.main(arguments, prog_name="lawkit", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo(say("stopped"), err=True)
        sys.exit(1)
    except LawkitError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the last door: a fault is told as one, without a traceback
        _fault(error)
    sys.exit(code if isinstance(code, int) else 0)


def _fault(error: Exception) -> None:
    import traceback

    if os.environ.get("LAWKIT_DEBUG"):
        traceback.print_exception(error)
    text = say(
        "This is a fault in lawkit, not in your files: {kind}: {error}. Set LAWKIT_DEBUG=1 to see where.",
        kind=type(error).__name__, error=error,
    )  # fmt: skip
    click.echo(text, err=True)
    sys.exit(3)
