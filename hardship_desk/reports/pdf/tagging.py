"""Puts structure and description into a laid out PDF, and marks the rest as ornament."""

from __future__ import annotations

import re
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from hardship_desk.documents.model import ReportDocument
from hardship_desk.reports.pdf.color_profile import NAME, srgb_profile
from hardship_desk.reports.pdf.endings import saved
from hardship_desk.reports.pdf.metadata import information, xmp
from hardship_desk.reports.pdf.ornaments import mark_ornaments
from hardship_desk.reports.pdf.structure import LinkMark, Mark, Node

_UNICODE_BLOCK = re.compile(rb"(\d+) beginbfchar\n(.*?)\nendbfchar", re.DOTALL)
_PRINTED_LINK = 4
_LONGEST_STRING = 32_000
"""PDF/A allows 32,767 bytes; of what is longer, the letters on the page are all there is to read."""


def finish(data: bytes, root: Node, document: ReportDocument) -> bytes:
    """The final PDF; the same input gives the same bytes."""
    with Pdf.open(BytesIO(data)) as pdf:
        used = frozenset().union(*(mark_ornaments(pdf, page) for page in pdf.pages))
        _drop_unused_fonts(pdf, used)
        _Tree(pdf).write(root)
        _repair_unicode(pdf)
        _describe(pdf, document)
        return saved(pdf)


class _Tree:
    """Writes the structure with the way back from every mark to its element."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = list(pdf.pages)
        self._parents: list[dict[int, Object]] = [{} for _ in self._pages]
        self._links: list[tuple[Object, Object]] = []

    def write(self, root: Node) -> None:
        """Hang the whole structure into the PDF."""
        pdf = self._pdf
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._element(root, tree)])
        numbers = self._numbers()
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(self._pages) + len(self._links)
        pdf.Root.StructTreeRoot = tree
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: Object) -> Object:
        element = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{node.role}"), P=parent)
        )
        if node.text and len(node.text.encode("utf-16-be")) < _LONGEST_STRING:
            element.ActualText = String(node.text)
        _tell(element, node)
        kids: list[Object] = []
        for kid in node.kids:
            match kid:
                case Mark():
                    kids.append(self._mark(kid, element))
                case LinkMark():
                    kids.append(self._link(kid, element))
                case Node() if not kid.is_empty:
                    kids.append(self._element(kid, element))
        element.K = Array(kids)
        return element

    def _mark(self, mark: Mark, element: Object) -> Object:
        self._parents[mark.page][mark.number] = element
        page = self._pages[mark.page].obj
        return Dictionary(Type=Name.MCR, Pg=page, MCID=mark.number)

    def _link(self, link: LinkMark, element: Object) -> Object:
        page = self._pages[link.page].obj
        annotation = page.Annots[link.number]
        annotation.F = _PRINTED_LINK
        self._links.append((annotation, element))
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)

    def _numbers(self) -> Array:
        numbers: list[Object | int] = []
        for index, page in enumerate(self._pages):
            page.obj.StructParents = index
            page.obj.Tabs = Name.S
            elements = [self._parents[index][number] for number in sorted(self._parents[index])]
            numbers += [index, self._pdf.make_indirect(Array(elements))]
        for key, (annotation, element) in enumerate(self._links, start=len(self._pages)):
            annotation.StructParent = key
            numbers += [key, element]
        return Array(numbers)


def _tell(element: Object, node: Node) -> None:
    """What a figure shows and where it stands, and what a head of a table heads."""
    if node.alt:
        element.Alt = String(node.alt)
    if node.scope:
        element.A = Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))
    if node.box is not None:
        edges = Array([round(edge, 2) for edge in node.box])
        element.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=edges)


def _describe(pdf: Pdf, document: ReportDocument) -> None:
    pdf.Root.Lang = String(document.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = pdf.make_stream(xmp(document), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.OutputIntents = Array([_colors(pdf)])
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    for key, value in information(document).items():
        pdf.docinfo[key] = String(value)


def _colors(pdf: Pdf) -> Object:
    """Which colours the numbers in the pages stand for."""
    profile = pdf.make_stream(srgb_profile(), N=3, Alternate=Name.DeviceRGB)
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(NAME),
        Info=String(NAME),
        DestOutputProfile=profile,
    )


def _drop_unused_fonts(pdf: Pdf, used: frozenset[str]) -> None:
    """Reportlab names Helvetica on every page, though nothing is set in it."""
    for page in pdf.pages:
        fonts = page.obj.Resources.Font
        for name in [name for name in fonts.keys() if name not in used]:  # noqa: SIM118
            del fonts[name]


def _repair_unicode(pdf: Pdf) -> None:
    """Take out of the tables from letters to characters what stands for nothing."""
    for item in list(pdf.objects):
        if isinstance(item, Dictionary) and item.get("/Type") == Name.Font and "/ToUnicode" in item:
            table = item.ToUnicode.read_bytes()
            item.ToUnicode = pdf.make_stream(_UNICODE_BLOCK.sub(_without_nothing, table))


def _without_nothing(block: re.Match[bytes]) -> bytes:
    lines = [
        line
        for line in block[2].split(b"\n")
        if line.strip() and not line.strip().endswith(b"<0000>")
    ]
    return b"%d beginbfchar\n%s\nendbfchar" % (len(lines), b"\n".join(lines)) if lines else b""
