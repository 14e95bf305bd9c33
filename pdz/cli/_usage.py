# SPDX-License-Identifier: EUPL-1.2
"""The parser of the command line in Italian: help, and what is wrong with a command."""

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from pdz.errors import PdzError
from pdz.findings import did_you_mean

_HELP = (
    ("Usage: ", "Uso: "),
    ("\nArguments:\n", "\nArgomenti:\n"),
    ("\nOptions:\n", "\nOpzioni:\n"),
    ("\nCommands:\n", "\nComandi:\n"),
    ("[OPTIONS]", "[OPZIONI]"),
    ("COMMAND [ARGS]...", "COMANDO [ARGOMENTI]..."),
    ("Show this message and exit.", "Mostra questo aiuto ed esce."),
    ("[required]", "[obbligatorio]"),
    ("[default: ", "[se manca: "),
)
_TYPE = re.compile(r" <\w+(?:\[\w+\])?>| \{([\w|]+)\}")

_ARGUMENTS = re.compile(r"(?<=\nArguments:\n).+?(?=\n\n|\Z)", re.DOTALL)


class Command(TyperCommand):
    """A command whose help is in Italian."""

    def get_help(self, ctx: Any) -> str:
        """The help, as the person reads it."""
        return _to_italian(super().get_help(ctx))


class Group(TyperGroup):
    """All the commands, with help in Italian."""

    def get_help(self, ctx: Any) -> str:
        """The help, as the person reads it."""
        return _to_italian(super().get_help(ctx))


def _to_italian(text: str) -> str:
    text = _ARGUMENTS.sub(lambda section: _drop_types(section[0].splitlines()), text)
    text = _TYPE.sub(lambda match: f" {match[1]}" if match[1] else "", text)
    for english, italian in _HELP:
        text = text.replace(english, italian)
    return text


def _drop_types(rows: list[str]) -> str:
    """The rows of the arguments without their types, the explanations still one under the other."""
    found = [_TYPE.search(row) for row in rows]
    spare = min((len(match[0]) for match in found if match), default=0)
    return "\n".join(
        row[: match.start()] + " " * (len(match[0]) - spare) + row[match.end() :] if match else row[spare:]
        for row, match in zip(rows, found, strict=True)
    )


def check_command(arguments: list[str], known: list[str]) -> None:
    """Raises PdzError for a command that does not exist; only flags stand before the command."""
    name = next((argument for argument in arguments if not argument.startswith("-")), None)
    if name is not None and name not in known:
        hint = did_you_mean(name, known) or "i comandi sono: " + ", ".join(known)
        raise PdzError(f"il comando «{name}» non esiste", hint)


def explain_usage(error: Any, arguments: list[str]) -> PdzError:
    """What is wrong with the command, keyed by the class of the error of the parser."""
    context: Any = getattr(error, "ctx", None)
    hint = f"{context.command_path if context is not None else f'pdz {arguments[0]}'} --help"
    match type(error).__name__:
        case "NoSuchOption":
            known = [option for param in context.command.get_params(context) for option in param.opts]
            message, close = f"l'opzione «{error.option_name}» non esiste", did_you_mean(error.option_name, known)
            if context.parent is None and not close:
                hint = "le opzioni di un comando si scrivono dopo il comando. Vedi: pdz --help"
            return PdzError(message, close or hint)
        case "MissingParameter" if error.param.param_type_name == "option":
            name = max(error.param.opts, key=len)
            return PdzError(f"manca l'opzione «{name} {error.param.metavar}»", f"{error.param.help} Vedi: {hint}")
        case "MissingParameter":
            return PdzError(f"manca {error.param.metavar}", f"{error.param.help} Vedi: {hint}")
        case "BadOptionUsage" if any(argument.startswith(f"{error.option_name}=") for argument in arguments):
            return PdzError(f"l'opzione «{error.option_name}» non vuole un valore", "togli il segno = e quel che segue")
        case "BadOptionUsage":
            return PdzError(f"all'opzione «{error.option_name}» manca il valore", hint)
        case "UsageError" if extra := re.search(r" \((.*)\)\Z", error.message):
            return PdzError(f"«{extra[1]}» è di troppo", hint)
        case _:
            return PdzError(str(error.format_message()), hint)
