# SPDX-License-Identifier: EUPL-1.2
"""Only chapter 1: the outcomes of the past triennium."""

from pdz.doctree import Document, Heading
from pdz.documents import Request
from pdz.documents._contesto import make_maker
from pdz.documents._cover import make_document
from pdz.documents._esiti import outcomes
from pdz.documents._fogli import make_sheets
from pdz.documents._maker import Flow
from pdz.documents._sistema import bonus_projects, system_outcomes

LABEL = "gli esiti del triennio precedente"


def build(request: Request) -> Document:
    """The outcomes, as the Assemblea verifies them each year."""
    maker, flow = make_maker(request), Flow()
    title = maker.label("titolo_esiti", **maker.titles)
    parts = (
        ("esiti_sistema", system_outcomes),
        ("esiti_premialita", bonus_projects),
        ("esiti_tematici", outcomes),
    )
    flow.add([Heading(1, title, "esiti", "1")])
    for name, part in parts:
        pieces = list(part(maker))
        if pieces:
            flow.add([Heading(2, maker.label(f"sezione_{name}"), name), *pieces])
    return make_document(maker, title, maker.piano.ambito.nome, flow.finish(), sheets=make_sheets(maker, "esiti"))
