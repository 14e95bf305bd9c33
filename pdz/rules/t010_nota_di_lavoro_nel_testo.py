# SPDX-License-Identifier: EUPL-1.2
"""Una nota di lavoro è rimasta nel testo.

Che cosa controlla:
    I testi non contengono appunti di chi scrive: TODO, xxx, ???, (?), lorem ipsum, puntini o lineette da riempire,
    parentesi come [inserire …], (da completare) o (rilevarlo con …), frasi come «Eliminerei questa riga» o «riga da
    cancellare» o «NB: aggiornare…», il nome di un elenco al posto dell'elenco («9 Comuni: elenco Comuni»), numeri e
    date da riempire («Delibera n. … del …/…/2024»), «AGGIORNARE DATO», «Dato da verificare» come frase intera, gli
    errori che Word e Excel lasciano al posto di un rimando o di un calcolo («Errore. L'origine riferimento non è
    stata trovata», #DIV/0!). Non guarda i commenti <!-- … -->, che non si stampano.

Perché:
    Un appunto che arriva nel documento approvato mostra che nessuno lo ha riletto, e spesso che manca un dato.

Segnala:
    schede:
      - id: S1
        titolo: Home visiting
        modalita: Indicato già sopra. Eliminerei questa riga  # T010

Accetta:
    schede:
      - id: S1
        titolo: Home visiting
        modalita: Équipe mista di educatori e ostetriche, a casa delle famiglie.

Rimedio:
    Scrivi il dato che manca, oppure togli l'appunto; se serve ancora a chi lavora, mettilo in un commento <!-- … -->.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18: il Piano di Zona è un atto pubblico.
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity, shorten
from pdz.rules import Context, name_at
from pdz.rules._lettura import read_brani

SEVERITY = Severity.WARNING

_NEEDLES = (
    "?", "[", "_", "#", "…", "X", "..", "xxx", "TODO", "NB", "N.B", "ARE ", "VA ", "VANNO ", "orem ipsum", "rei ",
    "(da ", "ato da ", "ati da ", "esto da ", "da elimin", " cancell", " tolt", " riscritt", "rrore. ", ": elenco ",
    "(rileva", "(verifica",
)  # fmt: skip
"""What every note holds: one search each in the whole of the plan, so that they are few and short."""
_NOTE = re.compile(
    r"\b(?:TODO)\b"
    r"|\bx{3,}\b"
    r"|\?{2,}|\(\?\)"
    r"|\b[Ll]orem ipsum\b"
    r"|\bX{4,}\b|\b[Nn]\.\s?X{2,}(?=\s+(?!del|nel|dal|all)[a-zà-ù]{4})"
    r"|\b[Nn](?:\.|°)\s?(?:\.{3,}|…)(?=\s+(?:del|in data|di)\b|\s*[.;,)]|\s*\Z)|(?:\.{2,}|…)/(?:\.{2,}|…)(?:/[0-9]{4})?"
    r"|…{2,}|\.{5,}|(?<=\S )_{3,}|_{3,}(?= \S)"
    r"|\[(?:[Ii]nserire|INSERIRE|[Cc]ompletare|[Aa]ggiungere|[Vv]erificare|[Ii]ndicare|[Ss]pecificare|[Dd]escrivere"
    r"|[Dd]a (?:inserire|completare|verificare|definire|aggiornare|scrivere)|[Nn]ome|[Ii]mporto|[Dd]ata|\?+)\b"
    r"[^\]\n]{0,80}\](?![(:])"
    r"|\((?:[Dd]a|DA) (?:definire|completare|verificare|inserire|aggiornare|confermare|rivedere|controllare|scrivere"
    r"|DEFINIRE|COMPLETARE|VERIFICARE)[.!?]?\)"
    r"|\((?:rileva|verifica)rl[aeio]\b[^()\n]{0,60}\)"
    r"|\[(?:[Nn]ota|NOTA|N\.?B\.?)\s?:[^\]\n]{1,80}\](?![(:])"
    r"|\b(?:Dat[oi]|Testo|DAT[OI]|TESTO) (?:da|DA) (?:verificare|aggiornare|inserire|completare|confermare|rivedere"
    r"|VERIFICARE|AGGIORNARE|INSERIRE|COMPLETARE)(?: a cura d[^.\n]{1,40})?(?=\s*(?:[.!)\]\n]|\Z))"
    r"|\b(?:AGGIORNARE|INSERIRE|VERIFICARE|COMPLETARE|CONTROLLARE|RIVEDERE)"
    r" (?:DAT[OI]|TEST[OI]|TABELL[AE]|NUMER[OI]|IMPORT[OI]|CIFR[AE])\b(?! [A-ZÀ-Ý]{3})"
    r"|\b(?i:riga|frase|parte|paragrafo|capoverso|punto|testo)"
    r" (?:va|vanno|VA|VANNO) (?i:tolt|cancellat|riscritt)[oaieOAIE]\b"
    r"|\bN\.?B\.?:?\s(?:da )?(?:aggiornare|verificare|completare|inserire|controllare|rivedere|chiedere)\b[^.\n]{0,40}"
    r"|\b[^\W\d_]*(?:limin|ogli|ett|lasc|post|ggiung|nser|ntegr|iformul|ancell|orregg|efin|pecific)(?:erei|irei)\b[^.\n]{0,40}"
    r"|\b(?i:riga|frase|parte|sezione|paragrafo|tabella|capoverso|punto|testo) da (?:cancellare|eliminare)\b"
    r"|\b[Ee]rrore\. (?:L[’']origine riferimento|Il segnalibro)[^.\n]{0,40}"
    r"|\b(?P<thing>[^\W\d_]{4,20}): elenco (?:d[a-z']{1,4} ?)?(?P=thing)\b(?=[.;](?:\s|\Z)|\s*\Z)"
    r"|#(?:REF|RIF|DIV/0|VALORE|VALUE|N/D|N/A|NOME\?|NUM)!?",
)


def check(ctx: Context) -> Iterator[Problem]:
    """Notes of whoever wrote, left among the words for the reader."""
    for passage in read_brani(ctx.draft).holding(*_NEEDLES):
        match = _NOTE.search(passage.bare)
        if match is not None:
            what = (
                f"{name_at(ctx.piano, passage.path)}nel testo è rimasta una nota di lavoro, «{shorten(match[0], 40)}»"
            )
            hint = "scrivi quel che manca, o toglila; per tenerla fuori dal documento mettila in un commento <!-- … -->"
            yield Problem(passage.path, what, hint, span=(match.start(), len(match[0].rstrip())))
