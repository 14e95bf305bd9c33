# SPDX-License-Identifier: EUPL-1.2
"""The documentation of every code, read from the files without running them: `pdz rules` is instant."""

import ast
import inspect
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pdz.errors import UnknownName
from pdz.findings import Severity, did_you_mean
from pdz.plugins import Plugins

FAMILIES = {
    "Y": "lettura dei file",
    "M": "forma del piano",
    "R": "riferimenti",
    "G": "gradi e indicatori",
    "F": "fondi",
    "D": "dati di contesto",
    "L": "linee di indirizzo",
    "T": "testi e tempi",
    "P": "riservatezza",
    "C": "giudizi sul raffronto di due piani",
}
"""What each letter stands for, in the order in which a plan is checked; then what is judged of two plans."""

_PACKAGE = Path(__file__).parent.parent
_HEADING = re.compile(r"^(\w[\w ]*):$", re.MULTILINE)
_SEVERITY = re.compile(r"^SEVERITY = Severity\.(\w+)$", re.MULTILINE)
_WARNINGS_OF_READING = {"Y011", "Y012"}
_EXAMPLES = {"Segnala", "Accetta"}


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """What is written about a code."""

    code: str
    name: str
    """The defect in one word, as files are named: `totale_diverso_dalle_parti`."""
    severity: Severity
    title: str
    """The first sentence."""
    text: str
    """The whole documentation."""
    sections: Mapping[str, str]
    """The text under each heading; empty for the codes of the reading."""

    @property
    def family(self) -> str:
        """«fondi»."""
        return FAMILIES[self.code[0]]

    @property
    def markdown(self) -> str:
        """The documentation with headings and examples as Markdown writes them."""
        if not self.sections:
            return self.text
        parts = [f"**{self.title}**"]
        for heading, text in self.sections.items():
            parts += [f"### {heading}", f"```yaml\n{text}\n```" if heading in _EXAMPLES else text]
        return "\n\n".join(parts)


@cache
def load_catalogue() -> Mapping[str, RuleDoc]:
    """Every code, by family in the order of `FAMILIES`."""
    found = {doc.code: doc for doc in (*_read_codes("source"), *_read_codes("structure"), *_read_plugins())}
    order = list(FAMILIES)
    return dict(sorted(found.items(), key=lambda item: (order.index(item[0][0]), item[0])))


def find_rule(code: str) -> RuleDoc:
    """The documentation of a code, in capitals or not; raises UnknownName with the nearest."""
    catalogue = load_catalogue()
    wanted = code.upper()
    if wanted not in catalogue:
        hint = suggest_code(code) or "i codici li elenca: pdz rules"
        raise UnknownName(f"nessun controllo ha il codice «{code}»", hint)
    return catalogue[wanted]


def suggest_code(code: str) -> str:
    """«forse intendevi «R002»?», of the same family when there is one; empty for what does not look like a code."""
    if not re.fullmatch(r"[A-Za-z]\d+", code):
        return ""
    catalogue = load_catalogue()
    padded = f"{code[0].upper()}{int(code[1:]):03d}"
    if padded in catalogue:
        return f"forse intendevi «{padded}»?"
    family = [known for known in catalogue if known[0] == code[0].upper()]
    return did_you_mean(code.upper(), family or catalogue)


def _read_plugins() -> tuple[RuleDoc, ...]:
    """The rules and the judgements: a file each, written alike."""
    packages = Plugins("pdz.rules", "la regola"), Plugins("pdz.compare.judgements", "il giudizio")
    return tuple(_read_rule(plugins.package, name) for plugins in packages for name in plugins.names())


def _read_rule(package: str, name: str) -> RuleDoc:
    written = _PACKAGE.joinpath(*package.split(".")[1:], f"{name}.py").read_text(encoding="utf-8")
    text = inspect.cleandoc(written.partition('"""')[2].partition('"""')[0])
    code, _, defect = name.partition("_")
    match = _SEVERITY.search(written)
    severity = Severity[match[1]] if match else Severity.ERROR
    parts = _HEADING.split(text)
    sections = dict(zip(parts[1::2], (textwrap.dedent(part.strip("\n")).rstrip() for part in parts[2::2]), strict=True))
    return RuleDoc(code.upper(), defect, severity, text.partition("\n")[0], text, sections)


def _read_codes(room: str) -> tuple[RuleDoc, ...]:
    """The codes of the reading and of the shape stand in a dictionary."""
    tree = ast.parse((_PACKAGE / room / "_codes.py").read_text(encoding="utf-8"))
    codes: dict[str, str] = next(ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign))
    return tuple(
        RuleDoc(
            code,
            "_".join(re.findall(r"\w+", text.partition("\n")[0].lower())),
            Severity.WARNING if code in _WARNINGS_OF_READING else Severity.ERROR,
            text.partition("\n")[0],
            text,
            {},
        )
        for code, text in codes.items()
    )
