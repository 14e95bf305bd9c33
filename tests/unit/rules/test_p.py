# SPDX-License-Identifier: EUPL-1.2
"""Privacy: what a public plan must not say of a person. All persons, numbers and addresses are invented."""

from pathlib import Path

import pytest

from pdz.rules.p002_codice_fiscale import compute_check

from ._brevi import found, found_in_text


def table(rows: str, columns: str, title: str = "Persone seguite dal servizio sociale", more: str = "") -> str:
    return f"tabelle:\n  - id: t\n    titolo: {title}\n    colonne: [{columns}]\n{more}    dati:\n{rows}"


PERSONS = "{campo: n, titolo: Utenti, unita: persone}"
ROWS = "      - {comune: Prova, n: 41}\n      - {comune: Borgo Basso, n: 2}\n"


def test_a_table_gives_one_finding_for_all_its_small_counts(tmp_path: Path) -> None:
    columns = "{campo: n, titolo: Adulti, unita: persone}, {campo: m, titolo: Minori, unita: persone}"
    rows = "      - {comune: Prova, n: 41, m: 0}\n      - {comune: Borgo Basso, n: 2, m: 1}\n"
    assert found(tmp_path, table(rows, columns), "P001") == [
        "7 P001 t «Persone seguite dal servizio sociale»: Adulti, Borgo Basso: 2 (e un altro numero da 1 a 3): numeri "
        "così piccoli dicono chi sono le persone"
    ]


@pytest.mark.parametrize(
    ("columns", "title"),
    [
        ("{campo: n, titolo: Quota, tipo: percentuale}", "Utenti"),
        ("{campo: n, titolo: Spesa, tipo: euro}", "Utenti"),
        ("{campo: n, titolo: Utenti ogni mille abitanti, decimali: 1, unita: persone}", "Utenti"),
        ("{campo: n, titolo: Posti, unita: posti}", "Servizi per minori"),
        ("{campo: n, titolo: Asili nido}", "Servizi per minori"),
        ("{campo: n, titolo: Assistenti sociali}", "Assistenti sociali e abitanti"),
        ("{campo: n, titolo: Assistenti sociali, unita: persone}", "Assistenti sociali per Comune"),
        ("{campo: n, titolo: Numero, unita: persone}", "Assistenti sociali per Comune"),
        ("{campo: n, titolo: Educatori, unita: persone}", "Personale dei servizi sociali"),
        ("{campo: n, titolo: Unità di personale, unita: persone}", "Operatori sociali comunali"),
        ("{campo: n, titolo: B2}", "'Misura B2: importi per Comune'"),
        ("{campo: n, titolo: Indice}", "Principali indici demografici"),
        ("{campo: n, titolo: Domande}", "Domande di Reddito di Cittadinanza"),
    ],
)
def test_what_does_not_count_persons_is_free(tmp_path: Path, columns: str, title: str) -> None:
    assert found(tmp_path, table(ROWS, columns, title), "P001") == []


@pytest.mark.parametrize(
    ("columns", "title"),
    [
        (PERSONS, "Servizi"),
        (PERSONS, "Operatori e utenti del servizio"),
        ("{campo: n, titolo: Persone, unita: persone}", "Persone seguite dagli assistenti sociali"),
        ("{campo: n, titolo: B2}", "'Misura B2: beneficiari per Comune'"),
        ("{campo: n, titolo: Minori}", "Servizi"),
        ("{campo: n, titolo: 0-5}", "Minori in struttura per età"),
        ("{campo: n, titolo: Famiglie, unita: famiglie}", "Servizi"),
    ],
)
def test_unit_column_or_title_say_that_persons_are_counted(tmp_path: Path, columns: str, title: str) -> None:
    assert [line.split()[0] for line in found(tmp_path, table(ROWS, columns, title), "P001")] == ["7"]


@pytest.mark.parametrize("value", ["0", "4", "(*)", "", "1250"])
def test_zero_hidden_absent_and_large_counts_are_free(tmp_path: Path, value: str) -> None:
    rows = f'      - {{comune: Prova, n: 41}}\n      - {{comune: Borgo Basso, n: "{value}"}}\n'
    assert found(tmp_path, table(rows, PERSONS), "P001") == []


