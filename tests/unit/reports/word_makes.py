"""Word files as different programs and people make them, each with the same sentences in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import docx

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
Make = Callable[[tuple[str, ...]], bytes]


def plain(sentences: tuple[str, ...]) -> bytes:
    """Paragraphs, one a sentence."""
    return _saved(sentences, lambda document, text: document.add_paragraph(text))


def headed(sentences: tuple[str, ...]) -> bytes:
    """With a heading above each sentence, as from a template."""

    def add(document: docx.document.Document, text: str) -> None:
        document.add_heading("Overweging", 2)
        document.add_paragraph(text)

    return _saved(sentences, add)


def tabled(sentences: tuple[str, ...]) -> bytes:
    """Each sentence in a cell of a table."""

    def add(document: docx.document.Document, text: str) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Overweging", text

    return _saved(sentences, add)


def listed(sentences: tuple[str, ...]) -> bytes:
    """A numbered list."""
    return _saved(
        sentences, lambda document, text: document.add_paragraph(text, style="List Number")
    )


def revised(sentences: tuple[str, ...]) -> bytes:
    """With what was struck out, put in and moved, and a comment of a reviser."""
    return _xml(
        "".join(
            f"<w:p><w:del><w:r><w:delText>oud </w:delText></w:r></w:del>"
            f"<w:moveFrom><w:r><w:t>{text}</w:t></w:r></w:moveFrom>"
            f"<w:ins><w:r><w:t>{text}</w:t></w:r></w:ins></w:p>"
            for text in map(escape, sentences)
        )
    )


def boxed(sentences: tuple[str, ...]) -> bytes:
    """In text boxes, each of which Word writes twice."""
    box = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
    return _xml(
        "".join(
            f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box.format(text)}</mc:Choice>"
            f"<mc:Fallback><w:pict>{box.format(text)}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
            for text in map(escape, sentences)
        )
    )


def broken_up(sentences: tuple[str, ...]) -> bytes:
    """Each word a run of its own, with marks of the spelling check and hidden text between."""
    runs = (
        "<w:p>"
        + "".join(
            f'<w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">{escape(word)} </w:t></w:r>'
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>"
            for word in text.split()
        )
        + "</w:p>"
        for text in sentences
    )
    return _xml("".join(runs))


def strict(sentences: tuple[str, ...]) -> bytes:
    """Saved as Strict Open XML."""
    return _xml(_paragraphs(sentences), space=STRICT)


def elsewhere(sentences: tuple[str, ...]) -> bytes:
    """With the document in another place than usual, and the last sentence in a footnote."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://x/officeDocument" Target="/inhoud/stuk2.xml"/>'
        "</Relationships>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations)
        archive.writestr("inhoud/stuk2.xml", _document(_paragraphs(sentences[:-1]), WORD))
        archive.writestr("inhoud/footnotes.xml", _document(_paragraphs(sentences[-1:]), WORD))
    return target.getvalue()


def text_file(sentences: tuple[str, ...]) -> bytes:
    """A text in the old Windows letters."""
    return "\r\n".join(sentences).encode("cp1252")


MAKES: dict[str, Make] = {
    "gewoon.docx": plain,
    "met-koppen.docx": headed,
    "in-tabellen.docx": tabled,
    "genummerd.docx": listed,
    "nagekeken.docx": revised,
    "tekstvakken.docx": boxed,
    "losse-woorden.docx": broken_up,
    "strict.docx": strict,
    "elders-met-noot.docx": elsewhere,
    "oud.txt": text_file,
}


def _saved(
    sentences: tuple[str, ...], add: Callable[[docx.document.Document, str], object]
) -> bytes:
    document, target = docx.Document(), io.BytesIO()
    document.add_heading("Besluit", 1)
    for text in sentences:
        add(document, text)
    document.save(target)
    return target.getvalue()


def _paragraphs(sentences: tuple[str, ...]) -> str:
    return "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in sentences)


def _document(inside: str, space: str) -> str:
    return f'<w:document xmlns:w="{space}" xmlns:mc="{MC}"><w:body>{inside}</w:body></w:document>'


def _xml(inside: str, space: str = WORD) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", _document(inside, space))
    return target.getvalue()
