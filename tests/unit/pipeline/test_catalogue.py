# SPDX-License-Identifier: EUPL-1.2
"""What is read from the files is what the modules say."""

import inspect

import pytest

from pdz import source, structure
from pdz.compare.judgements import JUDGEMENTS
from pdz.errors import UnknownName
from pdz.pipeline.catalogue import FAMILIES, find_rule, load_catalogue
from pdz.rules import RULES, code_of


@pytest.mark.parametrize("name", RULES.names())
def test_the_documentation_is_that_of_the_module(name: str) -> None:
    module, doc = RULES.get(name), find_rule(code_of(name))
    assert doc.text == inspect.cleandoc(module.__doc__ or "")
    assert doc.severity is module.SEVERITY
    assert list(doc.sections) == ["Che cosa controlla", "Perché", "Segnala", "Accetta", "Rimedio", "Riferimenti"]
    assert doc.title == doc.text.split("\n")[0]


@pytest.mark.parametrize("name", JUDGEMENTS.names())
def test_the_documentation_of_a_judgement_is_that_of_its_module(name: str) -> None:
    module, doc = JUDGEMENTS.get(name), find_rule(code_of(name))
    assert doc.text == inspect.cleandoc(module.__doc__ or "")
    assert doc.severity is module.SEVERITY
    assert "Specchio" in doc.sections


def test_every_code_is_there_once_by_family() -> None:
    codes = list(load_catalogue())
    plugins = (*RULES.names(), *JUDGEMENTS.names())
    assert set(codes) == {*source.CODES, *structure.CODES, *(code_of(name) for name in plugins)}
    assert [code for code in codes if code[0] not in FAMILIES] == []
    letters = [code[0] for code in codes]
    assert letters == sorted(letters, key=list(FAMILIES).index)


def test_a_code_may_be_written_small_and_an_unknown_one_has_a_near_one_of_its_family() -> None:
    assert find_rule("g001").code == "G001"
    with pytest.raises(UnknownName) as raised:
        find_rule("G01")
    assert raised.value.hint == "forse intendevi «G001»?"
    with pytest.raises(UnknownName) as raised:
        find_rule("popolazione")
    assert raised.value.hint == "i codici li elenca: pdz rules"
