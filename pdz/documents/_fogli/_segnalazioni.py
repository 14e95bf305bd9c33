# SPDX-License-Identifier: EUPL-1.2
"""Sheet of what the rules say of the plan: the findings, then those that the plan admits with their reasons."""

from pdz.doctree import Sheet
from pdz.documents._fogli._righe import Cells, build_sheet, number, spec_of
from pdz.documents._maker import Maker
from pdz.findings import Finding, Severity


def segnalazioni(maker: Maker) -> Sheet:
    """The findings; a plan without any says so, because an absent sheet would say nothing."""
    rows = [_row(finding) for finding in maker.request.findings]
    rows += [_row(finding, reason) for finding, reason in maker.request.admitted]
    specs = [
        spec_of("codice"),
        spec_of("gravita", allowed=tuple(level.value for level in Severity)),
        spec_of("file"),
        spec_of("riga", "numero"),
        spec_of("colonna", "numero"),
        spec_of("indirizzo"),
        spec_of("segnalazione"),
        spec_of("aiuto"),
        spec_of("ammessa"),
    ]
    return build_sheet(maker, "segnalazioni", specs, rows or [{"segnalazione": maker.label("nessuna_segnalazione")}])


def _row(finding: Finding, reason: str = "") -> Cells:
    return {
        "codice": finding.code,
        "gravita": finding.severity.value,
        "file": finding.location.file,
        "riga": number(finding.location.line),
        "colonna": number(finding.location.column),
        "indirizzo": finding.address,
        "segnalazione": finding.message,
        "aiuto": finding.hint,
        "ammessa": reason,
    }
