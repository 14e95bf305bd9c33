# SPDX-License-Identifier: EUPL-1.2
"""Only the funds: annex 2 with its totals."""

from pdz.doctree import Document, Heading
from pdz.documents import Request
from pdz.documents._contesto import make_maker
from pdz.documents._cover import make_document
from pdz.documents._fogli import make_sheets
from pdz.documents._fondi import funds
from pdz.documents._maker import Flow
from pdz.errors import PdzError

LABEL = "i fondi, con i totali"


def build(request: Request) -> Document:
    """The tables of money, as the budget office reads them."""
    maker, flow = make_maker(request), Flow()
    if not (maker.piano.fondi or maker.piano.finanziamenti or maker.piano.pnrr or maker.piano.progetti):
        raise PdzError("nel piano non ci sono fondi", "scrivili sotto «fondi», «finanziamenti», «pnrr» o «progetti»")
    title = maker.label("titolo_fondi", **maker.titles)
    flow.add([Heading(1, title, "fondi", ""), *funds(maker)])
    return make_document(maker, title, maker.piano.ambito.nome, flow.finish(), sheets=make_sheets(maker, "fondi"))
