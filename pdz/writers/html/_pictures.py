# SPDX-License-Identifier: EUPL-1.2
"""Pictures inside the page, with alternative text and their own proportions."""

from base64 import b64encode

from pdz.doctree import Picture
from pdz.writers._image import read_image
from pdz.writers._text import escape_attribute

_PIXELS_PER_CM = 96 / 2.54
"""Of CSS, whatever the screen."""


def write_picture(picture: Picture) -> str:
    """An `<img>`; without alternative text it says nothing, and screen readers skip it. Raises PdzError if damaged."""
    image = read_image(picture, "")
    width = image.fit_width(picture) * _PIXELS_PER_CM
    data = b64encode(picture.data).decode("ascii")
    return (
        f'<img src="data:{image.content_type};base64,{data}" alt="{escape_attribute(picture.alt)}"'
        f' width="{max(round(width), 1)}" height="{max(round(width * image.ratio), 1)}">'
    )
