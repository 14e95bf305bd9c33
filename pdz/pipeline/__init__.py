# SPDX-License-Identifier: EUPL-1.2
"""The use cases, each a straight line through the layers; a command imports only the one that it needs."""
