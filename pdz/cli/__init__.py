# SPDX-License-Identifier: EUPL-1.2
"""The command line: one command per file; here errors are caught once and the exit code is set.

0 nothing wrong, 1 findings, 2 a wrong use of the command, 3 a fault of pdz.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

EXIT_FINDINGS, EXIT_USAGE, EXIT_INTERNAL = 1, 2, 3


def main(arguments: list[str] | None = None) -> None:
    """Runs pdz and exits."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Runs pdz and returns its exit code."""
    import typer

    from pdz.errors import PdzError

    try:
        app = _make_app()
        result = app(args=arguments, standalone_mode=False, prog_name="pdz")
        return result if isinstance(result, int) else 0
    except PdzError as error:
        _say(f"errore: {error.message}")
        if error.hint:
            _say(f"aiuto: {error.hint}")
        return EXIT_USAGE
    except typer.Exit as error:
        return error.exit_code
    except typer.Abort:
        _say("interrotto")
        return EXIT_USAGE
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        _say("interrotto: nessun file è stato cambiato")
        return 130
    except Exception as error:
        if hasattr(error, "format_message"):  # a wrong option, said by the parser of the command line
            _say(f"errore: {error.format_message()}")
            _say("aiuto: pdz --help")
            return EXIT_USAGE
        return _report_fault(error)


def _report_fault(error: Exception) -> int:
    import os
    import traceback

    _say(f"errore interno di pdz: {type(error).__name__}: {error}")
    if os.environ.get("PDZ_DEBUG"):
        traceback.print_exception(error)
    _say("aiuto: è un nostro sbaglio; ripeti con PDZ_DEBUG=1 e apri una segnalazione con quel che vedi")
    return EXIT_INTERNAL


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _make_app() -> Any:
    import typer

    app = typer.Typer(
        help="Dal piano scritto in YAML al Piano di Zona: controlla, calcola, stampa.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback(invoke_without_command=True)
    def options(
        version: Annotated[bool, typer.Option("--version", help="Dice la versione di pdz ed esce.")] = False,
    ) -> None:
        if version:
            from pdz import __version__

            print(f"pdz {__version__}")
            raise typer.Exit

    for path in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        module = import_module(f"pdz.cli.{path.stem}")
        app.command(name=path.stem)(module.command)
    return app
