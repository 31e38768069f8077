"""What a PDF tells about itself: title, author and moment; nothing about the machine."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from hardship_desk.documents.model import ReportDocument

PROGRAM = "Hardship Desk"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<pdf:Producer>{program}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def xmp(document: ReportDocument) -> bytes:
    """The description of the document that archives read."""
    text = _XMP.format(
        title=escape(document.title),
        author=escape(document.author),
        subject=escape(document.subject),
        language=document.language,
        moment=f"{_utc(document.created):%Y-%m-%dT%H:%M:%S}Z",
        program=PROGRAM,
    )
    return text.encode("utf-8")


def information(document: ReportDocument) -> dict[str, str]:
    """The same in the older form that every reader shows."""
    moment = f"D:{_utc(document.created):%Y%m%d%H%M%S}Z"
    return {
        "/Title": document.title,
        "/Author": document.author,
        "/Subject": document.subject,
        "/Creator": PROGRAM,
        "/Producer": PROGRAM,
        "/CreationDate": moment,
        "/ModDate": moment,
    }


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
