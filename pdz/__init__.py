# SPDX-License-Identifier: EUPL-1.2
"""From a plan written in YAML to the Piano di Zona in Word: checks, calculates, prints."""

__version__ = "0.1.0"
