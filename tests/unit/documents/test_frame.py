# SPDX-License-Identifier: EUPL-1.2
"""The texts of the frame: whatever a user's folder holds, the answer is a text or one sentence."""

from pathlib import Path

import pytest

from pdz.documents._folder import shipped_names
from pdz.documents._frame import Frame
from pdz.errors import PdzError


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


def test_what_a_user_may_override() -> None:
    names = shipped_names()
    assert names[0] == "etichette.yaml"
    assert "piano/esiti.md" in names
    assert not any(name.startswith("init/") for name in names)


def test_a_text_and_a_label_of_the_user(tmp_path: Path) -> None:
    write(tmp_path, "piano/esiti.md", "\ufeff{{ importo | euro }}\r\n{% include 'fondi/apertura.md' %}")
    write(tmp_path, "etichette.yaml", 'fine: "entro il {data}"\n')
    frame = Frame(tmp_path)
    assert frame.text("piano/esiti", importo=5).startswith("5,00\u00a0€\n")
    assert frame.label("fine", data="31/12") == "entro il 31/12"
    assert frame.label("totale") == "Totale"
    assert frame.text("piano/non_c_e") == ""


@pytest.mark.parametrize("text", ["", "# niente\n", "fine: x\n", "totale: Somma {{\n"])
def test_labels_that_may_be(text: str, tmp_path: Path) -> None:
    Frame(write(tmp_path, "etichette.yaml", text))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("totale: [a\nfine: b", "riga 1: la parentesi quadra non è chiusa"),
        (b"# x\ntotale: \xff", "riga 2: il file non è scritto in UTF-8"),
        ('fine: "{codice.x} {"', "le parentesi graffe non si chiudono bene"),
        ('fine: "{data.x}"', "chiede il valore {data.x}, che non c'è"),
        ('fine: "{data:d}"', "chiede il valore {data:d}, che non c'è"),
        ('fine: "{}"', "chiede il valore {}, che non c'è"),
        ('totale: "{x}"', "chiede il valore {x}, che non c'è"),
        ("totale: {x: 1}", "riga 1: deve contenere solo righe «nome: testo»"),
        ("- totale", "deve contenere solo righe «nome: testo»"),
        ("totale: " + "[" * 10_000, "deve contenere solo righe «nome: testo»"),
        ("\n\ntotla: x", "riga 3: l'etichetta «totla» non esiste"),
        ("totale: x\ntotale: y", "riga 2: l'etichetta «totale» c'è già"),
        ("totale: *x", "riga 1: «*x»"),
    ],
)
def test_labels_that_may_not(data: bytes | str, said: str, tmp_path: Path) -> None:
    with pytest.raises(PdzError) as caught:
        Frame(write(tmp_path, "etichette.yaml", data))
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n\n{{ importa }}", "riga 3, nomina «importa», che non esiste"),
        ("{{ cosa.b }}", "riga 1, nomina «b», che non esiste"),
        ("{{ niente.b }}", "riga 1, chiede «b» a un valore che in questo piano manca"),
        ("{{ cosa.__class__ }}", "chiede una cosa che a un modello di testo non è permessa"),
        ("{{ cosa.pop('a') }}", "chiede una cosa che a un modello di testo non è permessa"),
        ("{{ importo", "riga 1, non è scritto bene"),
        ("{% for x in %}", "riga 1, non è scritto bene"),
        ("{{ importo | eruo }}", "riga 1, nomina «eruo», che non esiste"),
        ("{{ 'a' | euro }}", "riga 1, chiede un'operazione che con quei valori non si può fare"),
        ("{{ 1 / 0 }}", "riga 1, chiede un'operazione che con quei valori non si può fare"),
        ("{{ importo() }}", "riga 1, chiede un'operazione che con quei valori non si può fare"),
        ("{% include 'piano/esitti.md' %}", "riga 1, include «piano/esitti.md», che non esiste"),
        ("{% include '../../etc/passwd' %}", "riga 1, include «../../etc/passwd», che non esiste"),
        ("{% include 'piano/esiti.md' %}", "chiede troppi calcoli"),
        ("{% for x in range(10**12) %}{% endfor %}", "chiede troppi calcoli"),
        ("{{ 10**10**10 }}", "chiede troppi calcoli"),
        ("{{ 'a' * 10000000000 }}", "chiede troppi calcoli"),
        (b"\xff", "riga 1: il file non è scritto in UTF-8"),
    ],
)
def test_templates_that_may_not(text: bytes | str, said: str, tmp_path: Path) -> None:
    frame = Frame(write(tmp_path, "piano/esiti.md", text))
    with pytest.raises(PdzError) as caught:
        frame.text("piano/esiti", importo=5, cosa={"a": 1}, niente=None)
    assert said in caught.value.message
    assert "piano/esiti.md" in caught.value.message


def test_a_fault_of_our_own_templates_is_ours() -> None:
    with pytest.raises(Exception, match="piano") as caught:
        Frame().text("piano/unita_offerta")
    assert not isinstance(caught.value, PdzError)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("piano/esitti.md", "forse intendevi «piano/esiti.md»?"),
        ("esiti.md", "forse intendevi «piano/esiti.md»?"),
        ("apertura.md", "forse intendevi «fondi/apertura.md» o «schede/apertura.md»?"),
        ("Etichette.yaml", "forse intendevi «etichette.yaml»?"),
        ("init/piano.yaml", "i modelli sono: etichette.yaml, "),
    ],
)
def test_a_file_that_would_be_ignored(name: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(PdzError, match="non prende il posto di nessun modello") as caught:
        Frame(write(tmp_path, name, "x"))
    assert caught.value.hint.startswith(hint)


def test_hidden_files_are_ignored(tmp_path: Path) -> None:
    write(tmp_path, ".DS_Store", b"\x00")
    Frame(write(tmp_path, ".git/config", "x"))
