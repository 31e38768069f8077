"""How each kind of text looks in OpenDocument: real styles, so that an own look can be given."""

from __future__ import annotations

from hardship_desk.documents.model import ReportDocument
from hardship_desk.reports.odt.xml import root, style_name, tag, words

ACCENT, INK, MUTED, LINE, SOFT = "#0a6174", "#14242c", "#4a5b66", "#c3ced4", "#e6f2f5"
FONT = "Calibri, Carlito, 'Source Sans 3', sans-serif"
BODY, LABEL, SOURCE, QUOTE = "Text body", "Question Label", "Source Note", "Quotations"
CELL, CELL_HEAD, CELL_NOTE, CAPTION = "Table Contents", "Table Heading", "Table Note", "Caption"
LIST_ITEM, CONTENTS, CONTENTS_HEAD = "List Item", "Contents 1", "Contents Heading"
APART = "Text body apart"
LAST_ITEM, GAP = "List Item Last", "Table Gap"
STAMP, STRONG, QUIET = "Stamp", "Strong Emphasis", "Contents Link"
BULLETS, NUMBERS = "List_20_Bullet", "List_20_Number"
KINDS = ("let_op", "oefening", "onbekend", "uitkomst")

_STRONG = {"fo_font__weight": "bold"}
_KEEP = {"fo_keep__with__next": "always"}
_GROUND = {"uitkomst": SOFT, "onbekend": "#edf0f2"}
_BAR = {"uitkomst": ACCENT, "onbekend": MUTED}
_WARNING, _WARNING_SOFT = "#7a4b00", "#fff3d6"


def notice_name(kind: str) -> str:
    """The style of a notice; an unknown kind looks like a warning."""
    return f"Notice {kind if kind in KINDS else KINDS[0]}"


def styles_file(document: ReportDocument) -> bytes:
    """The file with styles, page, header and footer."""
    language, _, country = document.language.partition("-")
    return root(
        "office:document-styles",
        tag("office:styles", _default(language, country) + _named(document) + _lists())
        + tag("office:automatic-styles", _page(document))
        + tag("office:master-styles", _master(document)),
    )


def _default(language: str, country: str) -> str:
    text = tag(
        "style:text-properties",
        fo_font__family=FONT,
        fo_font__size="11pt",
        fo_color=INK,
        fo_language=language,
        fo_country=country,
    )
    paragraph = tag("style:paragraph-properties", fo_orphans="2", fo_widows="2")
    return tag("style:default-style", paragraph + text, style_family="paragraph") + tag(
        "style:default-style",
        tag("style:table-properties", style_may__break__between__rows="true"),
        style_family="table",
    )


def _named(document: ReportDocument) -> str:
    headings = _headings(_LETTER_HEADINGS if document.is_letter else _REPORT_HEADINGS)
    return (
        headings
        + _texts(letter=document.is_letter)
        + "".join(_notice(kind) for kind in KINDS)
        + _emphasis()
    )


_REPORT_HEADINGS = ((1, "20pt", "4pt"), (2, "14pt", "9pt"), (3, "12pt", "5pt"))
_LETTER_HEADINGS = ((1, "17pt", "6pt"), (2, "13pt", "7pt"), (3, "12pt", "4pt"))
"""Size and room above; the room below what comes before them is added to that."""


def _headings(sizes: tuple[tuple[int, str, str], ...]) -> str:
    """Three levels."""
    return "".join(
        _style(
            f"Heading {level}",
            {"fo_margin__top": before, "fo_margin__bottom": "4pt", **_KEEP},
            {"fo_font__size": size, "fo_color": ACCENT if level < 3 else INK, **_STRONG},
        )
        for level, size, before in sizes
    )


def _texts(*, letter: bool) -> str:
    small = {"fo_font__size": "9pt", "fo_color": MUTED}
    room, height = ("6pt", "105%") if letter else ("7pt", "110%")
    plain = (
        _style("Standard", {}, {}, parent=""),
        _style(BODY, {"fo_margin__bottom": room, "fo_line__height": height}, {}),
        _style(APART, {"fo_margin__top": "12pt", "fo_margin__bottom": "7pt"}, {}, parent=BODY),
        _style(LABEL, {"fo_margin__bottom": "1pt", **_KEEP}, _STRONG),
        _style(SOURCE, {"fo_margin__bottom": "7pt"}, small),
        _style(
            QUOTE,
            {"fo_margin__left": "5mm", "fo_margin__bottom": "7pt"},
            {"fo_font__style": "italic"},
        ),
        _style(LIST_ITEM, {"fo_margin__bottom": "3pt"}, {}),
        _style(LAST_ITEM, {"fo_margin__bottom": "7pt"}, {}),
        _style(GAP, {}, {"fo_font__size": "4pt"}),
        _style(CELL, {}, {"fo_font__size": "10pt"}),
        _style(CELL_HEAD, _KEEP, {"fo_font__size": "10pt", "fo_color": "#ffffff", **_STRONG}),
        _style(CELL_NOTE, {}, small),
        _style(CAPTION, {"fo_margin__top": "8pt", "fo_margin__bottom": "3pt", **_KEEP}, _STRONG),
        _style(
            CONTENTS_HEAD,
            {"fo_margin__top": "14pt", "fo_margin__bottom": "4pt", **_KEEP},
            {"fo_font__size": "14pt", "fo_color": ACCENT, **_STRONG},
        ),
        _style(CONTENTS, {}, {"fo_font__size": "10pt"}),
        _style(STAMP, {}, {"fo_font__size": "16pt", "fo_color": _WARNING, **_STRONG}),
        _style("Header", {"fo_margin__bottom": "8pt"}, small),
        _style("Footer", {}, small, inner=_stop("164mm")),
    )
    return "".join(plain)


