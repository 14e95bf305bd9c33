# SPDX-License-Identifier: EUPL-1.2
"""The printed plans as text, reviewed as a diff: `PDZ_GOLDEN=1 pytest tests/test_golden.py` writes them anew."""

import os
from pathlib import Path

import pytest

from pdz.pipeline.check import check_plan
from pdz.pipeline.compare import compare_plans
from pdz.pipeline.quadri import QuadroOptions, print_quadro
from pdz.pipeline.render import RenderOptions, find_writer, render

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
CASES = [
    ("san-giuliano-milanese-2025-2027", "piano"),
    ("san-giuliano-milanese-2025-2027", "fondi"),
    ("lodi-2025-2027", "piano"),
    ("lodi-2006-2008", "piano"),
    ("lodi-2021-2023", "piano"),
    ("san-giuliano-milanese-2021-2023", "piano"),
    ("minimo", "piano"),
    ("minimo", "esiti"),
    ("minimo", "schede"),
    ("minimo", "fondi"),
]

PAIRS = [
    ("lodi-2006-2008", "lodi-2021-2023"),
    ("lodi-2021-2023", "lodi-2025-2027"),
    ("san-giuliano-milanese-2021-2023", "san-giuliano-milanese-2025-2027"),
]


@pytest.mark.parametrize(("esempio", "documento"), CASES)
def test_printed_text_is_the_reviewed_one(esempio: str, documento: str) -> None:
    checked = check_plan(ROOT / "esempi" / esempio)
    data, _ = render(checked, find_writer(".md"), RenderOptions(document=documento))
    path = GOLDEN / esempio / f"{documento}.md"
    if os.environ.get("PDZ_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert data.decode() == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_comparison_of_real_plans_is_the_reviewed_one(old: str, new: str) -> None:
    confronto = compare_plans(*(str(ROOT / "esempi" / name) for name in (old, new)))
    data = print_quadro(confronto, find_writer(".md"), QuadroOptions()).data
    path = GOLDEN / new / f"raffronto-{old[-9:]}.md"
    if os.environ.get("PDZ_GOLDEN"):
        path.write_bytes(data)
    assert data.decode() == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("esempio", sorted(path.name for path in (ROOT / "esempi").iterdir()))
def test_examples_have_no_finding(esempio: str) -> None:
    assert check_plan(ROOT / "esempi" / esempio).findings == ()


TOTALS = {
    "totali.pnrr.ammesso": "2157200.00",
    "totali.progetti": "3359447.95",
    "totali.progetti.capofila": "2672364.00",
    "totali.progetti.partner": "687083.95",
    "totali.fondi_strutturali": "3703379.74",
    "totali.fondi_progetti": "1182449.82",
}


@pytest.mark.parametrize(("name", "amount"), TOTALS.items())
def test_totals_that_are_right_and_must_stay_so(name: str, amount: str) -> None:
    quadro = check_plan(ROOT / "esempi" / "san-giuliano-milanese-2025-2027").quadro
    assert quadro is not None
    assert str(quadro.citabili[name].valore) == amount
