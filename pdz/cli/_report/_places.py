# SPDX-License-Identifier: EUPL-1.2
"""How every format names a place of a plan, and by which mark it knows a finding again after the lines moved."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pdz.findings import Finding, Location
from pdz.source import Source


def file_of(location: Location, base: str) -> str:
    """The path of the file, from the folder in which the command runs; `base` is the folder of the plan."""
    return (Path(base) / location.file).as_posix() if base else location.file


def place_of(location: Location, base: str) -> str:
    """«piano/esiti.yaml:42:13»."""
    return f"{file_of(location, base)}:{location.line}:{location.column}"


def fingerprints(source: Source, findings: Iterable[Finding]) -> Iterator[str]:
    """A mark for each finding that stays the same while other lines of the plan come and go.

    It is made of the code, the address in the plan, the words at the place, and the number of equal ones before it.
    """
    seen = Counter[tuple[str, ...]]()
    for finding in findings:
        place, file = finding.location, source.files.get(finding.location.file)
        words = file.line(place.line)[place.column - 1 : place.end_column - 1] if file is not None else ""
        key = (finding.code, finding.address or place.file, words)
        seen[key] += 1
        yield hashlib.sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()[:32]
