# SPDX-License-Identifier: EUPL-1.2
"""The published plans: how they are put together, checked, judged and counted in LEGGIMI.md."""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from pdz.findings import Finding
from pdz.pipeline.check import check_plan

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FOLDERS = tuple(sorted(path.parent.name for path in HERE.glob("*/attesi.yaml")))
OURS = ("base.txt", "attesi.yaml", "errori.yaml")
"""Files of a folder that are not of its plan."""

VERO, FALSO, DUBBIO, DA_GIUDICARE = "vero", "falso allarme", "da guardare", "da giudicare"
FAMIGLIE = {
    "R": "riferimenti e sigle",
    "G": "gradi e indicatori",
    "F": "fondi",
    "D": "dati di contesto",
    "L": "linee guida",
    "T": "testo e tempi",
    "P": "riservatezza",
}


@dataclass(frozen=True)
class Atteso:
    """A finding that is expected, and what a person who has read the source says of it."""

    dove: str
    codice: str
    messaggio: str
    giudizio: str
    fonte: str = ""
    errore: tuple[int, ...] = ()

    @property
    def finding(self) -> tuple[str, str, str]:
        """What pdz says, without the judgement."""
        return self.dove, self.codice, self.messaggio


@dataclass(frozen=True)
class Errore:
    """An error that a source prints."""

    numero: int
    fonte: str
    stampato: str
    errore: str
    famiglia: str
    certo: bool
    non_segnalato: str = ""
    """Why no rule tells it; empty when one does."""


def _read(path: Path) -> Any:
    """YAML of which every scalar stays the text it is."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) if path.exists() else None


def read_attesi(name: str) -> list[Atteso]:
    """The judged findings of a folder; `errore` is one number of its errori.yaml, or a list."""
    return [Atteso(**{**entry, "errore": _numbers(entry.get("errore", []))}) for entry in _read(_attesi(name)) or []]


def _attesi(name: str) -> Path:
    return HERE / name / "attesi.yaml"


def _numbers(value: str | list[str]) -> tuple[int, ...]:
    return tuple(int(number) for number in ([value] if isinstance(value, str) else value))


def read_errori(name: str) -> dict[int, Errore]:
    """The errors that the source of a folder prints, by number; empty when the folder does not list them."""
    entries = (_read(HERE / name / "errori.yaml") or {}).get("errori", [])
    errori = [Errore(**{**e, "numero": int(e["numero"]), "certo": e["certo"] == "sì"}) for e in entries]
    assert [errore.numero for errore in errori] == list(range(1, len(errori) + 1)), "numeri in ordine, senza salti"
    return {errore.numero: errore for errore in errori}


def find(name: str, folder: Path) -> list[tuple[str, str, str]]:
    """Place, code, message of what pdz says of a plan that is put together in `folder`, admitted or not."""
    base = HERE / name / "base.txt"
    if base.exists():
        shutil.copytree(ROOT / base.read_text(encoding="utf-8").strip(), folder, dirs_exist_ok=True)
    shutil.copytree(HERE / name, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OURS))
    checked = check_plan(folder)
    assert checked.piano is not None, "il piano non si legge: " + "; ".join(f.message for f in checked.findings[:3])
    ours = (finding for finding in checked.findings if finding.code != "Y012")  # the base may hold more files
    findings = [*ours, *(ammesso.finding for ammesso in checked.ammessi)]
    order = {file: index for index, file in enumerate(checked.source.files)}
    return [_said(finding) for finding in sorted(findings, key=lambda f: (order.get(f.location.file, 0), _place(f)))]


def _place(finding: Finding) -> tuple[int, int, str, str]:
    return finding.location.line, finding.location.column, finding.code, finding.message


def _said(finding: Finding) -> tuple[str, str, str]:
    place = finding.location
    return f"{place.file}:{place.line}:{place.column}", finding.code, finding.message


def write_attesi(name: str, found: list[tuple[str, str, str]]) -> None:
    """Writes the expected findings anew: judgements are kept, also when a line has moved; new ones are to be judged."""
    old = read_attesi(name)
    exact = {atteso.finding: atteso for atteso in old}
    moved = {(a.dove.split(":")[0], a.codice, a.messaggio): a for a in old}
    errori = read_errori(name)
    entries = []
    for dove, codice, messaggio in found:
        known = exact.get((dove, codice, messaggio)) or moved.get((dove.split(":")[0], codice, messaggio))
        entry: dict[str, Any] = {"dove": dove, "codice": codice, "messaggio": messaggio}
        entry["giudizio"] = known.giudizio if known else DA_GIUDICARE
        numbers = known.errore if known else ()
        fonte = (known.fonte if known else "") or "; ".join(_cite(errori[n]) for n in numbers if n in errori)
        entry |= {"fonte": fonte} if fonte else {}
        entry |= {"errore": numbers[0] if len(numbers) == 1 else list(numbers)} if numbers else {}
        entries.append(entry)
    text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=10_000)
    _attesi(name).write_text(f"# SPDX-License-Identifier: EUPL-1.2\n{text}", encoding="utf-8")


def _cite(errore: Errore) -> str:
    return f"{errore.fonte}: {errore.stampato}"


def find_caught(name: str) -> set[tuple[str, int | str]]:
    """The different true errors of a folder that pdz tells: by number, or by source where they have none."""
    true = [atteso for atteso in read_attesi(name) if atteso.giudizio == VERO]
    return {(name, number) for atteso in true for number in atteso.errore or (atteso.fonte,)}


# ---------------------------------------------------------------- LEGGIMI.md

_OPENING = """<!-- Scritto da tests/pubblicati/test_pubblicati.py: non correggerlo a mano. -->
# I piani come sono pubblicati

