# SPDX-License-Identifier: EUPL-1.2
"""What stops pdz: errors of the person at the keyboard, one sentence and a hint each."""

import errno


class PdzError(Exception):
    """The command cannot answer; the message says why, the hint how to mend it (exit code 2)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnknownName(PdzError):
    """A name of a plugin, profile or thing that does not exist."""


_REASONS = {
    errno.ENOENT: "non esiste",
    errno.ENOSPC: "il disco è pieno",
    errno.EDQUOT: "lo spazio assegnato è finito",
    errno.EACCES: "mancano i permessi",
    errno.EPERM: "mancano i permessi",
    errno.EROFS: "il disco è in sola lettura",
    errno.EBUSY: "il file è aperto in un altro programma",
    errno.EFBIG: "il file sarebbe troppo grande",
    errno.EIO: "il disco non risponde",
    errno.ENAMETOOLONG: "il nome è troppo lungo",
    errno.ELOOP: "il collegamento gira in tondo",
    errno.ENOTDIR: "una parte del percorso non è una cartella",
    errno.EISDIR: "è una cartella",
    errno.EEXIST: "esiste già",
    errno.EMFILE: "ci sono troppi file aperti",
}


def explain_os_error(error: OSError) -> str:
    """Why the system refused, in Italian for what happens to people."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
