# SPDX-License-Identifier: EUPL-1.2
"""`rif` never prints the id of a thing: its label where the document has it, its title where it has not."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from pdz.calc.rimandi import collect_rimandi
from pdz.doctree import Document, Ref, outline
from pdz.documents import KINDS, Request
from pdz.documents._frame import Frame
from pdz.errors import PdzError
from pdz.pipeline.check import Checked, check_plan

ESEMPI = Path(__file__).parents[3] / "esempi"
NAMES = ("lodi-2025-2027", "minimo", "san-giuliano-milanese-2025-2027")


def make_request(checked: Checked) -> Request:
    assert checked.findings == ()
    assert checked.piano
    assert checked.profilo
    assert checked.quadro
    assert checked.citabili is not None
    folder = checked.source.folder
    return Request(checked.piano, checked.profilo, checked.quadro, checked.citabili, Frame(), folder)


def iter_refs(thing: object) -> Iterator[Ref]:
    """Every cross-reference of a tree, wherever it stands."""
    if isinstance(thing, Ref):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from iter_refs(item)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from iter_refs(getattr(thing, field.name))


def printed(document: Document, ref: Ref) -> str:
    entry = outline(document).by_id.get(ref.target)
    return ref.text or (entry.label if entry is not None else ref.fallback)


@pytest.mark.parametrize("kind", ["piano", "esiti", "schede", "fondi"])
@pytest.mark.parametrize("name", NAMES)
def test_no_reference_prints_a_bare_id(name: str, kind: str) -> None:
    try:
        document: Document = KINDS.get(kind).build(make_request(check_plan(ESEMPI / name)))
    except PdzError:  # a plan without funds has no document of its funds
        return
    words = [(ref.target, printed(document, ref)) for ref in iter_refs(document)]
    assert [(target, text) for target, text in words if not text or text == target] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_may_be_pointed_to_is_in_the_whole_document(name: str) -> None:
    request = make_request(check_plan(ESEMPI / name))
    known = outline(KINDS.get("piano").build(request)).by_id
    objectives = {obiettivo.id for obiettivo in request.piano.obiettivi}
    targets = collect_rimandi(request.piano, request.profilo, request.quadro.automatici)
    assert sorted(set(targets) - set(known) - objectives) == []
    assert [target for target, title in targets.items() if not title] == []


def test_the_titles_are_those_that_the_document_prints() -> None:
    request = make_request(check_plan(ESEMPI / "san-giuliano-milanese-2025-2027"))
    known = outline(KINDS.get("piano").build(request)).by_id
    targets = collect_rimandi(request.piano, request.profilo, request.quadro.automatici)
    wrong = {name: title for name, title in targets.items() if name in known and title not in known[name].title}
    assert wrong == {}


PLAN = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano
triennio: 2025-2027
ambito: {nome: Prova, ente_capofila: capofila}
enti: [{id: capofila, nome: Azienda di prova}]
tabelle:
  - id: popolazione
    titolo: Popolazione residente
    sezione: contesto
    colonne: [{campo: residenti, titolo: Residenti}]
    dati: [{comune: Uno, residenti: 1200}]
    al: 2024-01-01
    fonte: ISTAT
obiettivi: [{id: O1, titolo: Aprire la casa, gruppo: ambito}]
schede:
  - id: S1
    titolo: Casa
    obiettivi: 'Si veda {{ rif("popolazione") }}, {{ rif("O1") }} e {{ rif("S1") }}.'
    punti_chiave: |
      Prima.

      {{ tabella("popolazione") }}
"""


def make_document(folder: Path, kind: str) -> Document:
    (folder / "piano.yaml").write_text(PLAN, encoding="utf-8")
    document: Document = KINDS.get(kind).build(make_request(check_plan(folder)))
    return document


def test_what_is_not_in_the_document_is_called_by_its_title(tmp_path: Path) -> None:
    text = PLAN.replace("tabella(", "rif(")
    (tmp_path / "piano.yaml").write_text(text, encoding="utf-8")
    document = KINDS.get("schede").build(make_request(check_plan(tmp_path)))
    words = [printed(document, ref) for ref in iter_refs(document) if not ref.text]
    assert words[:2] == ["«Popolazione residente»", "«Aprire la casa»"]
    assert "Casa" in words[2]


def test_a_table_inside_any_narrative_is_not_printed_again(tmp_path: Path) -> None:
    document = make_document(tmp_path, "piano")
    captions = [entry.block.id for entry in outline(document).entries]
    assert "popolazione" not in captions  # it stands in the cell of the form, not at the end of its section
