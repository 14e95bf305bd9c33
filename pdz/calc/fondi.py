# SPDX-License-Identifier: EUPL-1.2
"""Totals of the funds, by the names with which texts cite them (`totali.<name>`).

For each prospetto: `<id>`, `<id>.livello.nazionale`, `<id>.area.<area>`, `<id>.fondo.<codice>`, `<id>.esercizio.2024`,
`<id>.annualita.2021`, `<id>.voce.<id>`, and `<id>.richiesto`, `<id>.importo`, `<id>.assegnato`, `<id>.residuo` when
some are given. For all together: `fondi` with the same parts (no voce) and `fondi.classe.strutturali`. Every part, and
every prospetto in `fondi`, has its share: `….quota`, per cent. PNRR and projects: see `pdz.calc.progetti`.
"""

from decimal import Decimal

from pdz.calc._esatto import add
from pdz.calc._somme import (
    Gruppo,
    Importo,
    add_parti,
    collect_gruppi,
    compute_quota,
    make_gruppo,
    sum_importi,
)
from pdz.calc._tipi import Calcolo
from pdz.calc.progetti import compute_pnrr, compute_progetti
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.fondi import Assegnazione, ProspettoFondi
from pdz.profiles import Profilo

_PARTS: tuple[tuple[str, Gruppo], ...] = (
    ("livello", ("non_indicato", "livello non indicato")),
    ("area", ("non_indicata", "area non indicata")),
    ("fondo", ("non_indicato", "fondo non indicato")),
    ("esercizio", ("non_indicato", "esercizio non indicato")),
)
_NO_AMOUNT = "nessuna voce ha un importo"


def find_importo(voce: Assegnazione) -> tuple[Decimal, str] | None:
    """The amount of an assignment (euro) and its field: `assegnato`, else `importo`, else the sum of its parts."""
    if voce.assegnato is not None:
        return voce.assegnato, "assegnato"
    if voce.importo is not None:
        return voce.importo, "importo"
    return (add(quota.importo for quota in voce.quote), "quote") if voce.quote else None


def find_livello(voce: Assegnazione, profilo: Profilo) -> str | None:
    """Its own level, else that of its fund in the profile."""
    return voce.livello or next((fondo.livello for fondo in profilo.fondi if fondo.codice == voce.fondo), None)


def compute_totali(piano: Piano, profilo: Profilo) -> dict[str, Calcolo]:
    """All totals of funds, PNRR and projects."""
    totali: dict[str, Calcolo] = {}
    importi: list[Importo] = []
    annualita: list[Importo] = []
    for index, prospetto in enumerate(piano.fondi):
        path = ("fondi", index)
        own, years = _collect(prospetto, path, profilo)
        _add_prospetto(totali, prospetto, own, years, path)
        importi += own
        annualita += years
    if piano.fondi:
        totali["fondi"] = sum_importi("Totale dei fondi", importi, ("fondi",), _NO_AMOUNT)
        for kind, rest in _PARTS:
            add_parti(totali, "fondi", importi, kind, f"fondi.{kind}", rest)
        add_parti(totali, "fondi", importi, "classe", "fondi.classe")
        add_parti(totali, "fondi", annualita, "annualita", "fondi.annualita")
        for prospetto in piano.fondi:
            if prospetto.id != "fondi":
                part = totali[prospetto.id]
                nome = f"Quota di «{prospetto.titolo}» sul totale dei fondi"
                totali[f"{prospetto.id}.quota"] = compute_quota(nome, part, totali["fondi"])
    return {**totali, **compute_pnrr(piano), **compute_progetti(piano, profilo)}


def _add_prospetto(
    totali: dict[str, Calcolo], prospetto: ProspettoFondi, own: list[Importo], years: list[Importo], path: Path
) -> None:
    name = prospetto.id
    totali[name] = sum_importi(prospetto.titolo, own, path, _NO_AMOUNT)
    for kind, rest in _PARTS:
        add_parti(totali, name, own, kind, f"{name}.{kind}", rest)
    add_parti(totali, name, own, "voce", f"{name}.voce")
    add_parti(totali, name, years, "annualita", f"{name}.annualita")
    for field in ("richiesto", "importo", "assegnato", "residuo"):
        given = [
            Importo(voce.denominazione, amount, (*path, "voci", index, field))
            for index, voce in enumerate(prospetto.voci)
            if (amount := getattr(voce, field)) is not None
        ]
        if given:
            totali[f"{name}.{field}"] = sum_importi(f"{prospetto.titolo}: {field}", given, path, "")


def _collect(prospetto: ProspettoFondi, path: Path, profilo: Profilo) -> tuple[list[Importo], list[Importo]]:
    """The amounts of a prospetto, and their parts by annualità.

    An amount belongs to an annualità when the plan divides it, or when it names one annualità only.
    """
    own: list[Importo] = []
    years: list[Importo] = []
    for index, voce in enumerate(prospetto.voci):
        where = (*path, "voci", index)
        found = find_importo(voce)
        if found is not None:
            amount, field = found
            own.append(Importo(voce.denominazione, amount, (*where, field), _find_gruppi(voce, prospetto, profilo)))
            if not voce.quote and len(voce.annualita) == 1:
                gruppo = _make_annualita(voce.annualita[0])
                years.append(Importo(voce.denominazione, amount, (*where, field), {"annualita": gruppo}))
        for number, quota in enumerate(voce.quote):
            gruppi = {"annualita": _make_annualita(quota.annualita)}
            years.append(Importo(voce.denominazione, quota.importo, (*where, "quote", number, "importo"), gruppi))
    return own, years


def _make_annualita(text: str) -> Gruppo:
    return "-".join(text.replace("/", "-").split()), f"annualità {text}"


def _find_gruppi(voce: Assegnazione, prospetto: ProspettoFondi, profilo: Profilo) -> dict[str, Gruppo]:
    livello = find_livello(voce, profilo)
    year = None if voce.esercizio is None else str(voce.esercizio)
    return collect_gruppi(
        (
            ("livello", (livello, f"livello {livello}") if livello else None),
            ("area", make_gruppo(voce.area)),
            ("fondo", (voce.fondo, voce.fondo) if voce.fondo else None),
            ("esercizio", (year, f"esercizio {year}") if year else None),
            ("voce", (voce.id, voce.denominazione)),
            ("classe", (prospetto.classe, f"classe {prospetto.classe}")),
        )
    )
