"""Small real files: a PDF that can be read, a picture, a CSV, a spreadsheet."""

from __future__ import annotations

import base64
import csv
import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from workforce.workflow.rehearsal.world.exchange import Answer, bytes_answer, text_answer
from workforce.workflow.rehearsal.world.visit import Visit

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////"
    "////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
)
_EXTENSION = re.compile(r"\.(pdf|png|jpe?g|gif|webp|svg|xlsx|xls|docx|zip|txt|md|mp3|wav|ogg|mp4|ics)$", re.IGNORECASE)
_TYPES = {
    "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel", "zip": "application/zip", "mp3": "audio/mpeg", "wav": "audio/wav",
    "ogg": "audio/ogg", "mp4": "video/mp4", "docx": "application/octet-stream",
}  # fmt: skip


def file_of(path: str, visit: Visit) -> Answer | None:
    """The file that a path's ending asks for; None when it asks for none."""
    match = _EXTENSION.search(path)
    if match is None:
        return None
    ending = match.group(1).lower()
    text = letter(visit)
    if ending in ("txt", "md"):
        return text_answer(text)
    if ending == "svg":
        return text_answer('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', "image/svg+xml")
    if ending == "ics":
        return text_answer("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "text/calendar")
    return bytes_answer(bytes_of(ending, visit), _TYPES[ending])


def bytes_of(ending: str, visit: Visit) -> bytes:
    """A file's bytes by its ending; a PDF when the ending is unknown."""
    match ending:
        case "png" | "gif" | "webp":
            return PNG
        case "jpg" | "jpeg":
            return JPEG
        case "xlsx" | "xls":
            return xlsx(visit.dressing.records("customers", 0 if visit.empty else 3))
        case "csv":
            return csv_text(visit.dressing.records("customers", 0 if visit.empty else 3)).encode()
        case "txt" | "md" | "json":
            return letter(visit).encode()
    return pdf(letter(visit))


def letter(visit: Visit) -> str:
    """A short business text."""
    person, company = visit.cast.person(0), visit.cast.company(1)
    return (
        f"{company.name}\nInvoice INV-2301\nDate {visit.cast.past(0).date()}\nTo {person.name}, {person.company.name}\n"
        f"1 x {visit.cast.product(0)}\nTotal {visit.cast.amount('letter', 0):.2f} EUR\nPlease pay within 14 days."
    )


def csv_text(records: Sequence[dict[str, Any]]) -> str:
    """Records as CSV with a line of names."""
    out = io.StringIO()
    if records:
        writer = csv.DictWriter(out, fieldnames=list(records[0]), extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)
    return out.getvalue()


def pdf(text: str) -> bytes:
    """A one-page PDF of these lines, whose text can be extracted."""
    lines = text.encode("latin-1", "replace").decode("latin-1").splitlines()
    shown = "".join("({}) Tj T* ".format(re.sub(r"([()\\])", r"\\\1", line)) for line in lines)
    stream = f"BT /F1 12 Tf 72 760 Td 16 TL {shown}ET"
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj{part}endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out.encode("latin-1")


def xlsx(records: Sequence[dict[str, Any]]) -> bytes:
    """A workbook of one sheet."""
    names = list(records[0]) if records else ["id"]
    table = [names, *([record.get(name, "") for name in names] for record in records)]
    rows = "".join("<row>" + "".join(_cell(value) for value in row) + "</row>" for row in table)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" '
        f'ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Sheet1" sheetId="1" '
        f'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return out.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
