"""Links as QR codes: as rows for a page that draws them itself, or as a picture."""

import io

import segno
from fastapi import Response


def qr_rows(link: str) -> list[str]:
    """A link as the rows of a QR code, 1 is dark, without its quiet zone."""
    code = segno.make(link, error="m", micro=False)
    return ["".join(str(int(dark)) for dark in row) for row in code.matrix]


def qr_picture(link: str) -> Response:
    """A link as a QR code that scales: dark modules on white, with the quiet zone that readers need."""
    picture = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        picture, kind="svg", border=4, dark="#111111", light="#ffffff", xmldecl=False, omitsize=True, nl=False
    )
    return Response(
        picture.getvalue(), media_type="image/svg+xml", headers={"cache-control": "private, max-age=86400"}
    )
