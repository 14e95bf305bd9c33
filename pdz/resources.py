# SPDX-License-Identifier: EUPL-1.2
"""Finds templates/ and schemas/ in a checkout or in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource_folder(name: str) -> Path:
    """The folder `templates` or `schemas`: inside the wheel, or beside the package in a checkout."""
    installed = _PACKAGE / "_dati" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
