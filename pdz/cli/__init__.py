# SPDX-License-Identifier: EUPL-1.2
"""The command line: one command per file; here errors are caught once and the exit code is set.

0 nothing wrong, 1 findings, 2 a wrong use of the command, 3 a fault of pdz.
"""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pdz.errors import PdzError

EXIT_FINDINGS, EXIT_USAGE, EXIT_INTERNAL, EXIT_INTERRUPTED = 1, 2, 3, 130


class Stopped(Exception):
    """Ctrl-C where it is the way to finish: there is nothing to say."""


def main(arguments: list[str] | None = None) -> None:
    """Runs pdz and exits.

    One command lives less than a second and makes no cycles worth collecting: without the garbage collector a plan of
    16.000 lines is checked in half the time.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that cannot say «≥» is no reason to stop
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Runs pdz and returns its exit code."""
    from pdz.errors import PdzError

    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except PdzError as error:
        return report_usage(error)
    except BrokenPipeError:  # the reader, for example `head`, had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return report_usage(explain_refusal(error))
    except Stopped:
        return EXIT_INTERRUPTED
    except KeyboardInterrupt:
        _say("interrotto: nessun documento è stato cambiato")
        return EXIT_INTERRUPTED
    except Exception as error:
        return _report_fault(error)


def _run(arguments: list[str]) -> int:
    import typer

    from pdz.cli._usage import check_command, explain_usage

    names = _command_names()
    check_command(arguments, names)
    try:
        result = _make_app(names)(args=arguments, standalone_mode=False, prog_name="pdz")
        if result == EXIT_INTERRUPTED:  # so typer says Ctrl-C
            raise KeyboardInterrupt
        return result if isinstance(result, int) else 0
    except SystemExit as error:  # and so a reader that went away
        raise BrokenPipeError from error
    except typer.Exit as error:
        return error.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        if type(error).__name__ == "NoArgsIsHelpError":
            _say(str(error))
            return EXIT_USAGE
        raise explain_usage(error, arguments) from error


def explain_refusal(error: OSError) -> "PdzError":
    """What the system refused, as a sentence with its hint."""
    from pdz.errors import PdzError, explain_os_error

    what = f"«{error.filename}»" if error.filename else "non riesco a leggere o scrivere"
    return PdzError(f"{what}: {explain_os_error(error)}", "controlla il nome, i permessi e lo spazio")


def report_usage(error: "PdzError") -> int:
    """Says what the person at the keyboard can mend."""
    _say(f"errore: {error.message}")
    if error.hint:
        _say(f"aiuto: {error.hint}")
    return EXIT_USAGE


def _report_fault(error: Exception) -> int:
    import traceback

    _say(f"errore interno di pdz: {type(error).__name__}: {error}".rstrip(": "))
    if os.environ.get("PDZ_DEBUG"):
        traceback.print_exception(error)
    _say("aiuto: è un nostro sbaglio; ripeti con PDZ_DEBUG=1 e apri una segnalazione con quel che vedi")
    return EXIT_INTERNAL


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _command_names() -> list[str]:
    return sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))


def _make_app(names: list[str]) -> Any:
    import typer

    from pdz.cli._usage import Command, Group

    app = typer.Typer(
        cls=Group,
        help="Dal piano scritto in YAML al Piano di Zona: controlla, calcola, stampa.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback(invoke_without_command=True)
    def options(
        version: bool = typer.Option(False, "--version", help="Dice la versione di pdz ed esce."),
    ) -> None:
        if version:
            from pdz import __version__

            print(f"pdz {__version__}")
            raise typer.Exit

    for name in names:
        app.command(name=name, cls=Command)(import_module(f"pdz.cli.{name}").command)
    return app
