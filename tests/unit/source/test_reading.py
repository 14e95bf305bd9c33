# SPDX-License-Identifier: EUPL-1.2
"""What a plan says is what the author wrote: every scalar is text, lists of several files join."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pdz.errors import PdzError
from pdz.source import REFUSED, Source, load

MakeSource = Callable[..., Source]


@pytest.mark.parametrize(
    "written",
    [
        "015146", "0015", "no", "sì", "No", "on", "off", "yes", "true", "False", "12:30", "1:2:3", "0x1F", "0o17",
        "1_000", "1e3", ".inf", ".nan", "599821.54", "0.10", "1.250,00", "16.523", "2024-01-01",
        "2024-01-01 12:30:00", "100%", "80 %", "=", "<<", "A & B <x>", "città", "👍", "שלום", "a:b", "l'ufficio",
        "C#", "50/50", "https://example.org/a?b=c#d", "3.10", "+39", "-5", "null o niente", "~/x", "Null", "NULL",
    ],
)  # fmt: skip
def test_every_scalar_stays_the_text_that_was_written(read: MakeSource, written: str) -> None:
    source = read(
        f"a: {written}\nb: [{written!r}]\n" if "'" not in written and "," not in written else f"a: {written}\n"
    )
    assert source.findings == []
    assert source.data["a"] == written
    assert source.data.get("b", [written]) == [written]


@pytest.mark.parametrize("empty", ["", "~", "null", "''", '""', '"  "', "|", "# niente"])
def test_an_empty_value_is_none(read: MakeSource, empty: str) -> None:
    assert read(f"a: {empty}\nb: 1\n").data == {"a": None, "b": "1"}


@pytest.mark.parametrize("quoted", ["'~'", '"null"', "'no'"])
def test_quotes_make_a_text_of_any_word(read: MakeSource, quoted: str) -> None:
    assert read(f"a: {quoted}\n").data == {"a": quoted[1:-1]}


def test_texts_of_several_lines(read: MakeSource) -> None:
    text = "a: |\n  Uno\n\n  due: «tre»\nb: >\n  Uno\n  due\nc: uno\n  due\n"
    assert read(text).data == {"a": "Uno\n\ndue: «tre»\n", "b": "Uno due\n", "c": "uno due"}


def test_flow_and_block_style_are_the_same_data(read: MakeSource) -> None:
    block = "a:\n  - id: x\n    b:\n      - 1\n      - 2\n"
    assert read(block).data == read("a: [{id: x, b: [1, 2]}]\n").data == {"a": [{"id": "x", "b": ["1", "2"]}]}


def test_a_plan_is_a_folder_or_its_main_file(read: MakeSource, tmp_path: Path) -> None:
    read("titolo: Piano\n")
    assert load(tmp_path).data == load(tmp_path / "piano.yaml").data == {"titolo": "Piano"}


def test_another_file_of_the_plan_is_not_the_plan(read: MakeSource, tmp_path: Path) -> None:
    read("includi: [a.yaml]\n", **{"a.yaml": "titolo: x\n"})
    with pytest.raises(PdzError, match="non è una cartella"):
        load(tmp_path / "a.yaml")


def test_lists_of_included_files_join_in_the_order_of_reading(read: MakeSource) -> None:
    source = read(
        "includi: [z.yaml, 'esiti/*.yaml', 'esiti/*', esiti/b.yaml]\nesiti: [0]\n",
        **{"z.yaml": "esiti: [1]\nautore: x\n", "esiti/b.yaml": "esiti: [3]\n", "esiti/a.yml": "esiti: [2, 2]\n"},
        **{"esiti/note.txt": "niente", "esiti/c.json": "{}"},
    )
    assert source.findings == []
    assert source.data == {"includi": source.data["includi"], "esiti": ["0", "1", "3", "2", "2"], "autore": "x"}
    assert list(source.files) == ["piano.yaml", "z.yaml", "esiti/b.yaml", "esiti/a.yml"]


def test_globs_go_down_folders_and_never_read_a_file_twice(read: MakeSource) -> None:
    files = {"a.yaml": "esiti: [1]\n", "x/b.yaml": "esiti: [2]\n", "x/y/c.yaml": "esiti: [3]\n"}
    source = read("includi: ['**/*.yaml', 'x/*.yaml']\n", **files)
    assert source.findings == []
    assert source.data["esiti"] == ["1", "2", "3"]


def test_texts_and_tables_are_read_from_the_files_that_values_name(read: MakeSource) -> None:
    source = read(
        "testo: testi/a.md\naltro: testi/a.md\ndati: dati.csv\nfrase: vedi testi/a.md\n",
        **{"testi/a.md": "# Titolo\r\n\r\nTesto.\r\n", "dati.csv": "comune;n\nUno; 015 \nDue;\n"},
    )
    assert source.findings == []
    assert source.data["testo"] == source.data["altro"] == "# Titolo\n\nTesto.\n"
    assert source.data["dati"] == [{"comune": "Uno", "n": "015"}, {"comune": "Due", "n": None}]
    assert source.data["frase"] == "vedi testi/a.md"


def test_what_is_refused_is_neither_lost_nor_said_twice(read: MakeSource) -> None:
    source = read("a: *b\nc: manca.md\nd: &b x\ne: 1\n")
    assert [finding.code for finding in source.findings] == ["Y004", "Y004"]
    assert source.data == {}  # an alias before its anchor: nothing of the file can be trusted
    source = read("d: &b x\na: *b\nc: manca.md\ne: 1\n")
    assert [finding.code for finding in source.findings] == ["Y004", "Y004", "Y008"]
    assert source.data == {"d": "x", "a": REFUSED, "c": REFUSED, "e": "1"}


def test_a_text_named_twice_is_reported_once(read: MakeSource) -> None:
    source = read("a: x.md\nb: x.md\n", **{"x.md": ""})
    assert [finding.message for finding in source.findings] == ["il file è vuoto"]


@pytest.mark.parametrize(
    ("files", "complete"),
    [
        ({"a.yaml": "b: 1\n"}, True),
        ({"a.yaml": "b: [\n"}, False),
        ({"a.yaml": ""}, False),
        ({"a.yaml": "b: &x 1\n"}, True),
        ({}, False),
    ],
)
def test_a_plan_knows_when_a_part_of_it_was_not_read(read: MakeSource, files: dict[str, str], complete: bool) -> None:
    assert read("includi: [a.yaml]\n", **files).complete is complete


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a:\n  - {b: "uno, c: 1}\n  - {b: "due, c: 2}\n', (2, 9)),
        ('a:\n  b: "uno\n  c: "due"\n', (2, 6)),
        ('a: [{b: "uno, c: 1}, {b: "due"}]\n', (1, 9)),
    ],
)
def test_quotes_left_open_are_told_where_they_open(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    (tmp_path / "piano.yaml").write_text(text, encoding="utf-8")
    (finding,) = load(tmp_path).findings
    assert (finding.location.line, finding.location.column) == place
    assert finding.message == "le virgolette aperte qui non sono chiuse"
