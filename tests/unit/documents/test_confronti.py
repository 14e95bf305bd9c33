# SPDX-License-Identifier: EUPL-1.2
"""The quadro di raffronto and the series as document trees: every objective once, every figure where it belongs."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pdz import calc
from pdz.compare import Lato, Raffronto, compare
from pdz.compare.serie import compare_many
from pdz.doctree import (
    Chart,
    Document,
    Euro,
    Heading,
    Items,
    Number,
    Paragraph,
    Percent,
    RichCell,
    Row,
    Table,
    Text,
    iter_blocks,
)  # fmt: skip
from pdz.documents._confronti import raffronto, serie
from pdz.documents._frame import Frame
from pdz.model import Piano
from pdz.pipeline.compare import compare_plans
from pdz.profiles import load_profilo

ROOT = Path(__file__).parents[3]
PAIRS = [
    ("lodi-2006-2008", "lodi-2021-2023"),
    ("lodi-2021-2023", "lodi-2025-2027"),
    ("san-giuliano-milanese-2021-2023", "san-giuliano-milanese-2025-2027"),
    ("lodi-2025-2027", "san-giuliano-milanese-2025-2027"),
]


def make_lato(triennio: str, nome: str = "Prova", **parts: Any) -> Lato:
    known = "lombardia/2021-2023" if triennio == "2021-2023" else "lombardia/2025-2027"
    head = {"formato": "1", "profilo": known, "titolo": f"Piano {triennio}", "triennio": triennio}
    piano = Piano.model_validate({**head, "ambito": {"nome": nome, "ente_capofila": "c"}, **parts})
    profilo = load_profilo(known)
    return Lato(piano, profilo, calc.compute(piano, profilo))


def table(document: Document, identifier: str) -> Table:
    (found,) = (block for block in iter_blocks(document) if isinstance(block, Table) and block.id == identifier)
    return found


def ids(rows: tuple[Row, ...], column: int = 0) -> list[str]:
    """The ids that a comparison prints in italics after the titles."""
    cells = (row.cells[column] for row in rows if row.kind == "corpo")
    return [
        inline.text
        for cell in cells
        if isinstance(cell, tuple)
        for inline in cell
        if isinstance(inline, Text) and inline.italic
    ]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_every_objective_of_the_real_plans_stands_in_the_tables_exactly_once(old: str, new: str) -> None:
    confronto = compare_plans(str(ROOT / "esempi" / old), str(ROOT / "esempi" / new))
    found: Raffronto | None = confronto.raffronto
    assert found is not None
    document = raffronto.build(found, confronto.giudizi, Frame())
    tables = {block.id: block for block in iter_blocks(document) if isinstance(block, Table)}
    told = ids(tables["raffronto_obiettivi"].rows) if "raffronto_obiettivi" in tables else []
    assert Counter(told) == Counter(one.id for one in found.prima.piano.obiettivi)
    fresh = ids(tables["raffronto_nuovi"].rows) if "raffronto_nuovi" in tables else []
    tied = {place for sorte in found.legami.sorti if str(sorte.destino) != "proseguito" for place in sorte.nuovi}
    rest = [one.id for place, one in enumerate(found.dopo.piano.obiettivi) if place not in tied]
    assert Counter(fresh) == Counter(rest)


def test_money_has_difference_and_variation_and_the_total_row_is_their_sum() -> None:
    def fondi(**amounts: str) -> list[dict[str, Any]]:
        voci = [{"id": code, "denominazione": code, "fondo": code, "assegnato": text} for code, text in amounts.items()]
        return [{"id": "f", "titolo": "Fondi", "classe": "strutturali", "voci": voci}]

    pair = (
        make_lato("2021-2023", fondi=fondi(FNPS="1000", FNA="50")),
        make_lato("2025-2027", fondi=fondi(FNPS="900.50", FSR="300")),
    )
    document = raffronto.build(compare(*pair), (), Frame())
    rows = {str(row.cells[0]): row.cells[1:] for row in table(document, "raffronto_fondi_per_fondo").rows}
    assert rows["FNPS Fondo nazionale per le politiche sociali"] == (
        Euro(Decimal(1000)), Euro(Decimal("900.50")), Euro(Decimal("-99.50")), Percent(Decimal("-9.95"), 1)
    )  # fmt: skip
    assert rows["FSR Fondo sociale regionale"] == ("—", Euro(Decimal(300)), Euro(Decimal(300)), "n.c.")
    assert rows["FNA Fondo nazionale per la non autosufficienza"][2] == Euro(Decimal(-50))
    assert rows["Totale"][:3] == (Euro(Decimal(1050)), Euro(Decimal("1200.50")), Euro(Decimal("150.50")))


def test_a_grado_that_cannot_be_computed_is_a_gap_of_the_chart() -> None:
    old = make_lato("2021-2023", obiettivi=[{"id": name, "titolo": name, "gruppo": "ambito"} for name in "ABC"])
    graded = [{"id": name, "titolo": f"Esito {name}", "grado": grado} for name, grado in (("A", "80"), ("C", "100"))]
    new = make_lato("2025-2027", esiti=[*graded, {"id": "B", "titolo": "Esito B"}])
    document = raffronto.build(compare(old, new), (), Frame())
    (chart,) = (block for block in iter_blocks(document) if isinstance(block, Chart))
    assert chart.categories == ("Esito A", "Esito C", "Esito B")
    assert chart.series[0].values == (Decimal(80), Decimal(100), None)
    assert chart.series[0].labels == ("80% (buono)", "100% (ottimo)", "")
    assert chart.caption == "Grado di raggiungimento degli obiettivi del 2021-2023"


def said(document: Document) -> str:
    return "\n".join(str(block.content) for block in iter_blocks(document) if isinstance(block, Paragraph))


def test_a_plan_without_objectives_has_not_none_of_them_but_nobody_knows_how_many() -> None:
    some = [{"id": "A", "titolo": "Casa", "gruppo": "ambito", "macroaree": ["B"]}]
    empty, full = make_lato("2021-2023"), make_lato("2025-2027", obiettivi=some)
    document = raffronto.build(compare(empty, full), (), Frame())
    assert "Il piano di prima non riporta obiettivi." in said(document)
    assert [row.cells[1] for row in table(document, "raffronto_nuovi").rows if row.kind == "corpo"] == ["Non si sa"]
    (area,) = table(document, "raffronto_macroaree").rows
    assert area.cells[1:] == ("—", Number(Decimal(1), 0), "")
    old, new = make_lato("2021-2023", obiettivi=some), make_lato("2025-2027")
    document = raffronto.build(compare(old, new), (), Frame())
    assert "Il piano nuovo non riporta obiettivi." in said(document)
    (row,) = (row for row in table(document, "raffronto_obiettivi").rows if row.kind == "corpo")
    assert row.cells[1] == "non si sa"


def test_funds_that_only_one_plan_tells_have_no_difference() -> None:
    voci = [{"id": "v", "denominazione": "FNPS", "fondo": "FNPS", "assegnato": "10"}]
    told = {"fondi": [{"id": "f", "titolo": "Fondi", "classe": "strutturali", "voci": voci}]}
    document = raffronto.build(compare(make_lato("2021-2023", **told), make_lato("2025-2027")), (), Frame())
    totals = next(block for block in iter_blocks(document) if isinstance(block, Table))
    assert totals.rows[-1].cells == ("Fondi assegnati", Euro(Decimal(10)), "—", "n.c.", "n.c.")
    assert [row.cells[1:] for row in table(document, "raffronto_fondi_per_fondo").rows] == [
        (Euro(Decimal(10)), "—")
    ] * 2


def test_what_was_reached_is_told_with_its_reason_and_a_yearly_mean_says_so() -> None:
    indicatori = [
        {"id": "i", "nome": "Carta dei servizi", "realizzato": "non realizzata", "motivo": "nel prossimo piano."},
        {"id": "j", "nome": "Utenti", "previsto": "400", "realizzato": "450", "periodicita": "media annua"},
        {"id": "k", "nome": "Tavolo", "motivo": "istituito, senza un numero"},
    ]
    old = make_lato("2021-2023", obiettivi=[{"id": "A", "titolo": "T", "gruppo": "ambito"}])
    new = make_lato("2025-2027", esiti=[{"id": "A", "titolo": "T", "indicatori": {"risultato": indicatori}}])
    (row,) = table(raffronto.build(compare(old, new), (), Frame()), "raffronto_esiti").rows
    (cell,) = (cell for cell in row.cells if isinstance(cell, RichCell))
    (items,) = cell.blocks
    assert isinstance(items, Items)
    assert [block.content for (block,) in items.items if isinstance(block, Paragraph)] == [
        "Carta dei servizi: non realizzata (nel prossimo piano)",
        "Utenti: previsto 400, realizzato 450 (media annua)",
        "Tavolo: istituito, senza un numero",
    ]


def test_an_area_says_whether_it_will_be_proposed_again() -> None:
    azioni = [{"id": "A", "nome": "T", "stato": "realizzata"}]
    esito = {"id": "E", "tipo": "area", "titolo": "Area", "azioni": azioni, "riproposto": "sì"}
    old = make_lato("2021-2023", obiettivi=[{"id": "A", "titolo": "T", "gruppo": "ambito"}])
    document = raffronto.build(compare(old, make_lato("2025-2027", esiti=[esito])), (), Frame())
    assert table(document, "raffronto_esiti").rows[0].cells == ("Area: grado 100% (ottimo), da riproporre: SÌ",)


def test_new_objectives_without_an_area_stand_under_their_group() -> None:
    new = [{"id": "L", "titolo": "PIPPI", "gruppo": "leps"}, {"id": "M", "titolo": "PUA", "gruppo": "integrazione"}]
    document = raffronto.build(compare(make_lato("2021-2023"), make_lato("2025-2027", obiettivi=new)), (), Frame())
    assert [row.cells[0] for row in table(document, "raffronto_nuovi").rows if row.kind == "gruppo"] == [
        "Obiettivi di attuazione dei LEPS nazionali",
        "Obiettivi di integrazione sociosanitaria",
    ]


def test_an_area_has_one_heading_however_the_plan_mixes_its_objectives() -> None:
    aree = [{"id": "a", "titolo": "Anziani"}, {"id": "c", "titolo": "Casa"}]
    goals = [
        {"id": f"O{number}", "titolo": f"Obiettivo {number}", "gruppo": "ambito", "area": area}
        for number, area in enumerate("caca", 1)
    ]
    fresh = [{**goal, "id": f"N{goal['id']}", "titolo": f"Tutto nuovo {goal['id']}"} for goal in goals]
    old = make_lato("2021-2023", aree=aree, obiettivi=goals)
    document = raffronto.build(compare(old, make_lato("2025-2027", aree=aree, obiettivi=fresh)), (), Frame())
    for name, prefix in (("raffronto_obiettivi", "O"), ("raffronto_nuovi", "NO")):
        rows = table(document, name).rows
        assert [row.cells[0] for row in rows if row.kind == "gruppo"] == ["Casa", "Anziani"]
        assert ids(rows) == [f"{prefix}{number}" for number in (1, 3, 2, 4)]


def test_without_anything_to_tell_the_chapters_are_not_there() -> None:
    lato = make_lato("2025-2027")
    document = raffronto.build(compare(lato, lato), (), Frame())
    assert [block.text for block in iter_blocks(document) if isinstance(block, Heading)] == ["In breve"]
    assert document.cover is not None
    assert document.cover.subtitle == "Due versioni del documento «Piano 2025-2027»"


@pytest.mark.parametrize(
    ("sides", "titles"),
    [
        ([("2021-2023", "A"), ("2025-2027", "A")], ("2021-2023", "2025-2027")),
        ([("2025-2027", "A"), ("2025-2027", "B")], ("A", "B")),
        ([("2021-2023", "A"), ("2025-2027", "B")], ("A 2021-2023", "B 2025-2027")),
        ([("2021-2023", "A"), ("2025-2027", "A"), ("2025-2027", "B")], ("A 2021-2023", "A 2025-2027", "B 2025-2027")),
    ],
)
def test_columns_are_called_by_what_tells_them_apart(sides: list[tuple[str, str]], titles: tuple[str, ...]) -> None:
    assert serie.column_titles(compare_many([make_lato(*side) for side in sides])) == titles


def test_a_series_draws_the_funds_only_when_two_plans_tell_them() -> None:
    voci = [{"id": "v", "denominazione": "FNPS", "fondo": "FNPS", "assegnato": "10"}]
    rich = {"fondi": [{"id": "f", "titolo": "Fondi", "classe": "strutturali", "voci": voci}]}

    def charts(*sides: Lato) -> int:
        return sum(isinstance(block, Chart) for block in iter_blocks(serie.build(compare_many(sides), Frame())))

    one, two, empty = make_lato("2021-2023", **rich), make_lato("2025-2027", **rich), make_lato("2025-2027", "B")
    assert (charts(one, two, empty), charts(one, empty, empty)) == (1, 0)


def test_a_series_prints_a_fact_with_the_digits_of_the_plan() -> None:
    facts = [
        {"id": "tutti", "nome": "Tutti", "valore": "9"},
        {"id": "anziani", "nome": "Anziani", "valore": "2"},
        {"id": "quota", "nome": "Quota", "rapporto": {"di": "anziani", "su": "tutti"}, "decimali": "1"},
    ]
    sides = [make_lato("2021-2023", fatti=facts), make_lato("2025-2027", fatti=facts)]
    printed = {riga.nome: riga.celle for riga in serie.print_rows(compare_many(sides)).righe}
    assert printed["Quota"] == ("22,2%", "22,2%")
    assert printed["Tutti"] == ("9", "9")
