# SPDX-License-Identifier: EUPL-1.2
"""What the rules look at beside the model: ids, texts, addresses."""

from typing import Any

from pdz.rules._draft import address_of, make_draft

DATA: dict[str, Any] = {
    "titolo": "Piano",
    "fatti": [{"id": "a", "nome": "Residenti {{ fatti.b }} <!-- da rivedere --> in tutto", "valore": "16523"}],
    "tabelle": [{"id": "t", "dati": [{"id": "non un id", "nota": "{% if %}"}]}],
}


def test_texts_come_in_the_order_of_reading() -> None:
    draft = make_draft(DATA)
    assert [(passage.path, passage.text) for passage in draft.passages] == [
        (("titolo",), "Piano"),
        (("fatti", 0, "nome"), "Residenti {{ fatti.b }} <!-- da rivedere --> in tutto"),
        (("tabelle", 0, "dati", 0, "nota"), "{% if %}"),
    ]
    assert [path for path, _ in draft.texts] == [("fatti", 0, "nome"), ("tabelle", 0, "dati", 0, "nota")]


def test_citations_and_comments_are_blank_and_nothing_moves() -> None:
    passage = make_draft(DATA).passages[1]
    assert passage.bare.split() == ["Residenti", "in", "tutto"]
    assert len(passage.bare) == len(passage.text)
    assert passage.bare.index("tutto") == passage.text.index("tutto")


def test_a_column_called_id_is_not_an_id() -> None:
    assert make_draft(DATA).ids == {"a": (("fatti", 0, "id"),), "t": (("tabelle", 0, "id"),)}


def test_an_address_says_ids_in_place_of_indexes() -> None:
    assert address_of(DATA, ("fatti", 0, "nome")) == "fatti/a/nome"
    assert address_of(DATA, ("tabelle", 0, "dati", 0, "nota")) == "tabelle/t/dati/non un id/nota"
    assert address_of(DATA, ("fatti", 7, "rapporto", "di")) == "fatti/7/rapporto/di"
    assert address_of(DATA, ()) == ""
