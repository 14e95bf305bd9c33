# SPDX-License-Identifier: EUPL-1.2
"""Sheets of money: assignments, their annualità, projects, lines of the PNRR, each with its live total."""

from collections.abc import Iterable
from typing import get_args

from pdz.calc._esatto import add
from pdz.calc.fondi import find_importo, find_livello
from pdz.calc.progetti import find_budget
from pdz.doctree import Euro, FirstOf, Sheet, SheetCell, SumOf
from pdz.documents._fogli._righe import Cells, Spec, build_sheet, day, euro, listed, sum_of, yes_no
from pdz.documents._maker import Maker
from pdz.model.fondi import Assegnazione, Avanzamento, LineaPnrr, Livello, Progetto, ProspettoFondi, QuotaAnnualita
from pdz.money import format_euro


def levels(maker: Maker) -> dict[str, str]:
    """The levels of the funds as the document calls them; the last stands for «not said»."""
    return {name: maker.label(f"fondi_livello_{name}") for name in (*get_args(Livello), "non_indicato")}


def fondi(maker: Maker) -> Sheet:
    """The assignments of every prospetto; the amount that enters the totals is a formula."""
    names, classes = levels(maker), {p.classe: maker.label(f"fondi_classe_{p.classe}") for p in maker.piano.fondi}
    codes = tuple(fondo.codice for fondo in maker.profilo.fondi)
    specs: list[Spec[tuple[ProspettoFondi, Assegnazione]]] = [
        Spec("prospetto", lambda r: r[0].titolo),
        Spec("classe", lambda r: classes[r[0].classe], allowed=tuple(classes.values())),
        Spec("id", lambda r: r[1].id),
        Spec("denominazione", lambda r: r[1].denominazione),
        Spec("fondo", lambda r: r[1].fondo, allowed=codes),
        Spec(
            "livello",
            lambda r: names[find_livello(r[1], maker.profilo) or "non_indicato"],
            allowed=tuple(names.values()),
        ),
        Spec("area", lambda r: r[1].area),
        Spec("fonte", lambda r: r[1].fonte),
        Spec("misura", lambda r: r[1].misura),
        Spec("esercizio", lambda r: None if r[1].esercizio is None else str(r[1].esercizio)),
        Spec("annualita", lambda r: listed(r[1].annualita)),
        Spec("richiesto", lambda r: euro(r[1].richiesto), "euro"),
        Spec("importo", lambda r: euro(r[1].importo), "euro"),
        Spec("assegnato", lambda r: euro(r[1].assegnato), "euro"),
        Spec("diviso", lambda r: Euro(add(q.importo for q in r[1].quote)) if r[1].quote else None, "euro"),
        Spec("contato", lambda r: _counted(r[1]), "euro"),
        Spec("residuo", lambda r: euro(r[1].residuo), "euro"),
        Spec("arrotondamento", lambda r: euro(r[1].arrotondamento), "euro"),
        Spec("capofila", lambda r: maker.body(r[1].capofila) if r[1].capofila else None),
        Spec("stato", lambda r: r[1].stato),
        Spec("avvio", lambda r: day(r[1].avvio), "data"),
        Spec("fine", lambda r: day(r[1].fine), "data"),
        Spec("atto", lambda r: r[1].atto),
        Spec("nota", lambda r: r[1].nota),
    ]
    rows = [(prospetto, voce) for prospetto in maker.piano.fondi for voce in prospetto.voci]
    return build_sheet(maker, "fondi", specs, rows, [_total(maker, [voce for _, voce in rows])] if rows else [])


def _counted(voce: Assegnazione) -> SheetCell:
    found = find_importo(voce)
    return None if found is None else FirstOf(("assegnato", "importo", "diviso"), Euro(found[0]))


def _total(maker: Maker, voci: list[Assegnazione]) -> Cells:
    counted = (row for row, voce in enumerate(voci) if find_importo(voce) is not None)
    cells: dict[str, SheetCell] = {"prospetto": maker.label("totale")}
    for field in ("richiesto", "importo", "assegnato", "residuo"):
        cells[field] = _sum_field(field, voci)
    cells["contato"] = sum_of("contato", counted, maker.quadro.totali.get("fondi"))
    return cells


def _sum_field(field: str, things: Iterable[object]) -> SheetCell:
    """The sum of the amounts that are given; nothing when none is."""
    given = [(row, amount) for row, thing in enumerate(things) if (amount := getattr(thing, field)) is not None]
    total = Euro(add(amount for _, amount in given))
    return SumOf(field, tuple(row for row, _ in given), total) if given else None


