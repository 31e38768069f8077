"""What a PDF tells about itself: title, author, moment and the standards it keeps.

Nothing about the machine. PDF/A-2a is for the archive, PDF/UA-1 for who listens to it; the name of
the second is not known to the first, so that it is explained in an extension.
"""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from hardship_desk.documents.model import ReportDocument
from hardship_desk.reports.pdf.text import readable

PROGRAM = "Hardship Desk"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<pdf:Producer>{program}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def xmp(document: ReportDocument) -> bytes:
    """The description of the document that archives read."""
    text = _XMP.format(
        title=escape(readable(document.title)),
        author=escape(readable(document.author)),
        subject=escape(readable(document.subject)),
        language=document.language,
        moment=f"{_utc(document.created):%Y-%m-%dT%H:%M:%S}Z",
        program=PROGRAM,
    )
    return text.encode("utf-8")


def information(document: ReportDocument) -> dict[str, str]:
    """The same in the older form that every reader shows."""
    moment = f"D:{_utc(document.created):%Y%m%d%H%M%S}Z"
    return {
        "/Title": readable(document.title),
        "/Author": readable(document.author),
        "/Subject": readable(document.subject),
        "/Creator": PROGRAM,
        "/Producer": PROGRAM,
        "/CreationDate": moment,
        "/ModDate": moment,
    }


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
