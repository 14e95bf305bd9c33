# SPDX-License-Identifier: EUPL-1.2
"""`python -m pdz`."""

from pdz.cli import main

main()
