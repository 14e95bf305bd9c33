# SPDX-License-Identifier: EUPL-1.2
"""jinja2 for texts that somebody else may have written: bounded, and with its errors in Italian."""

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateAssertionError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from pdz.errors import PdzError
from pdz.findings import did_you_mean

MAX_FACTOR = 1_000_000
"""What a number may be multiplied by: more would be a text of many megabytes, or a number that never ends."""

_QUOTED = re.compile(r"'([^']+)'")


class UnknownVariable(UndefinedError):
    """A name that the template asks for and that does not exist."""

    def __init__(self, owner: object, name: object, message: str | None = None) -> None:
        super().__init__(message)
        self.owner, self.name = owner, name


class _Undefined(StrictUndefined):
    """A missing name that remembers what was asked, and to what."""

    __slots__ = ()

    def __init__(self, hint: Any = None, obj: Any = missing, name: Any = None, exc: Any = UndefinedError) -> None:
        known: Any = partial(UnknownVariable, obj, name)
        super().__init__(hint, obj, name, known if exc is UndefinedError else exc)


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which a template reads what it is given, and multiplies only sane numbers."""

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(loader=loader, undefined=_Undefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)
        self.globals.pop("lipsum")

    def render(self, name: str, values: dict[str, object]) -> str:
        """The text that template `name` makes of `values`."""
        return self.get_template(name).render(values)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Products and powers, only of sane numbers."""
        sizes = [abs(side) if isinstance(side, int | float) else 0 for side in (left, right)]
        if max(sizes) > MAX_FACTOR or (operator == "**" and max(sizes) > 100):
            raise OverflowError(operator)
        return super().call_binop(context, operator, left, right)


def explain(error: Exception, name: str, known: Iterable[str], sandbox: Sandbox) -> PdzError:
    """What is wrong in template `name`, keyed by the class of the error; `known` are the names that it was given."""
    where = f"il modello {_place(error, name)}"
    match error:
        case UnknownVariable(owner=owner, name=asked):
            return _explain_unknown(where, owner, str(asked), known)
        case SecurityError():
            message = f"{where}, chiede una cosa che a un modello di testo non è permessa"
            return PdzError(message, "un modello legge i dati del piano e li scrive: non può fare altro")
        case TemplateNotFound():
            return PdzError(
                f"{where}, include «{error.name}», che non esiste", "si possono includere solo i modelli di pdz"
            )
        case TemplateAssertionError() if asked_for := _QUOTED.search(error.message or ""):
            filters = (word for word in (*sandbox.filters, *sandbox.tests) if word[0].isalpha())
            message = f"{where}, nomina «{asked_for[1]}», che non esiste"
            return PdzError(message, did_you_mean(asked_for[1], filters) or "controlla il nome del filtro")
        case TemplateSyntaxError():
            hint = "controlla che ogni {{ abbia la sua }}, ogni {% il suo %}, e ogni if e for la sua fine"
            return PdzError(f"{where}, non è scritto bene", hint)
        case OverflowError() | MemoryError() | RecursionError():
            return PdzError(f"{where}, chiede troppi calcoli", "usa numeri più piccoli e cicli più corti")
        case _:
            hint = "controlla che i valori di quella riga siano quelli che i filtri e le operazioni vogliono"
            return PdzError(f"{where}, chiede un'operazione che con quei valori non si può fare", hint)


def _explain_unknown(where: str, owner: object, asked: str, known: Iterable[str]) -> PdzError:
    if owner is missing:
        hint = did_you_mean(asked, known) or "i nomi possibili sono: " + ", ".join(sorted(known))
    elif owner is None:
        message = f"{where}, chiede «{asked}» a un valore che in questo piano manca"
        return PdzError(message, "scrivi prima {% if … %}, con il nome di quel valore")
    else:
        fields = owner if isinstance(owner, dict) else getattr(type(owner), "model_fields", None) or dir(owner)
        hint = did_you_mean(asked, (str(field) for field in fields if not str(field).startswith("_")))
    return PdzError(f"{where}, nomina «{asked}», che non esiste", hint or "correggi il nome")


def _place(error: Exception, name: str) -> str:
    """Template and line, from the error or from the last template in its traceback."""
    line: int | None = None
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or name}, riga {error.lineno}"
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.endswith(".md"):
            name, line = step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
    return f"{name}, riga {line}" if line else name
