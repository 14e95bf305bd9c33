# SPDX-License-Identifier: EUPL-1.2
"""Un testo lungo del piano nuovo è copiato parola per parola da quello di prima.

Che cosa controlla:
    Un capoverso di almeno 40 parole di un capitolo, di un'area, di un obiettivo o di una scheda non è uguale a uno del
    piano di prima, quali che siano maiuscole, punteggiatura e segni Markdown. Non si guardano titoli e nomi, le
    citazioni (tra virgolette o con «>»), le tabelle, i capoversi che citano dati con {{ }}, né gli esiti, che di prima
    devono parlare. Vale fra un triennio e il successivo.

Perché:
    Un'analisi dei bisogni identica a quella di tre anni fa non è un'analisi: chi la legge pensa che nessuno abbia
    guardato di nuovo.

Segnala:
    prima:
      testi:
        - sezione: bisogni
          testo: >-
            Nel territorio aumentano le famiglie che non arrivano alla fine del mese, gli anziani soli che chiedono un
            aiuto in casa e i ragazzi che lasciano la scuola prima del diploma; i servizi faticano a incontrarli in
            tempo, perché gli sportelli sono pochi e lontani dai paesi più piccoli.
    dopo:
      testi:
        - sezione: bisogni
          testo: >-  # C016
            Nel territorio aumentano le famiglie che non arrivano alla fine del mese, gli anziani soli che chiedono un
            aiuto in casa e i ragazzi che lasciano la scuola prima del diploma; i servizi faticano a incontrarli in
            tempo, perché gli sportelli sono pochi e lontani dai paesi più piccoli.

Accetta:
    prima:
      testi:
        - sezione: bisogni
          testo: >-
            Nel territorio aumentano le famiglie che non arrivano alla fine del mese, gli anziani soli che chiedono un
            aiuto in casa e i ragazzi che lasciano la scuola prima del diploma; i servizi faticano a incontrarli in
            tempo, perché gli sportelli sono pochi e lontani dai paesi più piccoli.
    dopo:
      testi:
        - sezione: bisogni
          testo: >-
            Come tre anni fa aumentano le famiglie che non arrivano alla fine del mese; gli anziani soli che chiedono un
            aiuto in casa sono invece seguiti meglio, grazie ai tre sportelli aperti nei paesi più piccoli.

Specchio:
    Non ce l'ha: un testo scritto di nuovo è quel che ci si aspetta da un piano nuovo.

Rimedio:
    Riscrivi il capoverso con quel che è cambiato, o di' che la situazione è la stessa e da quali dati si vede.

Riferimenti:
    Errori dei piani pubblicati: un testo copiato da un'altra parte.
"""

import re
from collections.abc import Iterator
from typing import Any

from pdz.calc.nomi import fold
from pdz.compare import Raffronto, name_at
from pdz.compare.judgements import Remark
from pdz.findings import Path, Severity, shorten
from pdz.model import Piano
from pdz.model._tipi import Parte

SEVERITY = Severity.WARNING
VERSIONS = False
_LEAST = 40
"""Words: longer than any official label and than the titles of the published plans."""

_PARTS = ("testi", "aree", "obiettivi", "schede", "schede_integrazione")
_NAMES = {"titolo", "sottotitolo", "nome"}
_PARAGRAPH = re.compile(r"\n\s*\n")
_WORD = re.compile(r"[^\W_]+")
_QUOTED = (">", "«", '"', "“", "|")


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Texts of the new plan with a paragraph of the old one, one remark for each text."""
    prima, dopo = raffronto.prima.piano, raffronto.dopo.piano
    known: dict[str, Path] = {}
    for path, paragraph in _iter_paragraphs(prima):
        known.setdefault(_normalize(paragraph), path)
    told: set[Path] = set()
    for path, paragraph in _iter_paragraphs(dopo):
        words = _normalize(paragraph)
        if words in known and path not in told:
            told.add(path)
            name, count = name_at(dopo, path[:2]), words.count(" ") + 1
            name = f"testo {name}" if path[0] == "testi" else name
            yield Remark(
                f"{name}: ripete parola per parola un capoverso di {count} parole del piano {prima.triennio}, "
                f"«{shorten(paragraph)}»",
                known[words],
                path,
                "riscrivi il capoverso con quel che è cambiato",
            )


def _normalize(paragraph: str) -> str:
    return " ".join(_WORD.findall(fold(paragraph)))


def _iter_paragraphs(piano: Piano) -> Iterator[tuple[Path, str]]:
    """The paragraphs long enough to be somebody's work, with the path of their text."""
    for key in _PARTS:
        for path, text in _iter_texts(getattr(piano, key), (key,)):
            for paragraph in _PARAGRAPH.split(text):
                plain = paragraph.strip()
                if "{{" not in plain and not plain.startswith(_QUOTED) and len(_WORD.findall(plain)) >= _LEAST:
                    yield path, plain


def _iter_texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if len(value) > 2 * _LEAST and path[-1] not in _NAMES:
            yield path, value
    elif isinstance(value, Parte):
        for name in type(value).model_fields:
            if (inner := getattr(value, name)) is not None:
                yield from _iter_texts(inner, (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _iter_texts(item, (*path, index))
