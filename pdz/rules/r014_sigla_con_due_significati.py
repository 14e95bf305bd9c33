# SPDX-License-Identifier: EUPL-1.2
"""Il glossario dà la stessa sigla due volte.

Che cosa controlla:
    Nel glossario ogni sigla sta una volta sola, comunque sia scritta (con i punti, maiuscola, minuscola).

Perché:
    «AS» come assistente sociale e come agricoltura sociale: chi legge non sa quale delle due. Con lo stesso
    significato, una delle due righe avanza.

Segnala:
    glossario:
      - {sigla: AS, significato: Assistente sociale}
      - {sigla: A.S., significato: Agricoltura sociale}  # R014

Accetta:
    glossario:
      - {sigla: AS, significato: Assistente sociale}
      - {sigla: AgSo, significato: Agricoltura sociale}

Rimedio:
    Togli la voce di troppo, oppure correggi il significato; se sono due cose, cambia una delle due sigle.

Riferimenti:
    Formato del piano, versione 1: glossario.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context
from pdz.rules._sigle import key_of

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Acronyms that the glossary gives twice."""
    seen: dict[str, int] = {}
    for index, voce in enumerate(ctx.piano.glossario):
        first = seen.setdefault(key_of(voce.sigla), index)
        if first == index:
            continue
        other = ctx.piano.glossario[first]
        same = voce.significato.strip().casefold() == other.significato.strip().casefold()
        meaning = "con lo stesso significato" if same else f"ma prima significa «{other.significato}»"
        message = f"la sigla «{voce.sigla}» è già nel glossario, {meaning}"
        hint = "togli una delle due righe" if same else "togli la voce di troppo, o correggi il significato"
        yield Problem(("glossario", index, "sigla"), message, hint, related=("glossario", first, "sigla"))
