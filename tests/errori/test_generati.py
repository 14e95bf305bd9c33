# SPDX-License-Identifier: EUPL-1.2
"""Broken plans too big, too binary or too dependent on the system to be files here; same exactness as the folders."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pdz.errors import PdzError
from pdz.pipeline.check import check_plan

HEAD = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano di prova
triennio: 2025-2027
ambito: {nome: Prova, ente_capofila: comune}
enti: [{id: comune, nome: Comune}]
"""
TESTO = HEAD + "testi: [{sezione: introduzione, testo: testo.md}]\n"
DEEP = "Y007 troppi livelli uno dentro l'altro (più di 40)"
NOT_UTF8 = "Y001 il file non è scritto in UTF-8"
CONTROL = "Y002 c'è un carattere di controllo, che non si vede"


def lines_of(folder: Path) -> list[str]:
    return [
        f"{f.location.file}:{f.location.line}:{f.location.column}:{f.location.end_column} {f.code} {f.message}"
        for f in check_plan(folder).findings
    ]


def plan(folder: Path, text: str | bytes = HEAD, **files: str | bytes) -> list[str]:
    for name, content in {"piano.yaml": text, **files}.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return lines_of(folder)


ENCODINGS = {
    "latin-1": ((HEAD + "autore: Città\n").encode("latin-1"), [f"piano.yaml:7:13:14 {NOT_UTF8}"]),
    "half a character": ((HEAD + "autore: à").encode()[:-1], [f"piano.yaml:7:9:10 {NOT_UTF8}"]),
    "utf-16": (HEAD.encode("utf-16"), [f"piano.yaml:1:1:2 {NOT_UTF8}"]),
    "utf-16 without mark": (HEAD.encode("utf-16-be"), [f"piano.yaml:1:1:2 {NOT_UTF8}"]),
    "utf-32": (HEAD.encode("utf-32"), [f"piano.yaml:1:1:2 {NOT_UTF8}"]),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), [f"piano.yaml:1:1:2 {NOT_UTF8}"]),
    "byte order mark": (("\ufeff" + HEAD + "boh: 1\n").encode(), ["piano.yaml:7:1:4 M002 chiave sconosciuta «boh»"]),
    "crlf": ((HEAD + "boh: 1\n").replace("\n", "\r\n").encode(), ["piano.yaml:7:1:4 M002 chiave sconosciuta «boh»"]),
    "cr": ((HEAD + "boh: 1\n").replace("\n", "\r").encode(), ["piano.yaml:7:1:4 M002 chiave sconosciuta «boh»"]),
    "nul": ((HEAD + "autore: x\0y\n").encode(), [f"piano.yaml:7:10:11 {CONTROL}"]),
    "escape": ((HEAD + "autore: \x1b[31mx\n").encode(), [f"piano.yaml:7:9:10 {CONTROL}"]),
    "next line": ((HEAD + "autore: à\x85b\n").encode(), [f"piano.yaml:7:10:11 {CONTROL}"]),
    "line separator": ((HEAD + "autore: a\u2028b\n").encode(), [f"piano.yaml:7:10:11 {CONTROL}"]),
    "not a character": ((HEAD + "autore: a\uffff\n").encode(), [f"piano.yaml:7:10:11 {CONTROL}"]),
    "spelled out": ((HEAD + 'autore: "a\\x07b"\n').encode(), [f"piano.yaml:7:9:17 {CONTROL}"]),
    "control and a missing key": (b"formato: 1\nautore: \x07\n", [f"piano.yaml:2:9:10 {CONTROL}"]),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_bytes_that_are_not_plain_text(tmp_path: Path, name: str) -> None:
    raw, expected = ENCODINGS[name]
    assert plan(tmp_path, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Citt\xe0\n".encode("latin-1"), [f"testo.md:1:5:6 {NOT_UTF8}"]),
        (b"Uno\nDue \x0c\n", [f"testo.md:2:5:6 {CONTROL}"]),
        (
            "\ufeffUno\r\nDue {{ boh }}\r\n".encode(),
            ["testo.md:2:5:14 T001 «boh» non si può citare: non c'è nel piano"],
        ),
        (b"", ["testo.md:1:1:2 Y006 il file è vuoto"]),
        (b"x" * 8_000_001, ["testo.md:1:1:2 Y007 il file è troppo grande (8 MB)"]),
    ],
)
def test_texts_that_are_not_plain_text(tmp_path: Path, raw: bytes, expected: list[str]) -> None:
    assert plan(tmp_path, TESTO, **{"testo.md": raw}) == expected


