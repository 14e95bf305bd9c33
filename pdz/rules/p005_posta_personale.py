# SPDX-License-Identifier: EUPL-1.2
"""Un testo riporta l'indirizzo di posta elettronica di un privato.

Che cosa controlla:
    Gli indirizzi presso un fornitore di caselle per privati (gmail, libero, hotmail, yahoo…) il cui nome non è quello
    di un ufficio o di un'associazione (info, segreteria, udp, coop, odv…). Gli indirizzi degli enti non contano,
    nemmeno quando hanno il nome di chi ci lavora.

Perché:
    Il Piano di Zona è pubblico e resta in rete: un indirizzo personale vi resta per anni, e chi l'ha dato non lo sa.

Segnala:
    progetti_premiali:
      - id: P1
        titolo: Abitare insieme
        testo: Per partecipare si scrive a anna.prova80@gmail.com.  # P005

Accetta:
    progetti_premiali:
      - id: P1
        titolo: Abitare insieme
        testo: Per partecipare si scrive a udp@comune.prova.mi.it.

Rimedio:
    Metti l'indirizzo dell'ufficio, oppure toglilo.

Riferimenti:
    Regolamento UE 2016/679 (GDPR), artt. 5 e 6; D.lgs. 33/2013, art. 7-bis (limiti della pubblicazione).
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._lettura import iter_matches

SEVERITY = Severity.WARNING

_LOCAL = re.compile(r"[\w.+-]+\Z")
_PRIVATE = re.compile(
    r"@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|libero|virgilio|tiscali|tiscalinet|alice|tin|icloud"
    r"|inwind|email|fastwebnet|iol|aol|me)\.(?:com|it|net)\b(?!\.\w)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"info|segret|uffic|udp|pdz|piano|ambito|comun|serviz|social|sportell|protocoll|direz|presid|coord|contatt|staff"
    r"|associa|coop|odv|aps|onlus|ets|comitat|parrocch|orator|centro|gruppo|progett|volont|caritas|avis|auser|acli|anffas"
    r"|scuol|asilo|nido|consult|casa|banca|rete|tavol|giovani|anzian|pens|cav|croce|polis|fondaz|amic|insieme",
    re.IGNORECASE,
)
"""What the name of a mailbox of an office or of an association holds."""


def check(ctx: Context) -> Iterator[Problem]:
    """Private mailboxes in the texts."""
    for passage, match in iter_matches(ctx.draft, _PRIVATE, ("@",)):
        local = _LOCAL.search(passage.bare, max(0, match.start() - 64), match.start())
        if local is not None and not _OFFICE.search(local[0]):
            message = f"{name_at(ctx.piano, passage.path)}il testo riporta un indirizzo di posta personale"
            hint = "metti l'indirizzo dell'ufficio, o toglilo: il piano è pubblico"
            yield Problem(passage.path, message, hint, span=(local.start(), match.end() - local.start()))
