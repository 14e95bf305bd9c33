# SPDX-License-Identifier: EUPL-1.2
"""What a PNG or JPEG picture says of itself, for the writers that put it in a file."""

import struct
from dataclasses import dataclass

from pdz.doctree import Picture
from pdz.errors import PdzError

_EMU_PER_CM = 360_000
_FORMATS = {"image/png": "png", "image/jpeg": "jpeg"}


@dataclass(frozen=True, slots=True)
class ImageFile:
    """The format and the size of a picture."""

    content_type: str
    extension: str
    """Without the dot."""
    width: int
    """Natural width in EMU (360.000 to the centimetre), from pixels and resolution."""
    ratio: float
    """Height over width."""

    def fit_width(self, picture: Picture) -> float:
        """Centimetres: its natural width, at most that of `picture`."""
        return min(self.width / _EMU_PER_CM, picture.width_cm)


def read_image(picture: Picture, name: object) -> ImageFile:
    """The format and the size of a picture; raises PdzError, which calls it `name` when it has no alternative text."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    # what python-docx raises on a picture that is not one
    unreadable = (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError)
    damaged = (ArithmeticError, LookupError, ValueError, TypeError, struct.error)
    try:
        image = Image.from_blob(picture.data)
        extension = _FORMATS[image.content_type]
        return ImageFile(image.content_type, extension, int(image.width), image.px_height / image.px_width)
    except (*unreadable, *damaged) as error:
        raise PdzError(
            f"l'immagine «{picture.alt or name}» non è PNG né JPEG, o è danneggiata", "salvala di nuovo come PNG"
        ) from error
