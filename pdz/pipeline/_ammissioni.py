# SPDX-License-Identifier: EUPL-1.2
"""Takes from the findings those that the plan admits in place, and says which admissions do not hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pdz.findings import Finding, Severity, did_you_mean, shorten
from pdz.rules import RULES, Selezione, code_of
from pdz.source import Ammissione, Source, find_ammissioni

_FORM = "scrivi, per esempio: pdz: ammesso F002 perché il residuo comprende gli anni passati"


@dataclass(frozen=True, slots=True)
class Ammesso:
    """A finding that the plan admits."""

    finding: Finding
    reason: str
    ammissione: Ammissione


def admit(
    source: Source, findings: Sequence[Finding], selezione: Selezione | None
) -> tuple[tuple[Finding, ...], tuple[Ammesso, ...]]:
    """The findings that stay, with those about the admissions themselves; the findings that the plan admits.

    `selezione` are the rules that ran; None when not all of them could, so that no admission can be called useless.
    """
    kept, admitted = list(findings), list[Ammesso]()
    codes = {code_of(name) for name in RULES.names()}
    for ammissione in find_ammissioni(source):
        faults = tuple(_check(ammissione, codes))
        kept += faults
        for code in ammissione.codes if ammissione.reason else ():
            covered = [f for f in kept if f.code == code and code in codes and ammissione.covers(f.location)]
            admitted += (Ammesso(finding, ammissione.reason, ammissione) for finding in covered)
            kept = [finding for finding in kept if finding not in covered]
            known = code in codes and selezione is not None and selezione.wants(code)
            if known and not any(a.ammissione == ammissione and a.finding.code == code for a in admitted):
                kept.append(_unused(ammissione, code))
    return tuple(kept), tuple(admitted)


def _check(ammissione: Ammissione, codes: set[str]) -> Iterator[Finding]:
    """What is wrong with an admission as it is written."""
    if ammissione.instead:
        hint = f"scrivi: {shorten(ammissione.instead, 100)}"
        yield _fault(ammissione, "dopo «pdz» mancano i due punti: il commento non ammette niente", hint)
    elif not ammissione.codes:
        yield _fault(ammissione, "il commento «pdz:» non si capisce", _FORM)
    elif not ammissione.reason:
        listed = ", ".join(ammissione.codes)
        yield _fault(ammissione, f"manca il motivo per cui si ammette {listed}", _FORM)
    for code in ammissione.codes:
        if code[0] in "YM":
            message = f"{code} riguarda la forma del file: non si può ammettere"
            yield _fault(ammissione, message, "correggi il file, e togli il commento")
        elif code not in codes:
            hint = did_you_mean(code, codes) or "i codici li elenca: pdz rules"
            yield _fault(ammissione, f"nessuna regola ha il codice «{code}»", hint)


def _fault(ammissione: Ammissione, message: str, hint: str) -> Finding:
    return Finding("Y010", Severity.ERROR, ammissione.location, message, hint)


def _unused(ammissione: Ammissione, code: str) -> Finding:
    message = f"qui non c'è nessun {code} da ammettere"
    return Finding(
        "Y011", Severity.WARNING, ammissione.location, message, "togli il commento, o spostalo sulla riga giusta"
    )