def test_a_csv_is_read_as_bytes_too(tmp_path: Path) -> None:
    table = "tabelle: [{id: t, titolo: T, colonne: [{campo: n, titolo: N}], dati: dati.csv}]\n"
    raw = "\ufeffcomune;n\r\nForlì;1\r\nCefalù;x\r\n".encode()
    expected = ["dati.csv:3:8:9 M007 t «T»: «x» non è un numero"]
    assert plan(tmp_path, HEAD + table, **{"dati.csv": raw}) == expected


def test_fifty_megabytes_are_not_even_read(tmp_path: Path) -> None:
    (tmp_path / "piano.yaml").write_text(HEAD)
    os.truncate(tmp_path / "piano.yaml", 50_000_000)
    assert lines_of(tmp_path) == ["piano.yaml:1:1:2 Y007 il file è troppo grande (50 MB)"]


NESTED: dict[str, tuple[Callable[[int], str], str]] = {
    "block": (lambda n: "".join(" " * i + "a:\n" for i in range(min(n, 3500))), "47:41:42"),
    "flow": (lambda n: "a: " + "[" * n + "]" * n + "\n", "7:43:44"),
    "flow, never closed": (lambda n: "a: " + "[" * n, "7:43:44"),
    "flow mappings": (lambda n: "a: " + "{b: " * n + "1" + "}" * n + "\n", "7:160:161"),
    "compact": (lambda n: "a:\n" + "- " * n + "x\n", "8:79:80"),
    "compact questions": (lambda n: "a:\n  " + "? " * n + "x\n", "8:81:82"),
    "compact over lines": (lambda n: "a:\n" + "".join(" " * i * 198 + "- " * 99 + "\n" for i in range(280)), "8:79:80"),
    "brackets hidden in quotes": (lambda n: "a: " + '["]", ' * n + "1" + "]" * n + "\n", "7:238:239"),
    "brackets hidden in comments": (lambda n: "a: " + "[ # ]\n" * n + "]" * n + "\n", "46:1:2"),
}


@pytest.mark.parametrize("levels", [1_000, 100_000])
@pytest.mark.parametrize("name", NESTED)
def test_deep_nesting_is_refused_and_never_crashes(tmp_path: Path, name: str, levels: int) -> None:
    make, place = NESTED[name]
    assert plan(tmp_path, HEAD + make(levels)) == [f"piano.yaml:{place} {DEEP}"]


def test_wide_is_not_deep(tmp_path: Path) -> None:
    rows = "".join(f"  - {{id: f{i}, nome: 'a [ b {{ c', valore: 1, fonte: d}}\n" for i in range(12_000))
    assert plan(tmp_path, HEAD + "fatti:\n" + rows) == []


def test_an_alias_bomb_costs_nothing(tmp_path: Path) -> None:
    levels = [f"x{i}: &x{i} [{', '.join([f'*x{i - 1}'] * 9)}]\n" for i in range(1, 60)]
    text = HEAD + "includi: [bomba.yaml]\n"
    findings = plan(tmp_path, text, **{"bomba.yaml": "x0: &x0 [a]\n" + "".join(levels)})
    assert len([line for line in findings if " Y004 " in line]) == 60 + 59  # each anchor and each alias once
    assert len([line for line in findings if " M002 " in line]) == 60


def test_a_hundred_thousand_aliases_are_one_finding(tmp_path: Path) -> None:
    findings = plan(tmp_path, HEAD + "autore: &a x\nglossario: [" + "*a, " * 100_000 + "*a]\n")
    assert [line.split(" ")[0] for line in findings] == ["piano.yaml:7:9:11", "piano.yaml:8:13:15"]


