# SPDX-License-Identifier: EUPL-1.2
"""One tree feeds every format: the figures of the real plans are the same in all of them."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from pdz.pipeline.check import check_plan
from pdz.pipeline.render import RenderOptions, find_writer, render

from . import _cifre

ESEMPI = Path(__file__).parents[2] / "esempi"
PLANS = ["lodi-2025-2027", "san-giuliano-milanese-2025-2027"]
NOTE = re.compile(r"(\d+),\[\^(\d+)\]")
READERS: dict[str, Callable[[bytes], set[Decimal]]] = {
    ".docx": _cifre.word,
    ".html": _cifre.web,
    ".xlsx": _cifre.workbook,
}


@pytest.fixture(scope="module", params=PLANS)
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    checked = check_plan(ESEMPI / request.param)
    names = (".md", ".pdf", *READERS)
    return {name: render(checked, find_writer(name), RenderOptions())[0] for name in names}


@pytest.mark.parametrize("name", READERS)
def test_the_figures_are_those_of_the_reviewed_text(files: dict[str, bytes], name: str) -> None:
    expected, found = _cifre.markdown(files[".md"]), READERS[name](files[name])
    assert len(expected) > 100
    assert (sorted(expected - found), sorted(found - expected)) == ([], [])


def test_the_pages_of_the_pdf_have_them_all_and_no_other(files: dict[str, bytes]) -> None:
    expected = _cifre.markdown(files[".md"])
    found, pages = _cifre.pdf(files[".pdf"])
    axes = _cifre.drawn(files[".html"])
    # on a page the number of a note follows «81,» as its decimals would
    glued = {_cifre.value(f"{whole},{note}") for whole, note in NOTE.findall(files[".md"].decode())}
    rest = {number for number in found - expected - axes - glued if number not in range(1, pages + 1)}
    assert (sorted(expected - found), sorted(rest)) == ([], [])
