# SPDX-License-Identifier: EUPL-1.2
"""Pictures in the text, with alternative text and their own proportions."""

from dataclasses import dataclass, field
from hashlib import sha256

from pdz.doctree import Picture
from pdz.writers._image import read_image
from pdz.writers._text import escape_attribute

_EMU_PER_CM = 360_000
_EMU_PER_TWIP = 635


@dataclass(frozen=True, slots=True)
class Media:
    """A picture file inside the document; the same bytes are stored once."""

    rid: str
    name: str
    content_type: str
    data: bytes
    width: int
    """Natural width in EMU, from pixels and resolution."""
    ratio: float
    """Height over width."""


@dataclass(slots=True)
class Pictures:
    """The pictures of one document."""

    media: dict[bytes, Media] = field(default_factory=dict)
    drawn: int = 0

    def draw(self, picture: Picture, width: int, height: int) -> str:
        """A run with the picture, no wider and no higher than `width` and `height` twips."""
        media = self._store(picture)
        wide = min(
            media.width,
            picture.width_cm * _EMU_PER_CM,
            width * _EMU_PER_TWIP,
            height * _EMU_PER_TWIP / media.ratio,
        )
        cx, cy = max(round(wide), 1), max(round(wide * media.ratio), 1)
        self.drawn += 1
        alt = escape_attribute(picture.alt)
        hidden = "" if picture.alt else _DECORATIVE
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
            f'<wp:docPr id="{self.drawn}" name="Immagine {self.drawn}" descr="{alt}">{hidden}</wp:docPr>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{self.drawn}" name="{media.name}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{media.rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

    def _store(self, picture: Picture) -> Media:
        digest = sha256(picture.data).digest()
        if digest not in self.media:
            self.media[digest] = _read(picture, len(self.media) + 1)
        return self.media[digest]


_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Without alternative text a picture says nothing: screen readers skip it."""


def _read(picture: Picture, number: int) -> Media:
    image = read_image(picture, number)
    name = f"pdz-image{number}.{image.extension}"
    return Media(f"rIdImage{number}", name, image.content_type, picture.data, image.width, image.ratio)
