# SPDX-License-Identifier: EUPL-1.2
"""The sheets of data of a workbook: plan and results as rows of typed values, with live formulas.

Only the writer of workbooks asks for them; the other formats never pay for them.
"""

from collections.abc import Callable, Iterator

from pdz.doctree import Sheet
from pdz.documents._fogli._esiti import gradi
from pdz.documents._fogli._fondi import annualita, fondi, pnrr, progetti
from pdz.documents._fogli._indicatori import indicatori, serie
from pdz.documents._fogli._obiettivi import azioni, obiettivi
from pdz.documents._fogli._offerta import unita_offerta
from pdz.documents._fogli._righe import Scope
from pdz.documents._fogli._schede import risorse, schede, schede_integrazione
from pdz.documents._fogli._segnalazioni import segnalazioni
from pdz.documents._fogli._totali import totali
from pdz.documents._maker import Maker

_SCOPED: dict[str, Callable[[Maker, Scope], Sheet]] = {"azioni": azioni, "indicatori": indicatori, "serie": serie}
"""Sheets of things that stand in more than one part of the plan."""

_SHEETS: dict[str, Callable[[Maker], Sheet]] = {
    "obiettivi": obiettivi,
    "gradi": gradi,
    "fondi": fondi,
    "annualita": annualita,
    "totali": totali,
    "progetti": progetti,
    "pnrr": pnrr,
    "schede": schede,
    "risorse": risorse,
    "schede_integrazione": schede_integrazione,
    "unita_offerta": unita_offerta,
    "segnalazioni": segnalazioni,
}

_MONEY = ("fondi", "annualita", "totali", "progetti", "pnrr")
_FORMS = ("schede", "risorse", "schede_integrazione")
_PAST: Scope = frozenset({"esiti", "progetti_premiali", "monitoraggi"})
_AHEAD: Scope = frozenset({"schede", "schede_integrazione"})
_BY_KIND: dict[str, tuple[tuple[str, ...], Scope]] = {
    "piano": (
        ("obiettivi", *_SCOPED, "gradi", *_MONEY, *_FORMS, "unita_offerta", "segnalazioni"),
        _PAST | _AHEAD,
    ),
    "esiti": (("gradi", *_SCOPED, "segnalazioni"), _PAST),
    "schede": ((*_FORMS, *_SCOPED, "segnalazioni"), _AHEAD),
    "scheda": (_FORMS, _AHEAD),
    "fondi": ((*_MONEY, "segnalazioni"), frozenset()),
}
"""The sheets of each kind of document, in order, and the parts of the plan where they look."""


def make_sheets(maker: Maker, kind: str) -> tuple[Sheet, ...]:
    """The sheets of a kind of document that have something to say, when the request asks for sheets at all."""
    return tuple(_make(maker, *_BY_KIND[kind])) if maker.request.sheets else ()


def _make(maker: Maker, wanted: tuple[str, ...], scope: Scope) -> Iterator[Sheet]:
    for name in wanted:
        sheet = _SCOPED[name](maker, scope) if name in _SCOPED else _SHEETS[name](maker)
        if sheet.rows:
            yield sheet
