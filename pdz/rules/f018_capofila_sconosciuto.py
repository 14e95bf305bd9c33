# SPDX-License-Identifier: EUPL-1.2
"""L'ente capofila di un finanziamento o di un progetto non è fra gli enti del piano.

Che cosa controlla:
    Il capofila è l'id, il nome o la sigla di uno degli enti, o un Comune dell'Ambito; punti, spazi e maiuscole non
    contano. Non si controllano i nomi collettivi o provvisori: Terzo settore, enti, partenariato, associazioni,
    cooperative, Ambiti, distretti, «da definire». Lo stesso nome si segnala una volta.

Perché:
    Chi guida un progetto risponde delle sue risorse: scritto male, il suo nome si perde nei totali e nei documenti.

Segnala:
    progetti:
      - id: casa
        area: Abitare
        titolo: Carriera abitativa
        fonte: Bando di una fondazione
        importo: 479000
        capofila: Comune capofilla  # F018
        ruolo: capofila
        stato: in essere

Accetta:
    progetti:
      - id: casa
        area: Abitare
        titolo: Carriera abitativa
        fonte: Bando di una fondazione
        importo: 479000
        capofila: Comune capofila
        ruolo: capofila
        stato: in essere

Rimedio:
    Correggi il nome, o aggiungi l'ente a «enti».

Riferimenti:
    Allegati del Piano di Zona: ente capofila dei progetti e dei finanziamenti.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity, did_you_mean
from pdz.rules import Context, name_at
from pdz.rules._capofila import collect_names, fold, is_collective, iter_capofila

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Lead bodies that the plan does not list."""
    names = collect_names(ctx.piano)
    seen = set[str]()
    for path, capofila in iter_capofila(ctx.piano):
        folded = fold(capofila)
        if folded not in names and folded not in seen and not is_collective(capofila):
            seen.add(folded)
            message = f"{name_at(ctx.piano, path)}il capofila «{capofila}» non è fra gli enti del piano"
            yield Problem(path, message, did_you_mean(capofila, _list_names(ctx)) or "aggiungilo a «enti»")


def _list_names(ctx: Context) -> list[str]:
    enti = ctx.piano.enti
    given = [name for ente in enti for name in (ente.id, ente.nome, ente.sigla) if name is not None]
    return given + [f"Comune di {comune.nome}" for comune in ctx.piano.ambito.comuni]