def test_the_whole_ambito_and_rows_of_years_are_free(tmp_path: Path) -> None:
    rows = "      - {comune: Prova, n: 41}\n      - {comune: Totale Ambito, n: 2}\n"
    assert found(tmp_path, table(rows, PERSONS), "P001") == []
    years = "      - {anno: 2022, n: 2}\n      - {anno: 2023, n: 3}\n"
    assert found(tmp_path, table(years, PERSONS, more="    chiave: anno\n"), "P001") == []


def test_comuni_may_be_columns_or_schools(tmp_path: Path) -> None:
    rows = '      - {eta: "0-5", n: 2}\n'
    columns = "{campo: n, titolo: Borgo Basso}"
    assert len(found(tmp_path, table(rows, columns, "Minori in affido", "    chiave: eta\n"), "P001")) == 1
    rows = "      - {scuola: Primaria di via Prova, n: 3}\n"
    columns = "{campo: n, titolo: Alunni con disabilità}"
    assert len(found(tmp_path, table(rows, columns, "Inclusione", "    chiave: scuola\n"), "P001")) == 1


def test_a_fact_needs_persons_and_a_comune(tmp_path: Path) -> None:
    facts = """fatti:
  - {id: a, nome: Minori in affido, valore: 2, unita: minori, comune: Borgo Basso}
  - {id: b, nome: Minori in affido a Borgo Basso, valore: 3, unita: minori}
  - {id: c1, nome: Minori in affido nell'Ambito, valore: 2, unita: minori}
  - {id: d, nome: Nidi, valore: 2, unita: nidi, comune: Borgo Basso}
  - {id: e, nome: Minori in affido, valore: più di 2, unita: minori, comune: Borgo Basso}
"""
    assert [line.split()[0] for line in found(tmp_path, facts, "P001")] == ["2", "3"]


def test_an_indicator_needs_persons_and_a_comune(tmp_path: Path) -> None:
    outcome = """esiti:
  - id: A1
    titolo: Abitare
    indicatori:
      risultato:
        - {id: r1, nome: Persone accolte nel Comune di Borgo, previsto: 2, realizzato: 3, unita: persone}
        - {id: r2, nome: Persone accolte, previsto: 2, realizzato: 3, unita: persone}
        - id: r3
          nome: Persone accolte
          unita: persone
          realizzati:
            - {valore: 1, nome: Borgo Basso}
            - {valore: 1, nome: in tutto}
        - {id: r4, nome: Alloggi a Borgo Basso, previsto: 2, realizzato: 3, unita: alloggi}
"""
    assert [line.split()[0] for line in found(tmp_path, outcome, "P001")] == ["6", "12"]


def test_a_chart_by_comune(tmp_path: Path) -> None:
    chart = """grafici:
  - id: g
    titolo: Minorenni in struttura
    tipo: barre
    categorie: [Prova, Borgo Basso]
    serie: [{nome: "2023", valori: [14, 2]}]
    testo_alternativo: Quasi tutti a Prova
"""
    (line,) = found(tmp_path, chart, "P001")
    assert line.startswith("6 P001 g «Minorenni in struttura»: 2023, Borgo Basso: 2")
    assert found(tmp_path, chart.replace("Minorenni in struttura", "Servizi per minori"), "P001") == []


def test_a_hidden_cell_is_worked_out_from_the_total_of_its_row(tmp_path: Path) -> None:
    columns = "{campo: m, titolo: Maschi}, {campo: f, titolo: Femmine}, {campo: t, titolo: Totale}"
    rows = "".join(
        f"      - {{comune: {name}, m: {m}, f: {f}, t: {t}}}\n"
        for name, m, f, t in [("Prova", 4, 5, 9), ("Media", 6, 7, 13), ("Borgo Basso", "(*)", 8, 10)]
    )
    (line,) = found(tmp_path, table(rows, columns), "P003")
    assert line.startswith("8 P003")
    assert "(Maschi, Borgo Basso) si ricava dalla colonna «Totale»" in line
    assert found(tmp_path, table(rows.replace("t: 13", "t: 14"), columns), "P003") == []
    assert found(tmp_path, table(rows.replace("f: 8", "f: (*)"), columns), "P003") == []


