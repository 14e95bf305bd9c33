# SPDX-License-Identifier: EUPL-1.2
"""Charts that cannot be drawn, or that would draw the wrong thing: D022, D023, D024, D030, M007, P001, T001, R002."""

from pathlib import Path

import pytest

from pdz.pipeline.check import check_plan

from ._brevi import HEAD, found

TABLE = """tabelle:
  - id: stranieri
    titolo: Stranieri
    colonne: [{campo: maschi, titolo: Maschi}, {campo: quota, titolo: Quota, tipo: percentuale}]
    dati: [{comune: Prova, maschi: 161, quota: 8}, {comune: Borgo Basso, maschi: 151, quota: 6}]
    al: 2024-01-01
    fonte: ISTAT
"""
FACTS = """fatti:
  - {id: a, nome: A, valore: 40%, al: 2024-01-01, fonte: ISTAT}
  - {id: b, nome: B, valore: 52, unita: posti, al: 2024-01-01, fonte: ISTAT}
"""
ALL = ("D017", "D018", "D022", "D023", "D024", "D030", "P001")


def chart(body: str, tipo: str = "barre", own: bool = True) -> str:
    dated = "al: 2024-01-01, fonte: ISTAT, " if own else ""
    return f"grafici:\n  - {{id: g, titolo: G, tipo: {tipo}, {dated}testo_alternativo: x, {body}}}\n"


@pytest.mark.parametrize(
    ("body", "tipo"),
    [
        ("categorie: [a, b], serie: [{nome: s, valori: [1, n.d.]}]", "barre"),
        ("categorie: [a, b], serie: [{nome: s, valori: [1, ~]}]", "linee"),
        ("categorie: [a, b], serie: [{nome: s, valori: [-1, 2]}]", "barre orizzontali"),
        ("categorie: [a, b], serie: [{nome: m, valori: [1, 2]}, {nome: f, valori: [1, n.d.]}]", "piramide"),
        ('categorie: [a, b], unita: "%", serie: [{nome: s, valori: [40, 60]}]', "ciambella"),
    ],
)
def test_charts_that_can_be_drawn(tmp_path: Path, body: str, tipo: str) -> None:
    assert found(tmp_path, chart(body, tipo), *ALL) == []


@pytest.mark.parametrize(
    ("body", "tipo", "finding"),
    [
        (
            "categorie: [a, b, c], serie: [{nome: s, valori: [1, n.d.]}]",
            "barre",
            "D022 g «G»: la serie «s» ha 2 valori per 3 categorie",
        ),
        (
            "categorie: [a, b], serie: [{nome: s, valori: [1, n.d.]}]",
            "ciambella",
            "D023 g «G»: una ciambella con un valore mancante sembra intera",
        ),
        (
            "categorie: [a, b], serie: [{nome: s, valori: [3, -1]}]",
            "torta",
            "D023 g «G»: una torta non può avere valori negativi",
        ),
        (
            "categorie: [a], serie: [{nome: s, valori: [0]}]",
            "torta",
            "D023 g «G»: una torta di soli zeri non si disegna",
        ),
        (
            "categorie: [a], serie: [{nome: m, valori: [5]}, {nome: f, valori: [-4]}]",
            "piramide",
            "D023 g «G»: una piramide non può avere valori negativi",
        ),
        ("serie: []", "barre", "D023 g «G»: il grafico non ha nessuna serie"),
        (
            'categorie: [a, b], unita: "%", serie: [{nome: s, valori: [40, 50]}]',
            "ciambella",
            "D024 g «G»: le fette fanno 90%, non 100%",
        ),
        (
            "categorie: [a, b], serie: [{nome: s, valori: [n.d., n.d.]}]",
            "barre",
            "D030 g «G»: il grafico non ha nessun valore",
        ),
        ("categorie: [a], serie: [{nome: s}]", "barre", "D030 g «G»: la serie «s» non dice dove sono i suoi valori"),
        (
            "categorie: [a], serie: [maschi]",
            "barre",
            "D030 g «G»: la 1ª serie nomina una colonna, ma il grafico non ha una tabella",
        ),
    ],
)
def test_charts_with_figures_of_their_own(tmp_path: Path, body: str, tipo: str, finding: str) -> None:
    assert found(tmp_path, chart(body, tipo), *ALL) == [f"2 {finding}"]


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ("tabella: stranieri, serie: [maschi]", ""),
        ("tabella: stranieri, categorie: comune, serie: [quota]", "la tabella non ha la colonna «comune»"),
        ("tabella: straneri, serie: [maschi]", "la tabella «straneri» non esiste"),
        ("tabella: stranieri, serie: [mashi]", "la tabella non ha la colonna «mashi»"),
        ("tabella: stranieri, categorie: [Prova, Borgo Basso], serie: [maschi]", "le categorie le dà già la tabella"),
        (
            "tabella: stranieri, serie: [{nome: s, colonna: maschi, valori: [1, 2]}]",
            "la serie «s» ha sia «valori» sia «colonna»",
        ),
        ("tabella: stranieri, serie: [{nome: s, valori: [1, 2]}]", "la serie «s» non è una colonna della tabella"),
    ],
)
def test_charts_of_a_table(tmp_path: Path, body: str, finding: str) -> None:
    expected = [f"9 D030 g «G»: {finding}"] if finding else []
    assert found(tmp_path, TABLE + chart(body, own="valori" in body), *ALL) == expected