def test_links_that_leave_the_folder(tmp_path: Path) -> None:
    (tmp_path / "segreto.yaml").write_text("autore: segreto\n")
    folder = tmp_path / "piano"
    folder.mkdir()
    (folder / "fuori.yaml").symlink_to(tmp_path / "segreto.yaml")
    (folder / "testo.md").symlink_to("/etc/hostname")
    (folder / "altrove").symlink_to(tmp_path)
    text = TESTO + "includi: [fuori.yaml, 'altrove/*.yaml']\n"
    assert plan(folder, text) == [
        "piano.yaml:7:40:48 Y005 «testo.md» esce dalla cartella del piano",
        "piano.yaml:8:11:21 Y005 «fuori.yaml» è un collegamento che esce dalla cartella del piano",
        "piano.yaml:8:23:39 Y005 «altrove/segreto.yaml» è un collegamento che esce dalla cartella del piano",
    ]


def test_links_inside_the_folder_are_fine(tmp_path: Path) -> None:
    (tmp_path / "testo.md").symlink_to("vero.md")
    assert plan(tmp_path, TESTO, **{"vero.md": "Testo.\n"}) == []


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "testo.md").symlink_to("testo.md")
    (finding,) = plan(tmp_path, TESTO)
    assert finding.startswith("piano.yaml:7:40:48 Y")


def test_folders_and_pipes_named_like_files(tmp_path: Path) -> None:
    (tmp_path / "testo.md").mkdir()
    (tmp_path / "esiti.yaml").mkdir()
    os.mkfifo(tmp_path / "tubo.md")
    text = TESTO + "includi: [esiti.yaml]\nautore: tubo.md\n"
    assert plan(tmp_path, text) == [
        "piano.yaml:7:40:48 Y008 «testo.md» è una cartella, non un file",
        "piano.yaml:8:11:21 Y005 «esiti.yaml» è una cartella, non un file",
        "piano.yaml:9:9:16 Y008 non trovo il file «tubo.md»",
    ]


def test_a_name_too_long_for_the_disk(tmp_path: Path) -> None:
    name = "x" * 300 + ".md"
    (finding,) = plan(tmp_path, HEAD + f"autore: {name}\n")
    assert finding == f"piano.yaml:7:9:312 Y001 non riesco a leggere «{'x' * 59}…»: il nome è troppo lungo"


@pytest.fixture
def unreadable(monkeypatch: pytest.MonkeyPatch) -> str:
    """A name that the system refuses to read, also to root."""
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "vietato.md" or path.parent.name == "vietato":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    return "vietato.md"


def test_unreadable_files(tmp_path: Path, unreadable: str) -> None:
    assert plan(tmp_path, HEAD + f"autore: {unreadable}\n", **{unreadable: "x"}) == [
        "piano.yaml:7:9:19 Y001 non riesco a leggere «vietato.md»: mancano i permessi"
    ]
    folder = tmp_path / "vietato"
    folder.mkdir()
    assert plan(folder) == ["piano.yaml:1:1:2 Y001 non riesco a leggere «piano.yaml»: mancano i permessi"]


def test_an_unreadable_folder_inside_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_file = Path.is_file

    def refuse(path: Path) -> bool:
        if path.parent.name == "chiusa":
            raise PermissionError(13, "Permission denied", str(path))
        return is_file(path)

    (tmp_path / "chiusa").mkdir()
    (tmp_path / "chiusa" / "a.yaml").touch()
    monkeypatch.setattr(Path, "is_file", refuse)
    assert plan(tmp_path, HEAD + "autore: chiusa/a.md\nincludi: ['chiusa/*.yaml']\n") == [
        "piano.yaml:7:9:20 Y001 non riesco a leggere «chiusa/a.md»: mancano i permessi",
        "piano.yaml:8:11:26 Y001 non riesco a leggere «chiusa/*.yaml»: mancano i permessi",
    ]


def test_what_is_not_a_plan_is_said_at_the_keyboard(tmp_path: Path) -> None:
    (tmp_path / "piano.txt").touch()
    (tmp_path / "strano" / "piano.yaml").mkdir(parents=True)
    for path, message in (
        (tmp_path / "manca", "la cartella «{}» non esiste"),
        (tmp_path / "piano.txt", "«{}» non è una cartella"),
        (tmp_path, "in «{}» non c'è piano.yaml"),
        (tmp_path / "strano", "«{}/piano.yaml» è una cartella, non un file"),
    ):
        with pytest.raises(PdzError) as caught:
            check_plan(path)
        assert caught.value.message == message.format(path)
        assert caught.value.hint
