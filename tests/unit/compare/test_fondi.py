# SPDX-License-Identifier: EUPL-1.2
"""Money of two plans: which funds, lines and projects are the same, what their rows say."""

from decimal import Decimal
from typing import Any

import pytest

from pdz import calc
from pdz.compare import Lato, Raffronto, RigaFondi, compare
from pdz.model import Piano
from pdz.profiles import Profilo, load_profilo, profile_names
from pdz.profiles._schema import Fondo

HEAD = {"formato": "1", "titolo": "Piano", "triennio": "2025-2027", "ambito": {"nome": "Prova", "ente_capofila": "c"}}
KNOWN = load_profilo("lombardia/2025-2027")


def make_profilo(*fondi: tuple[str, str, tuple[str, ...]]) -> Profilo:
    made = tuple(Fondo(codice=code, nome=name, alias=alias, livello="nazionale") for code, name, alias in fondi)
    return KNOWN.model_copy(update={"fondi": made})


def make_lato(profilo: Profilo = KNOWN, **parts: Any) -> Lato:
    piano = Piano.model_validate({**HEAD, "profilo": KNOWN.id, **parts})
    return Lato(piano, profilo, calc.compute(piano, profilo))


def with_funds(*rows: tuple[str | None, str, str], profilo: Profilo = KNOWN) -> Lato:
    voci = [
        {"id": f"v{i}", "denominazione": name, "assegnato": amount, **({"fondo": code} if code else {})}
        for i, (code, name, amount) in enumerate(rows)
    ]
    return make_lato(profilo, fondi=[{"id": "f", "titolo": "F", "classe": "strutturali", "voci": voci}])


def tell(row: RigaFondi) -> tuple[str, str, str | None, str | None, tuple[str, ...]]:
    before, after = (None if amount is None else str(amount) for amount in (row.prima, row.dopo))
    return row.chiave, row.nome, before, after, row.nomi_prima


def by_fund(prima: Lato, dopo: Lato) -> list[Any]:
    return [tell(row) for row in compare(prima, dopo).fondi.per_fondo]


OLD = ("OLD", "Fondo vecchio", ())
NEW = ("NEW", "Fondo nuovo", ("OLD",))
NAMED = ("NEW", "Fondo nuovo", ("Fondo Vecchio",))
APART = ("NEW", "Fondo nuovo", ())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (OLD, NEW, [("NEW", "Fondo nuovo", "1", "2", ("Fondo vecchio",))]),
        (OLD, NAMED, [("NEW", "Fondo nuovo", "1", "2", ("Fondo vecchio",))]),
        (("OLD", "Fondo vecchio", ("NEW",)), APART, [("NEW", "Fondo nuovo", "1", "2", ("Fondo vecchio",))]),
        (("OLD", "Fondo nuovo", ()), APART, [("NEW", "Fondo nuovo", "1", "2", ("OLD",))]),
        (OLD, APART, [("NEW", "Fondo nuovo", None, "2", ()), ("OLD", "Fondo vecchio", "1", None, ())]),
    ],
    ids=["alias is the old code", "alias is the old name", "the old catalogue knew", "the same name", "nobody says it"],
)
def test_a_fund_with_another_code(old: Any, new: Any, expected: list[Any]) -> None:
    before = with_funds(("OLD", "x", "1"), profilo=make_profilo(old))
    after = with_funds(("NEW", "x", "2"), profilo=make_profilo(new))
    assert by_fund(before, after) == expected
    assert {(row[2], row[3]) for row in by_fund(after, before)} == {(row[3], row[2]) for row in expected}


def test_a_code_that_both_catalogues_know_is_its_own_fund() -> None:
    """A name that passes from one fund to another does not make them one."""
    old = make_profilo(("A", "Primo", ()), ("B", "Secondo", ()))
    new = make_profilo(("A", "Secondo", ()), ("B", "Terzo", ()))
    before = with_funds(("A", "x", "1"), ("B", "x", "2"), profilo=old)
    after = with_funds(("A", "x", "3"), ("B", "x", "4"), profilo=new)
    assert by_fund(before, after) == [("A", "Secondo", "1", "3", ("Primo",)), ("B", "Terzo", "2", "4", ("Secondo",))]


def test_a_fund_without_code_is_known_by_every_name_of_the_catalogue() -> None:
    before = with_funds((None, "FONDO NAZIONALE POLITICHE SOCIALI", "10"), (None, "Fondo di casa", "1"))
    after = with_funds(("FNPS", "Quota 2025", "12"), (None, "Fondo di  Casa", "1"), ("XYZ", "Altro", "5"))
    assert by_fund(before, after) == [
        ("FNPS", "Fondo nazionale per le politiche sociali", "10", "12", ("FONDO NAZIONALE POLITICHE SOCIALI",)),
        ("fondo di casa", "Fondo di  Casa", "1", "1", ()),
        ("XYZ", "XYZ", None, "5", ()),
    ]


