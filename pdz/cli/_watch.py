# SPDX-License-Identifier: EUPL-1.2
"""`pdz render --watch`: prints the plan again whenever one of its files changes.

The folder is looked at three times a second instead of asking the system for events: a plan has some thirty files, so a
look costs less than a millisecond, and the shared folders of an office, where plans stand, deliver no events.
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from pdz.cli import Stopped, explain_refusal, report_usage
from pdz.cli._print import Job, run_job
from pdz.errors import PdzError

Snapshot: TypeAlias = Mapping[str, tuple[int, int]]
"""Time of change (nanoseconds) and size of every file that matters, by path."""

SECONDS = 0.3
_ROUNDS = 20
"""How many looks in a row may find something new before pdz stops waiting for quiet."""
_SHOWN = 3
_OF_OTHERS = (".", "~", "#")
"""Names that begin so are hidden, or left by an editor while a file is open."""
_UNFINISHED = ("~", ".tmp")


def watch_job(job: Job) -> int:
    """Runs `job` now and at every change, until Ctrl-C: raises Stopped."""
    roots = [path for path in (job.plan, job.options.templates, job.options.style) if path is not None]
    spared = frozenset(os.path.normcase(os.path.realpath(output.path)) for output in job.outputs)
    changes = iter_changes(lambda: look(roots, spared), lambda: time.sleep(SECONDS))
    try:
        return follow(changes, lambda: run_job(job), job.plan)
    except KeyboardInterrupt:
        raise Stopped from None


def follow(changes: Iterable[tuple[str, ...]], render: Callable[[], int], plan: Path) -> int:
    """Renders at every change; the first has no files, because it is the beginning. The exit code of the last.

    What a person can mend does not end the watch, because the mended file is the next change; at the beginning it does,
    because there it is the command that is wrong.
    """
    code = 0
    for files in changes:
        if files:
            print(f"{datetime.now():%H:%M:%S} {_describe(files)}")
        code = _attempt(render) if files else render()
        if not files:
            print(f"guardo «{plan}» e riscrivo a ogni modifica; per finire: Ctrl-C")
        sys.stdout.flush()
        gc.collect()  # it does not run by itself, and this process lives for hours
    return code


def _attempt(render: Callable[[], int]) -> int:
    try:
        return render()
    except BrokenPipeError:
        raise
    except PdzError as error:
        return report_usage(error)
    except OSError as error:
        return report_usage(explain_refusal(error))


def _describe(files: tuple[str, ...]) -> str:
    names = ", ".join(os.path.relpath(file) for file in files[:_SHOWN])
    more = f" e altri {len(files) - _SHOWN}" if len(files) > _SHOWN else ""
    return f"{'cambiato' if len(files) == 1 else 'cambiati'} {names}{more}"


def iter_changes(look: Callable[[], Snapshot], wait: Callable[[], None]) -> Iterator[tuple[str, ...]]:
    """Nothing, to begin; then the files that changed, each time that they are quiet again.

    What changes while a change is being handled is the next change.
    """
    seen = look()
    yield ()
    while True:
        wait()
        now = look()
        if now != seen:
            now = _wait_for_quiet(now, look, wait)
        changed = tuple(sorted(file for file, _ in seen.items() ^ now.items()))
        seen = now
        if changed:
            yield tuple(dict.fromkeys(changed))


def _wait_for_quiet(now: Snapshot, look: Callable[[], Snapshot], wait: Callable[[], None]) -> Snapshot:
    """The files when two looks are equal: an editor deletes, writes and renames within an instant."""
    for _ in range(_ROUNDS):
        before = now
        wait()
        now = look()
        if now == before:
            break
    return now


def look(roots: Iterable[Path], spared: frozenset[str]) -> Snapshot:
    """The files under `roots` as they are now, without the `spared` ones (real paths), which pdz writes itself."""
    found = {}
    for root in roots:
        real = os.path.realpath(root)
        for path in _walk(real) if os.path.isdir(real) else [real]:
            with suppress(OSError):  # gone meanwhile, or a link that leads nowhere
                if os.path.normcase(path) not in spared:
                    status = os.stat(path)
                    found[path] = (status.st_mtime_ns, status.st_size)
    return found


def _walk(folder: str) -> Iterator[str]:
    """The real paths of the files in a folder and below, as far as they can be read."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(_OF_OTHERS) or entry.name.endswith(_UNFINISHED):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield os.path.realpath(entry.path) if entry.is_symlink() else entry.path
