# SPDX-License-Identifier: EUPL-1.2
"""The keys of a plan with their meaning, as the model tells it: `pdz explain progetti`."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pdz.findings import did_you_mean
from pdz.model import Piano
from pdz.model._tipi import Misura
from pdz.structure._errors import model_in

ROOT = "piano"
"""How the file piano.yaml is called: its keys are those of no other."""

_WIDTH = 110

Part: TypeAlias = type[BaseModel]


@dataclass(frozen=True, slots=True)
class Chiave:
    """A key, with its dotted name from the root of the plan."""

    name: str
    field: FieldInfo
    owner: Part
    """The block to which it belongs: the same one may stand in many places."""

    @property
    def part(self) -> Part | None:
        """The block that stands under the key; None for a single value."""
        return model_in(self.field.annotation)


def explain_key(word: str) -> Iterator[str]:
    """What the key `word` is and which keys stand under it; nothing when there is no such key.

    `word` is a key («progetti», «fonte») or a dotted name («esiti.indicatori»).
    """
    if word == ROOT:
        yield f"{ROOT}: le chiavi di piano.yaml; quelle degli elenchi possono stare nei file che «includi» nomina"
        yield from _list_keys(Piano)
        return
    known = list(_iter_keys(Piano))
    found = [chiave for chiave in known if chiave.name == word]
    alike = list({chiave.owner: chiave for chiave in reversed(known) if chiave.name.endswith(f".{word}")}.values())
    found = found or alike[::-1]
    seen: list[Part | None] = []
    for chiave in found:
        yield f"{chiave.name}: {_describe(chiave.field)}"
        part = chiave.part
        if part is not None and part not in seen:
            yield from _list_keys(part)
        elif part is not None:
            yield f"  le stesse chiavi di {found[seen.index(part)].name}"
        seen.append(part)
    others = [chiave.name for chiave in alike[::-1] if chiave not in found]
    if others:
        yield from textwrap.wrap(f"La stessa parola è anche in: {', '.join(others)}", _WIDTH)


def suggest_key(word: str) -> str:
    """«forse intendevi «progetti»?»; empty when no key is close."""
    return did_you_mean(word, {ROOT, *(chiave.name.rpartition(".")[2] for chiave in _iter_keys(Piano))})


def _iter_keys(part: Part, prefix: str = "", above: tuple[Part, ...] = ()) -> Iterator[Chiave]:
    """All keys under a block, each before those that stand under it."""
    for name, field in part.model_fields.items():
        chiave = Chiave(f"{prefix}{name}", field, part)
        yield chiave
        if (inner := chiave.part) is not None and inner not in above:
            yield from _iter_keys(inner, f"{chiave.name}.", (*above, part))


def _list_keys(part: Part) -> Iterator[str]:
    width = max(len(name) for name in part.model_fields) + 4
    for name, field in part.model_fields.items():
        inner = model_in(field.annotation)
        description = _describe(field)
        keys = f" Chiavi: {', '.join(inner.model_fields)}." if inner not in {None, Misura} else ""
        yield from textwrap.wrap(
            f"{description}{'' if description.endswith(('?', '…')) else '.'}{keys}",
            _WIDTH,
            initial_indent=f"  {name}".ljust(width),
            subsequent_indent=" " * width,
            break_on_hyphens=False,
        )


def _describe(field: FieldInfo) -> str:
    """«Obbligatoria. A che punto è: bozza, adottato, approvato»."""
    words = list(_words_in(field.annotation))
    listed = f" ({', '.join(words)})" if words and model_in(field.annotation) is None else ""
    return f"{'obbligatoria. ' if field.is_required() else ''}{field.description}{listed}"


def _words_in(annotation: Any) -> Iterator[str]:
    """The words that a key accepts, when they are a closed list."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for argument in get_args(annotation):
            yield from _words_in(argument)
