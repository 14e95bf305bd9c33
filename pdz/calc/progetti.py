# SPDX-License-Identifier: EUPL-1.2
"""Totals of PNRR lines and projects, by the names with which texts cite them (`totali.<name>`).

`pnrr.richiesto`, `pnrr.ammesso`, each with `.<id of the line>`; `pnrr.numero`. `progetti` (whole amounts), with
`progetti.capofila`, `progetti.partner`, `progetti.stato.in_essere`, `progetti.area.<area>`, `progetti.voce.<id>`,
`progetti.livello.<livello>`; `progetti.budget` (the Ambito's part); `progetti.numero`. Every part has its `.quota`.
"""

from decimal import Decimal

from pdz.calc._esatto import add
from pdz.calc._somme import Importo, add_parti, collect_gruppi, make_gruppo, sum_importi
from pdz.calc._tipi import Calcolo
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.fondi import Progetto
from pdz.profiles import Profilo


def compute_pnrr(piano: Piano) -> dict[str, Calcolo]:
    """Totals of the PNRR lines; nothing when there is none."""
    if not piano.pnrr:
        return {}
    totali = {"pnrr.numero": _count("Linee del PNRR", len(piano.pnrr), ("pnrr",))}
    for field in ("richiesto", "ammesso"):
        importi = [
            Importo(linea.titolo, amount, ("pnrr", index, field), {"linea": (linea.id, linea.titolo)})
            for index, linea in enumerate(piano.pnrr)
            if (amount := getattr(linea, field)) is not None
        ]
        name, nome = f"pnrr.{field}", f"Totale {field} sul PNRR"
        totali[name] = sum_importi(nome, importi, ("pnrr",), f"nessuna linea dice l'importo {field}")
        add_parti(totali, name, importi, "linea", name)
    return totali


def compute_progetti(piano: Piano, profilo: Profilo) -> dict[str, Calcolo]:
    """Totals of the projects; nothing when there is none."""
    if not piano.progetti:
        return {}
    importi = [
        Importo(progetto.titolo, progetto.importo, ("progetti", index, "importo"), _find_gruppi(progetto, profilo))
        for index, progetto in enumerate(piano.progetti)
    ]
    totali = {"progetti.numero": _count("Progetti", len(importi), ("progetti",))}
    totali["progetti"] = sum_importi("Valore complessivo dei progetti", importi, ("progetti",), "")
    add_parti(totali, "progetti", importi, "ruolo", "progetti")
    for kind in ("stato", "area"):
        add_parti(totali, "progetti", importi, kind, f"progetti.{kind}")
    rest = ("non_indicato", "livello non indicato")
    add_parti(totali, "progetti", importi, "livello", "progetti.livello", rest)
    add_parti(totali, "progetti", importi, "voce", "progetti.voce")
    budgets = [
        Importo(progetto.titolo, found[0], ("progetti", index, found[1]))
        for index, progetto in enumerate(piano.progetti)
        if (found := find_budget(progetto)) is not None
    ]
    reason = "nessun progetto dice il budget dell'Ambito"
    totali["progetti.budget"] = sum_importi("Budget dell'Ambito nei progetti", budgets, ("progetti",), reason)
    return totali


def find_budget(progetto: Progetto) -> tuple[Decimal, str] | None:
    """The Ambito's budget of a project (euro) and its field: as declared, else the sum of its parts."""
    if progetto.budget is not None:
        return progetto.budget, "budget"
    parts = progetto.budget_parti
    return (add(voce.importo for voce in parts), "budget_parti") if parts else None


def _find_gruppi(progetto: Progetto, profilo: Profilo) -> dict[str, tuple[str, str]]:
    own = (fondo.livello for fondo in profilo.fondi if fondo.codice == progetto.fondo)
    livello = progetto.livello or next(own, None)
    return collect_gruppi(
        (
            ("ruolo", (progetto.ruolo, f"come {progetto.ruolo}")),
            ("stato", make_gruppo(progetto.stato)),
            ("area", make_gruppo(progetto.area)),
            ("livello", (livello, f"livello {livello}") if livello else None),
            ("voce", (progetto.id, progetto.titolo)),
        )
    )


def _count(nome: str, number: int, path: Path) -> Calcolo:
    return Calcolo(nome, Decimal(number), path=path)