def annualita(maker: Maker) -> Sheet:
    """The parts by annualità of the assignments that are divided."""
    specs: list[Spec[tuple[Assegnazione, QuotaAnnualita]]] = [
        Spec("id", lambda r: r[0].id),
        Spec("denominazione", lambda r: r[0].denominazione),
        Spec("fondo", lambda r: r[0].fondo),
        Spec("annualita", lambda r: r[1].annualita),
        Spec("importo", lambda r: Euro(r[1].importo), "euro"),
        Spec("residuo_si", lambda r: yes_no(maker, r[1].residuo), allowed=(maker.label("si"), maker.label("no"))),
    ]
    rows = [(voce, quota) for p in maker.piano.fondi for voce in p.voci for quota in voce.quote]
    total = {"id": maker.label("totale"), "importo": _sum_field("importo", [quota for _, quota in rows])}
    return build_sheet(maker, "annualita", specs, rows, [total])


def progetti(maker: Maker) -> Sheet:
    """The projects with their amounts."""
    names = levels(maker)
    states, roles = (get_args(Progetto.model_fields[field].annotation) for field in ("stato", "ruolo"))
    specs: list[Spec[Progetto]] = [
        Spec("id", lambda p: p.id),
        Spec("area", lambda p: p.area),
        Spec("titolo", lambda p: p.titolo),
        Spec("fonte", lambda p: p.fonte),
        Spec("fondo", lambda p: p.fondo, allowed=tuple(fondo.codice for fondo in maker.profilo.fondi)),
        Spec("livello", lambda p: names[p.livello] if p.livello else None, allowed=tuple(names.values())),
        Spec("importo", lambda p: Euro(p.importo), "euro"),
        Spec("budget", lambda p: euro(found[0] if (found := find_budget(p)) else None), "euro"),
        Spec("budget_parti", lambda p: listed(f"{v.nome}: {format_euro(v.importo)}" for v in p.budget_parti)),
        Spec("capofila", lambda p: maker.body(p.capofila)),
        Spec("ruolo", lambda p: p.ruolo, allowed=roles),
        Spec("partner", lambda p: listed(maker.body(name) for name in p.partner)),
        Spec("stato", lambda p: p.stato, allowed=states),
        Spec("presentazione", lambda p: day(p.presentazione), "data"),
        Spec("avvio", lambda p: day(p.avvio), "data"),
        Spec("fine", lambda p: day(p.fine), "data"),
        Spec("durata", lambda p: p.durata),
        Spec("valore_con_cofinanziamento", lambda p: euro(p.valore_complessivo), "euro"),
        Spec("quota_cofinanziata", lambda p: euro(p.cofinanziamento), "euro"),
        Spec("nota", lambda p: p.nota),
    ]
    things, totals = maker.piano.progetti, maker.quadro.totali
    budgets = (row for row, progetto in enumerate(things) if find_budget(progetto) is not None)
    total = {
        "id": maker.label("totale"),
        "importo": sum_of("importo", range(len(things)), totals.get("progetti")),
        "budget": sum_of("budget", budgets, totals.get("progetti.budget")),
    }
    return build_sheet(maker, "progetti", specs, things, [total])


def pnrr(maker: Maker) -> Sheet:
    """The lines of the PNRR with the amounts requested and admitted."""
    specs: list[Spec[LineaPnrr]] = [
        Spec("id", lambda v: v.id),
        Spec("linea", lambda v: v.linea, allowed=tuple(linea.codice for linea in maker.profilo.linee_pnrr)),
        Spec("titolo", lambda v: v.titolo),
        Spec("investimento", lambda v: v.investimento),
        Spec("richiesto", lambda v: euro(v.richiesto), "euro"),
        Spec("ammesso", lambda v: euro(v.ammesso), "euro"),
        Spec("stato", lambda v: v.stato),
        Spec("dia", lambda v: day(v.dia), "data"),
        Spec("avanzamento", lambda v: _years(v.avanzamento)),
        Spec("sviluppo", lambda v: _years(v.sviluppo)),
        Spec("leps", lambda v: listed(v.leps)),
        Spec("connessione_leps", lambda v: v.connessione_leps),
    ]
    things, totals = maker.piano.pnrr, maker.quadro.totali
    total: dict[str, SheetCell] = {"id": maker.label("totale")}
    for field in ("richiesto", "ammesso"):
        given = (row for row, linea in enumerate(things) if getattr(linea, field) is not None)
        total[field] = sum_of(field, given, totals.get(f"pnrr.{field}"))
    return build_sheet(maker, "pnrr", specs, things, [total])


def _years(steps: tuple[Avanzamento, ...]) -> str:
    return "\n".join(f"{step.anno}: {step.testo}" for step in steps)
