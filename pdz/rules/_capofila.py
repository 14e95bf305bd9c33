# SPDX-License-Identifier: EUPL-1.2
"""Which body a plan means when it names a lead body: by id, by name, by acronym, as a Comune of the Ambito."""

import re
from collections.abc import Iterator, Mapping

from pdz.findings import Path
from pdz.model import Piano

_COLLECTIVE = re.compile(
    r"(?:terzo settore|ets\b|enti?\b|partenariato|partner|associazioni\b|cooperative\b|ambit[oi]\b|distrett|comuni\b|"
    r"da \w+|vari\b|divers[ie]\b|non \w+|n\.?d\.?\b)"
)
"""Words, in small letters, for bodies that nobody can list: they name no one in particular."""
_PUNCTUATION = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """A name without dots, spaces and capitals: «A.S.S.E.MI.» and «ASSEMI» are one."""
    return _PUNCTUATION.sub("", name.casefold())


def collect_names(piano: Piano) -> Mapping[str, str]:
    """Folded names of the bodies of the plan and the id of each (the name itself for a Comune without one)."""
    names: dict[str, str] = {}
    for ente in piano.enti:
        for name in (ente.id, ente.nome, ente.sigla):
            if name is not None:
                names.setdefault(fold(name), ente.id)
    for comune in piano.ambito.comuni:
        full = f"Comune di {comune.nome}"
        names.setdefault(fold(comune.nome), names.setdefault(fold(full), full))
    return names


def is_collective(name: str) -> bool:
    """True for «Terzo settore», «Ambito Visconteo», «da definire»."""
    return _COLLECTIVE.match(name.strip().casefold()) is not None or not fold(name)


def iter_capofila(piano: Piano) -> Iterator[tuple[Path, str]]:
    """Every lead body that the plan names, and where."""
    for index, prospetto in enumerate(piano.fondi):
        for number, voce in enumerate(prospetto.voci):
            if voce.capofila is not None:
                yield ("fondi", index, "voci", number, "capofila"), voce.capofila
    for index, progetto in enumerate(piano.progetti):
        yield ("progetti", index, "capofila"), progetto.capofila
