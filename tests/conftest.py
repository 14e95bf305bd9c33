# SPDX-License-Identifier: EUPL-1.2
"""Properties are the same on every machine: the same examples every time, however long they take."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "pdz", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("pdz")