def test_a_fund_still_called_in_the_old_way_is_not_renamed() -> None:
    before = with_funds((None, "Fondo nazionale politiche sociali", "10"))
    after = with_funds(("FNPS", "x", "6"), (None, "Fondo nazionale politiche sociali", "6"))
    assert [row[4] for row in by_fund(before, after)] == [()]


@pytest.mark.parametrize("name", profile_names())
def test_no_catalogue_gives_one_name_to_two_funds(name: str) -> None:
    fondi = load_profilo(name).fondi
    terms = [term.casefold() for fondo in fondi for term in (fondo.codice, fondo.nome, *fondo.alias)]
    assert len(terms) == len(set(terms))


def test_a_fund_of_2006_is_the_same_in_the_catalogue_of_2025() -> None:
    """«Fondo nazionale politiche sociali» (2006) is printed today «Fondo nazionale per le politiche sociali»; FRPS is
    not FSR: no source says so."""
    before = with_funds(
        (None, "Fondo nazionale politiche sociali", "2039000"),
        ("FRPS", "x", "1613000"),
        profilo=load_profilo("lombardia/2006-2008"),
    )
    after = with_funds(("FNPS", "x", "599821.54"), ("FSR", "x", "599442.93"))
    assert [(row[0], row[2], row[3]) for row in by_fund(before, after)] == [
        ("FNPS", "2039000", "599821.54"),
        ("FSR", None, "599442.93"),
        ("FRPS", "1613000", None),
    ]


def linea(name: str, code: str, title: str, **amounts: str) -> dict[str, Any]:
    return {"id": name, "linea": code, "titolo": title, **amounts}


def progetto(name: str, title: str, importo: str, stato: str = "in essere", **more: Any) -> dict[str, Any]:
    head = {"area": "Minori", "fonte": "x", "capofila": "c", "ruolo": "capofila"}
    return {"id": name, "titolo": title, "importo": importo, "stato": stato, **head, **more}


def money(old: dict[str, Any], new: dict[str, Any]) -> Raffronto:
    return compare(make_lato(**old), make_lato(**new))


def test_pnrr_lines_by_id_by_code_by_title() -> None:
    old = [
        linea("a", "1.1.1", "PIPPI", richiesto="10", ammesso="8"),
        linea("b", "1.1.3", "Dimissioni", ammesso="5"),
        linea("c", "1.2", "Autonomia", ammesso="1"),
        linea("z", "1.3.1", "Housing", stato="Avviata"),
    ]
    new = [
        linea("a", "1.1.1", "P.I.P.P.I.", ammesso="9", stato="AVVIATA"),
        linea("nuova", "1.1.3", "Dimissioni protette", ammesso="5"),
        linea("d", "1.9", "AUTONOMIA", ammesso="2"),
    ]
    pnrr = money({"pnrr": old}, {"pnrr": new}).progetti.pnrr_ammesso
    assert [tell(row) for row in pnrr.per_voce] == [
        ("a", "1.1.1 P.I.P.P.I.", "8", "9", ("1.1.1 PIPPI",)),
        ("nuova", "1.1.3 Dimissioni protette", "5", "5", ("1.1.3 Dimissioni",)),
        ("d", "1.9 AUTONOMIA", "1", "2", ("1.2 Autonomia",)),
        ("z", "1.3.1 Housing", None, None, ()),
    ]
    assert [tell(row)[:4] for row in pnrr.per_stato] == [
        ("avviata", "AVVIATA", None, "9"),
        ("", "stato non indicato", "14", "7"),
    ]
    assert (pnrr.totale.prima, pnrr.totale.dopo, pnrr.totale.delta) == (Decimal(14), Decimal(16), Decimal(2))


def test_projects_have_totals_of_their_own() -> None:
    old = {"progetti": [progetto("p", "Ponti", "100.10", budget="40"), progetto("q", "Orti", "7")]}
    new = {
        "progetti": [
            progetto("p", "Ponti", "100.10", "conclusa", budget_parti=[{"nome": "x", "importo": "20.05"}]),
            progetto("r", "ORTI", "9", "presentata"),
        ]
    }
    found = money(old, new)
    assert found.fondi.totale.prima is found.fondi.totale.dopo is None
    importo, budget = found.progetti.progetti_importo, found.progetti.progetti_budget
    assert [tell(row) for row in importo.per_voce] == [
        ("p", "Ponti", "100.10", "100.10", ()),
        ("r", "ORTI", "7", "9", ()),
    ]
    assert [tell(row)[:4] for row in importo.per_stato] == [
        ("conclusa", "conclusa", None, "100.10"),
        ("presentata", "presentata", None, "9"),
        ("in essere", "in essere", "107.10", None),
    ]
    assert [tell(row)[2:4] for row in budget.per_voce] == [("40", "20.05"), (None, None)]