def test_a_chart_that_draws_two_kinds_of_figures(tmp_path: Path) -> None:
    body = chart("categorie: [a, b], serie: [{nome: s, cita: [fatti.a, fatti.b]}]", own=False)
    assert found(tmp_path, FACTS + body, *ALL) == ["5 D023 g «G»: il grafico mette insieme quantità e percentuali"]


@pytest.mark.parametrize(
    ("cited", "finding"),
    [
        ("fatti.c", "«fatti.c» non si può citare: non c'è nel piano"),
        ("fatti.a.al", "«fatti.a.al» non è un numero"),
        ("piano.titolo", "«piano.titolo» non è un numero"),
    ],
)
def test_what_a_chart_cites_is_a_number_of_the_plan(tmp_path: Path, cited: str, finding: str) -> None:
    body = chart(f"categorie: [a, b], serie: [{{nome: s, cita: [fatti.a, {cited}]}}]", own=False)
    assert found(tmp_path, FACTS + body, *ALL) == [f"5 D030 g «G»: {finding}"]


def test_cited_figures_have_their_source_where_they_stand(tmp_path: Path) -> None:
    assert found(tmp_path, chart("categorie: [a], serie: [{nome: s, valori: [1]}]", own=False), "D017", "D018") == [
        "2 D017 g «G»: manca la fonte",
        "2 D018 g «G»: manca la data dei dati",
    ]
    cited = chart("categorie: [a], serie: [{nome: s, cita: [fatti.b]}]", own=False)
    assert found(tmp_path, FACTS + cited, "D017", "D018") == []


def test_small_counts_of_a_csv_chart_identify(tmp_path: Path) -> None:
    (tmp_path / "dati").mkdir()
    (tmp_path / "dati" / "minori.csv").write_text("comune;minori\nProva;41\nBorgo Basso;2\n", encoding="utf-8")
    body = chart("unita: persone, dati: dati/minori.csv, serie: [minori]")
    assert found(tmp_path, body, "P001", "D030", "D022") == [
        "3 P001 g «G»: minori, Borgo Basso: 2: numeri così piccoli dicono chi sono le persone"
    ]


@pytest.mark.parametrize(
    ("csv", "more", "finding"),
    [
        ("anno;nati\n2023;dodici\n", "serie: [nati]", "dati/n.csv:2 «dodici» non è un numero"),
        ("anno;nati\n2023;un'altra\n2024;12\n", "serie: [nati]", "dati/n.csv:2 «un'altra» non è un numero"),
        ("anno;nati\n2023;16.523\n", "serie: [nati]", "dati/n.csv:2 «16.523» può essere 16523 oppure 16,523"),
        ("anno;nati\n2023;12\n", "serie: [morti]", "piano.yaml:2 nei dati manca la colonna «morti»"),
        ("anno;nati\n2023;12\n", "categorie: mese, serie: [nati]", "piano.yaml:2 nei dati manca la colonna «mese»"),
        ("anno;nati\n2023;n.d.\n2024;12\n", "serie: [nati]", ""),
    ],
)
def test_a_csv_of_a_chart_is_read_as_a_table(tmp_path: Path, csv: str, more: str, finding: str) -> None:
    (tmp_path / "dati").mkdir()
    (tmp_path / "dati" / "n.csv").write_text(csv, encoding="utf-8")
    (tmp_path / "piano.yaml").write_text(chart(f"dati: dati/n.csv, {more}") + HEAD, encoding="utf-8")
    findings = [f for f in check_plan(tmp_path).findings if f.code in {"M007", "D030"}]
    said = [f"{f.location.file}:{f.location.line} {f.message.removeprefix('g «G»: ')}" for f in findings]
    assert said == ([finding] if finding else [])
    assert not any("tipo testo" in f.hint for f in findings), "le colonne di un grafico non hanno un tipo"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ('{{ grafico("g") }}', ""),
        ('{{ tabella("stranieri") }}', ""),
        ('{{ grafico("stranieri") }}', "«stranieri» non è un grafico"),
        ('{{ grafico("h") }}', "niente nel piano ha l'id «h»"),
        ('Ecco {{ grafico("g") }} qui.', "il grafico «g» non è da solo nel paragrafo"),
        ('{{ grafico("grafico_gradi") }}', "niente nel piano ha l'id «grafico_gradi»"),
    ],
)
def test_a_text_prints_charts(tmp_path: Path, text: str, finding: str) -> None:
    body = TABLE + chart("tabella: stranieri, serie: [maschi]", own=False)
    body += f"testi: [{{sezione: contesto, testo: '{text}'}}]\n"
    assert found(tmp_path, body, "T001") == ([f"10 T001 {finding}"] if finding else [])


def test_a_computed_chart_that_cannot_be_made_is_not_chosen(tmp_path: Path) -> None:
    assert found(tmp_path, "grafici_automatici: [grafico_gradi]\n", "R002") == [
        "1 R002 il grafico automatico «grafico_gradi» non esiste"
    ]
    assert found(tmp_path, "grafici_automatici: no\n", "R002") == []
