# SPDX-License-Identifier: EUPL-1.2
"""Only the schede: obiettivo and integrazione, all or one."""

from pdz.doctree import Document, Heading
from pdz.documents import Request
from pdz.documents._contesto import make_maker
from pdz.documents._cover import make_document
from pdz.documents._fogli import make_sheets
from pdz.documents._integrazione import check_scheda, integration_schede, schede
from pdz.documents._maker import Flow
from pdz.errors import PdzError

LABEL = "le schede (tutte, o una con --scheda)"


def build(request: Request) -> Document:
    """The forms of annexes 1 and 4."""
    maker, flow = make_maker(request), Flow()
    if not (maker.piano.schede or maker.piano.schede_integrazione):
        raise PdzError("nel piano non ci sono schede", "scrivile sotto «schede» o «schede_integrazione»")
    check_scheda(maker, request.scheda)
    title = maker.label("titolo_schede", **maker.titles)
    for name, part in (("schede", schede), ("schede_integrazione", integration_schede)):
        found = maker.piano.schede if name == "schede" else maker.piano.schede_integrazione
        if any(request.scheda in (None, scheda.id) for scheda in found):
            flow.new_page()
            flow.add([Heading(1, maker.label(f"sezione_{name}"), name, ""), *part(maker, request.scheda)])
    alone = request.scheda is not None
    sheets = make_sheets(maker, "scheda" if alone else "schede")
    return make_document(maker, title, maker.piano.ambito.nome, flow.finish(), not alone, sheets)
