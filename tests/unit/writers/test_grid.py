# SPDX-License-Identifier: EUPL-1.2
import pytest

from pdz.doctree import Paragraph, RichCell, Row
from pdz.writers._grid import Arranger, Slot


def test_merged_cells_leave_covered_places_below() -> None:
    arranger = Arranger(3)
    block = RichCell((Paragraph("L1"),), colspan=2, rowspan=3)
    assert arranger.arrange(Row((block, "a"))) == [Slot(0, 2, 3, block), Slot(2, 1, 1, "a")]
    assert arranger.arrange(Row(("b",))) == [Slot(0, 2, 2, covered=True), Slot(2, 1, 1, "b")]
    assert arranger.arrange(Row(())) == [Slot(0, 2, 1, covered=True), Slot(2, 1, 1, "")]
    assert not arranger.pending


def test_a_title_row_covers_the_table_and_a_short_row_is_filled() -> None:
    arranger = Arranger(3)
    assert arranger.arrange(Row(("Titolo",), "gruppo")) == [Slot(0, 3, 1, "Titolo")]
    assert arranger.arrange(Row(("a",))) == [Slot(0, 1, 1, "a"), Slot(1, 1, 1), Slot(2, 1, 1)]


def test_a_row_too_long_loses_nothing_in_silence() -> None:
    with pytest.raises(ValueError, match="more cells than the 1 columns"):
        Arranger(1).arrange(Row(("a", "b")))
