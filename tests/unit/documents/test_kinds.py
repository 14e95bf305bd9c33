# SPDX-License-Identifier: EUPL-1.2
"""What each kind of document holds, and how it behaves on odd plans."""

from pathlib import Path

import pytest

from pdz.doctree import Document, Heading, ListOfTables, Picture, Table, TableOfContents, iter_blocks
from pdz.documents import KINDS
from pdz.errors import PdzError, UnknownName
from pdz.pipeline.check import Checked, check_plan
from pdz.pipeline.render import RenderOptions, find_writer, render

ESEMPI = Path(__file__).parents[3] / "esempi"
PLAN = """formato: 1
profilo: {profilo}
titolo: Piano di Zona
triennio: {triennio}
ambito: {{nome: Prova, ente_capofila: capofila}}
enti: [{{id: capofila, nome: Azienda di prova}}]
{more}"""


def make_plan(folder: Path, more: str = "", profilo: str = "lombardia/2025-2027") -> Checked:
    text = PLAN.format(profilo=profilo, triennio=profilo.split("/")[1], more=more)
    (folder / "piano.yaml").write_text(text, encoding="utf-8")
    return check_plan(folder)


def print_text(checked: Checked, **options: object) -> str:
    data, _ = render(checked, find_writer(".md"), RenderOptions(**options))  # type: ignore[arg-type]
    return data.decode()


def build(checked: Checked, kind: str = "piano") -> Document:
    from pdz.documents import Request
    from pdz.documents._frame import Frame

    assert checked.piano
    assert checked.profilo
    assert checked.quadro
    assert checked.citabili is not None
    folder = checked.source.folder
    request = Request(checked.piano, checked.profilo, checked.quadro, checked.citabili, Frame(), folder)
    document: Document = KINDS.get(kind).build(request)
    return document


def test_plan_begins_with_cover_and_indexes() -> None:
    document = build(check_plan(ESEMPI / "san-giuliano-milanese-2025-2027"))
    assert document.cover is not None
    assert len(document.cover.bodies) == 9
    assert [type(block) for block in document.sections[0].blocks[:2]] == [TableOfContents, ListOfTables]


def test_chapters_and_annexes_are_those_of_the_profile_in_order() -> None:
    document = build(check_plan(ESEMPI / "san-giuliano-milanese-2025-2027"))
    heads = [block.number for block in iter_blocks(document) if isinstance(block, Heading) and block.level == 1]
    assert heads == [
        "",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "Allegato 1",
        "Allegato 2",
        "Allegato 3",
        "Allegato 4",
        "",
        "",
    ]


def test_wide_tables_stand_on_landscape_pages() -> None:
    document = build(check_plan(ESEMPI / "san-giuliano-milanese-2025-2027"))
    wide = {block.id for s in document.sections if s.landscape for block in s.blocks if isinstance(block, Table)}
    assert {"tabella_pnrr", "tabella_progetti", "fondi_strutturali", "fondi_progetti", "incroci_bisogni"} <= wide


def test_no_section_ends_with_a_heading() -> None:
    for name in ("san-giuliano-milanese-2025-2027", "lodi-2025-2027", "minimo"):
        for section in build(check_plan(ESEMPI / name)).sections:
            assert not isinstance(section.blocks[-1], Heading)


def test_one_scheda_alone() -> None:
    text = print_text(check_plan(ESEMPI / "san-giuliano-milanese-2025-2027"), document="schede", scheda="SI5")
    assert "PUA Integrati" in text
    assert "Scheda SI4" not in text


def test_unknown_scheda_says_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        print_text(check_plan(ESEMPI / "san-giuliano-milanese-2025-2027"), document="schede", scheda="SI9")
    assert "SI" in caught.value.hint


def test_unknown_kind_says_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        print_text(check_plan(ESEMPI / "minimo"), document="fond")
    assert caught.value.hint == "forse intendevi «fondi»?"


@pytest.mark.parametrize("profilo", ["lombardia/2025-2027", "lombardia/2021-2023", "lombardia/2006-2008"])
@pytest.mark.parametrize("kind", ["piano", "esiti"])
def test_an_empty_plan_prints(tmp_path: Path, profilo: str, kind: str) -> None:
    checked = make_plan(tmp_path, profilo=profilo)
    assert checked.findings == ()
    text = print_text(checked, document=kind)
    assert "Prova" in text


