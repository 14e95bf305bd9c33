# SPDX-License-Identifier: EUPL-1.2
"""The plan in the words of the law: frozen parts, exact numbers, ids on whatever can be cited."""

from pdz.model.piano import FORMATO, Piano

__all__ = ["FORMATO", "Piano"]