Gli esempi di `esempi/` sono piani veri, corretti dove la fonte sbaglia. Qui ci sono gli stessi piani con i loro
errori: servono a vedere quali errori veri trova `pdz validate`, e quanti allarmi dà a torto. Nomi, cifre e parole
sbagliate sono quelli della fonte; le frasi sono scritte di nuovo.

- Una cartella con `base.txt` contiene soltanto i file che cambiano: il resto viene dall'esempio che `base.txt`
  nomina. Le altre sono piani interi.
- `errori.yaml` elenca gli errori che la fonte stampa, con la riga e le parole: sono cercati nella fonte, riga per
  riga, non fra le segnalazioni. Un errore è *certo* quando basta la fonte a dimostrarlo.
- `attesi.yaml` elenca tutto quel che `pdz validate` segnala, anche ciò che il piano ammette, con il giudizio dato
  rileggendo la fonte: *vero*, *falso allarme*, *da guardare* (può essere giusto così: decide chi scrive il piano).
  È un falso allarme anche quel che nasce dalla cartella e non dal piano: di Lodi 2025-2027 è diffuso soltanto il
  capitolo 1, e L010 trova vuoti tutti gli altri.

Le fonti hanno un numero: 000 Lodi, presentazione del 6 giugno 2024; 002 Lodi 2025-2027, Premessa e capitolo 1; 003
Lodi e Casalpusterlengo 2006-2008; 004 San Giuliano Milanese 2025-2027. «r. 451» è la riga del testo estratto dal PDF.

"""


def make_leggimi() -> str:
    """What these folders are, and how well the rules do on them."""
    return _OPENING + "\n".join((*_by_folder(), *_by_family(), *_not_told())) + "\n"


def _by_folder() -> Iterator[str]:
    yield "## Piano per piano"
    yield ""
    yield "| piano | errori certi nella fonte | di cui segnalati | segnalazioni vere | falsi allarmi | da guardare |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name in FOLDERS:
        counts = Counter(atteso.giudizio for atteso in read_attesi(name))
        errori = read_errori(name)
        sure = {(name, number) for number, errore in errori.items() if errore.certo}
        known = (str(len(sure)), str(len(sure & find_caught(name)))) if errori else ("—", str(len(find_caught(name))))
        yield f"| {name} | {' | '.join(known)} | {counts[VERO]} | {counts[FALSO]} | {counts[DUBBIO]} |"
    total = sum(len(find_caught(name)) for name in FOLDERS)
    yield ""
    yield f"Gli errori veri e diversi che `pdz validate` segnala sono in tutto **{total}**, con quelli non certi."
    yield ""


def _by_family() -> Iterator[str]:
    yield "## Famiglia per famiglia"
    yield ""
    yield "| famiglia di regole | errori diversi segnalati | segnalazioni vere | falsi allarmi | da guardare |"
    yield "|---|--:|--:|--:|--:|"
    attesi = [(name, atteso) for name in FOLDERS for atteso in read_attesi(name)]
    for letter, title in FAMIGLIE.items():
        own = [(name, atteso) for name, atteso in attesi if atteso.codice.startswith(letter)]
        counts = Counter(atteso.giudizio for _, atteso in own)
        caught = {(name, n) for name, a in own if a.giudizio == VERO for n in a.errore or (a.fonte,)}
        yield f"| {letter} {title} | {len(caught)} | {counts[VERO]} | {counts[FALSO]} | {counts[DUBBIO]} |"
    yield ""


def _not_told() -> Iterator[str]:
    yield "## Errori certi che nessuna regola segnala"
    for name in FOLDERS:
        caught = {number for _, number in find_caught(name)}
        left = [errore for errore in read_errori(name).values() if errore.certo and errore.numero not in caught]
        if not left:
            continue
        yield ""
        yield f"### {name}"
        yield ""
        yield "| n. | fonte | errore | perché non è segnalato |"
        yield "|--:|---|---|---|"
        for errore in left:
            yield f"| {errore.numero} | {errore.fonte} | {errore.errore} | {errore.non_segnalato or 'da dire'} |"
