# SPDX-License-Identifier: EUPL-1.2
"""What `pdz explain` says of the keys of a plan."""

import pytest

from pdz.model import Piano
from pdz.pipeline._chiavi import explain_key, suggest_key


def keys(lines: list[str]) -> list[str]:
    """The keys that are listed: their lines begin two characters in."""
    return [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]


@pytest.mark.parametrize("key", [name for name, field in Piano.model_fields.items() if "tuple" in str(field)])
def test_every_list_of_the_plan_is_explained(key: str) -> None:
    assert next(explain_key(key)).startswith(f"{key}: ")


def test_the_plan_itself() -> None:
    assert keys(list(explain_key("piano"))) == list(Piano.model_fields)


def test_required_keys_closed_lists_and_blocks_inside() -> None:
    lines = list(explain_key("enti"))
    assert lines[0] == "enti: Gli enti che il piano nomina"
    assert keys(lines)[:2] == ["id", "nome"]
    assert "obbligatoria." in lines[1]
    assert any("(comune, azienda, ats, " in line for line in lines)
    assert any(line.endswith("Chiavi: nome, importo.") for line in explain_key("progetti"))


def test_a_dotted_name_and_a_key_that_stands_in_many_places() -> None:
    assert keys(list(explain_key("schede_integrazione.personale"))) == ["asst", "ambiti"]
    assert "tabelle.fonte: Da dove vengono i dati" in list(explain_key("fonte"))
    assert list(explain_key("obiettivi"))[-1].startswith("La stessa parola è anche in: incroci.righe.obiettivi")


def test_lines_fit_a_terminal() -> None:
    assert [line for key in Piano.model_fields for line in explain_key(key) if len(line) > 110] == []


def test_a_word_that_is_no_key() -> None:
    assert list(explain_key("progeti")) == []
    assert suggest_key("progeti") == "forse intendevi «progetti»?"
    assert suggest_key("zzzz") == ""