def _emphasis() -> str:
    quiet = {"fo_color": INK, "style_text__underline__style": "none"}
    return "".join(_run(name, looks) for name, looks in ((STRONG, _STRONG), (QUIET, quiet)))


def _run(name: str, looks: dict[str, str]) -> str:
    return tag(
        "style:style",
        tag("style:text-properties", **looks),
        style_name=style_name(name),
        style_display__name=name,
        style_family="text",
    )


def _notice(kind: str) -> str:
    bar = _BAR.get(kind, _WARNING)
    looks = {
        "fo_margin__left": "3mm",
        "fo_margin__top": "6pt",
        "fo_margin__bottom": "10pt",
        "fo_padding": "2mm",
        "fo_border__left": f"3pt solid {bar}",
        "fo_background__color": _GROUND.get(kind, _WARNING_SOFT),
    }
    return _style(notice_name(kind), looks, {} if kind == "let_op" else {"fo_font__weight": "bold"})


def _style(
    name: str,
    paragraph: dict[str, str],
    text: dict[str, str],
    *,
    parent: str = "Standard",
    inner: str = "",
) -> str:
    more = {"style_parent__style__name": style_name(parent)} if parent else {}
    if name.startswith("Heading "):
        more["style_default__outline__level"] = name[-1]
    return tag(
        "style:style",
        tag("style:paragraph-properties", inner, **paragraph)
        + tag("style:text-properties", **text),
        style_name=style_name(name),
        style_display__name=name,
        style_family="paragraph",
        **more,
    )


def _stop(place: str) -> str:
    """A place at which text ends."""
    stop = tag("style:tab-stop", style_position=place, style_type="right")
    return tag("style:tab-stops", stop)


def _lists() -> str:
    def level(kind: str, **more: str) -> str:
        label = tag(
            "style:list-level-label-alignment",
            text_label__followed__by="listtab",
            text_list__tab__stop__position="7mm",
            fo_text__indent="-7mm",
            fo_margin__left="7mm",
        )
        mode = {"text_list__level__position__and__space__mode": "label-alignment"}
        return tag(
            f"text:list-level-style-{kind}",
            tag("style:list-level-properties", label, **mode),
            text_level="1",
            **more,
        )

    bullets = level("bullet", text_bullet__char="•")
    numbers = level("number", style_num__format="1", style_num__suffix=".")
    return tag("text:list-style", bullets, style_name=BULLETS) + tag(
        "text:list-style", numbers, style_name=NUMBERS
    )


def _has_header(document: ReportDocument) -> bool:
    return bool(document.header or document.watermark)


def _page(document: ReportDocument) -> str:
    """The page; without a header the text begins where that would stand."""
    has_header = _has_header(document)
    above = tag("style:header-footer-properties", fo_min__height="10mm", fo_margin__bottom="5mm")
    below = tag("style:header-footer-properties", fo_min__height="9mm", fo_margin__top="5mm")
    return tag(
        "style:page-layout",
        tag(
            "style:page-layout-properties",
            fo_page__width="210mm",
            fo_page__height="297mm",
            fo_margin__left="23mm",
            fo_margin__right="23mm",
            fo_margin__top="15mm" if has_header else "20mm",
            fo_margin__bottom="13mm",
        )
        + (tag("style:header-style", above) if has_header else "")
        + tag("style:footer-style", below),
        style_name="Page",
    )


def _master(document: ReportDocument) -> str:
    stamp = ""
    if document.watermark:
        stamp = tag("text:p", words(document.watermark), text_style__name=style_name(STAMP))
    header = stamp + tag("text:p", words(document.header), text_style__name="Header")
    above = tag("style:header", header) if _has_header(document) else ""
    label = words(document.page_label)
    label = label.replace("{page}", "<text:page-number>1</text:page-number>")
    label = label.replace("{total}", "<text:page-count>1</text:page-count>")
    footer = tag("text:p", f"{words(document.footer)}<text:tab/>{label}", text_style__name="Footer")
    return tag(
        "style:master-page",
        above + tag("style:footer", footer),
        style_name="Standard",
        style_page__layout__name="Page",
    )