@pytest.mark.parametrize("kind", ["schede", "fondi"])
def test_a_document_of_nothing_is_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(PdzError) as caught:
        print_text(make_plan(tmp_path), document=kind)
    assert caught.value.message == f"nel piano non ci sono {kind}"


def test_empty_chapters_are_said(tmp_path: Path) -> None:
    assert "I dati del piano non contengono ancora questa parte." in print_text(make_plan(tmp_path))


def test_logo_stands_on_the_cover_with_its_words(tmp_path: Path) -> None:
    png = (ESEMPI.parent / "tests" / "unit" / "documents" / "logo.png").read_bytes()
    (tmp_path / "logo.png").write_bytes(png)
    checked = make_plan(tmp_path, "logo: {file: logo.png, testo_alternativo: Stemma di prova}")
    cover = build(checked).cover
    assert cover is not None
    assert cover.logo == Picture(png, "Stemma di prova", 5.0)


@pytest.mark.parametrize("file", ["manca.png", "../fuori.png", "piano.yaml"])
def test_a_wrong_logo_is_refused(tmp_path: Path, file: str) -> None:
    checked = make_plan(tmp_path, f"logo: {{file: {file}, testo_alternativo: Stemma}}")
    with pytest.raises(PdzError):
        build(checked)


def test_act_of_approval_stands_on_the_cover(tmp_path: Path) -> None:
    act = "approvazione: {organo: Assemblea dei Sindaci, numero: 1, data: 2024-12-20}"
    cover = build(make_plan(tmp_path, f"stato: approvato\n{act}")).cover
    assert cover is not None
    assert "Deliberazione dell'Assemblea dei Sindaci n. 1 del 20 dicembre 2024" in cover.lines


def test_user_templates_override_those_of_pdz(tmp_path: Path) -> None:
    own = tmp_path / "modelli"
    (own / "fondi").mkdir(parents=True)
    (own / "etichette.yaml").write_text("si: Sì, certo\n", encoding="utf-8")
    (own / "fondi" / "apertura.md").write_text("Fondi di {{ ambito.nome }}.", encoding="utf-8")
    checked = check_plan(ESEMPI / "san-giuliano-milanese-2025-2027")
    assert "Fondi di San Giuliano Milanese." in print_text(checked, document="fondi", templates=own)
    assert "Sì, certo" in print_text(checked, document="schede", templates=own)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("fondi/apertura.md", "{{ ambito.nom }}", "fondi/apertura.md"),
        ("fondi/apertura.md", "{{ ambito", "riga 1"),
        ("etichette.yaml", "totle: Totale\n", "totle"),
        ("etichette.yaml", "- uno\n", "nome: testo"),
    ],
)
def test_a_wrong_template_is_said_with_its_place(tmp_path: Path, name: str, text: str, words: str) -> None:
    path = tmp_path / "modelli" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PdzError) as caught:
        print_text(check_plan(ESEMPI / "minimo"), document="fondi", templates=tmp_path / "modelli")
    assert words in caught.value.message


def test_templates_cannot_reach_python(tmp_path: Path) -> None:
    path = tmp_path / "modelli" / "fondi" / "apertura.md"
    path.parent.mkdir(parents=True)
    path.write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}", encoding="utf-8")
    with pytest.raises(PdzError):
        print_text(check_plan(ESEMPI / "minimo"), document="fondi", templates=tmp_path / "modelli")


def test_a_table_is_printed_once_where_the_text_asks(tmp_path: Path) -> None:
    more = """tabelle:
  - id: popolazione
    titolo: Popolazione residente
    sezione: contesto
    colonne: [{campo: residenti, titolo: Residenti, ambito: somma}]
    riga_ambito: Ambito
    dati:
      - {comune: Uno, residenti: 1200}
      - {comune: Due, residenti: 800}
testi:
  - sezione: valutazione
    testo: |
      Come dice la {{ rif("popolazione") }}:

      {{ tabella("popolazione") }}
"""
    text = print_text(make_plan(tmp_path, more))
    assert text.count("Popolazione residente") == 2  # in the index of tables and over the table
    assert "Come dice la [Tabella 1](#tabella-1)" in text
    assert "2.000" in text