def test_a_hidden_cell_is_worked_out_from_the_value_of_the_ambito(tmp_path: Path) -> None:
    columns = "{campo: n, titolo: Utenti, ambito: dichiarato, valore_ambito: 43}"
    rows = ROWS.replace("n: 2", "n: (*)")
    assert len(found(tmp_path, table(rows, columns, more="    riga_ambito: Ambito\n"), "P003")) == 1
    assert found(tmp_path, table(rows, columns), "P003") == []
    two = rows + "      - {comune: Media, n: (*)}\n"
    assert found(tmp_path, table(two, columns, more="    riga_ambito: Ambito\n"), "P003") == []
    empty = rows + "      - {comune: Media}\n"
    assert found(tmp_path, table(empty, columns, more="    riga_ambito: Ambito\n"), "P003") == []


def test_the_check_character_of_a_fiscal_code() -> None:
    assert compute_check("RSSMRA80A01F205") == "X"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Il signor RSSMRA80A01F205X abita qui.", 1),
        ("Codice: RSSMRA80A01F205X", 1),
        ("Il signor RSSMRA80A01F205Y abita qui.", 0),  # wrong check character
        ("Protocollo ABCDEF80A01F205X del 2024", 0),
        ("CUP E81B21004270001X e RSSMRA80A01F205X1", 0),
        ("Partita IVA 12345670157", 0),
    ],
)
def test_fiscal_codes(tmp_path: Path, text: str, count: int) -> None:
    assert len(found_in_text(tmp_path, text, "P002")) == count


def test_a_fiscal_code_with_letters_for_digits_and_never_repeated(tmp_path: Path) -> None:
    code = "RSSMRA80A01F20R"
    (message,) = found_in_text(tmp_path, f"Abita qui {code}{compute_check(code)}.", "P002")
    assert message == "il testo riporta un codice fiscale («RSS…»)"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("chiamare il 333 1234567", 1),
        ("chiamare il 333-123 4567.", 1),
        ("cell. 3331234567", 1),
        ("+393331234567 oppure +39 333 1234567", 2),
        ("(347 12 34 567)", 1),
        ("tel. 0371 123456", 0),  # a fixed line is of an office
        ("protocollo 3331234567", 0),
        ("euro 333.1234,50 e 3331234567,00 €", 0),
        ("deliberazione n. 345/2024 e 345 del 2024", 0),
        ("totale 3.359.447,95 = 2.672.364,00 + 687.083,95", 0),
        ("codice 1333 1234567", 0),
        ("dal 31/01/2024 al 31-12-2024", 0),
    ],
)
def test_mobile_telephones(tmp_path: Path, text: str, count: int) -> None:
    assert len(found_in_text(tmp_path, text, "P004")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("scrivere a anna.prova80@gmail.com", 1),
        ("scrivere a aprova@libero.it.", 1),
        ("segreteria@gmail.com, coop.prova@libero.it, udp.prova@gmail.com", 0),
        ("anna.prova@comune.prova.mi.it, a.prova@pec.regione.lombardia.it", 0),
        ("anna.prova@cooperativa.org", 0),
        ("anna.prova@gmail.com.example.org", 0),
    ],
)
def test_private_mailboxes(tmp_path: Path, text: str, count: int) -> None:
    assert len(found_in_text(tmp_path, text, "P005")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("IT60X0542811101000000123456", 1),
        ("IT60 X054 2811 1010 0000 0123 456", 1),
        ("IT61X0542811101000000123456", 0),
        ("codice ITX60", 0),
    ],
)
def test_bank_accounts(tmp_path: Path, text: str, count: int) -> None:
    assert len(found_in_text(tmp_path, text, "P006")) == count
