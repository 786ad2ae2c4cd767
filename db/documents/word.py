"""The parts of a reference document for Word."""
import re

from looks import *

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
     'xmlns:w10="urn:schemas-microsoft-com:office:word"')
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def twips(centimetres):
    return round(centimetres * 567)


def text_look(font=None, size=None, color=None, bold=False, italic=False, caps=False, other=""):
    """Properties of characters, in the order that the schema asks for."""
    return ((f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{CHINESE[font]}" w:cs="{ARABIC[font]}"/>' if font else "") +
            ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "") +
            ("<w:caps/>" if caps else "") + (f'<w:color w:val="{color}"/>' if color else "") +
            (f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{arabic_size(font, size)}"/>' if size else "") + other)


def space(before=0.0, after=0.0, line=None):
    """In points; line: in hundredths of a line."""
    height = f' w:line="{round(line * 2.4)}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{height}/>'


def indent(left=0.0, hanging=0.0, right=0.0):
    return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}" w:hanging="{twips(hanging)}"/>'


def style(kind, key, name, base=None, then=None, paragraph="", text="", default=False, known=True):
    return (f'<w:style w:type="{kind}"{" w:default=" + chr(34) + "1" + chr(34) if default else ""}'
            f'{"" if known else " w:customStyle=" + chr(34) + "1" + chr(34)} w:styleId="{key}"><w:name w:val="{name}"/>' +
            (f'<w:basedOn w:val="{base}"/>' if base else "") + (f'<w:next w:val="{then}"/>' if then else "") +
            "<w:qFormat/>" + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") +
            (f"<w:rPr>{text}</w:rPr>" if text else "") + "</w:style>")


def box(key, name, color, shade, then=None, leads=False):
    """A paragraph with a bar on its left. leads: it stays with the next."""
    return style("paragraph", key, name, "BodyText", then,
                 ("<w:keepNext/>" if leads else "") + f'<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{color}"/></w:pBdr>'
                 f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/><w:suppressAutoHyphens/>' + space(6, 6, 110) +
                 indent(0.4, 0, 0.2) + '<w:jc w:val="left"/>',
                 text_look(SANS, SMALL, color), known=False)


# At the margin: LibreOffice does not show what stands beyond the room of a paragraph.
PAGE_TAB = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(16)}"/></w:tabs>'
HEADING_LISTS = "{heading lists}"
# Of the text of a report: "both" or "left"; "true" or "false".
BODY_ALIGNMENT, BODY_HYPHENATION = "{body alignment}", "{body hyphenation}"


def heading_styles(rule, numbered):
    """Those of sections and, where these are numbered, those of headings inside their texts, which never are."""
    styles = []
    for level, size in HEADINGS.items():
        number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
        look = "<w:keepNext/><w:keepLines/>" + number + (rule if level == 1 else "") + space(20 if level < 3 else 14, 6)
        styles.append(style("paragraph", f"Heading{level}", f"heading {level}", "Normal", "BodyText",
                            look + f'<w:outlineLvl w:val="{level - 1}"/>',
                            text_look(SANS, size, SOFT if level > 4 else None, bold=True)))
        if numbered and level > 1:
            styles.append(style("paragraph", f"TextHeading{level}", f"Text Heading {level}", f"Heading{level}", "BodyText",
                                '<w:numPr><w:numId w:val="0"/></w:numPr>', known=False))
    return styles


def paragraph_styles(numbered):
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="2" w:color="{ACCENT}"/></w:pBdr>'
    lines = f'<w:jc w:val="{BODY_ALIGNMENT}"/>' if numbered else ""
    hyphens = '<w:suppressAutoHyphens w:val="0"/>'
    styles = [
        style("paragraph", "Normal", "Normal", paragraph="<w:suppressAutoHyphens/>", default=True),
        style("paragraph", "BodyText", "Body Text", "Normal", None, "<w:widowControl/>" + hyphens + space(3.5, 3.5, 115) + lines),
        style("paragraph", "FirstParagraph", "First Paragraph", "BodyText", "BodyText", space(6, 3.5, 115), known=False),
        style("paragraph", "Lead", "Lead", "BodyText", None, "<w:keepNext/>", known=False),
        style("paragraph", "Compact", "Compact", "BodyText", None, "<w:keepLines/>" + space(1, 1), known=False),
        style("paragraph", "Title", "Title", "Normal", "Subtitle", "<w:keepLines/>"
              f'<w:pBdr><w:top w:val="single" w:sz="16" w:space="22" w:color="{ACCENT}"/></w:pBdr>' + space(0, 22) +
              '<w:jc w:val="left"/>', text_look(SANS, 26, bold=True)),
        style("paragraph", "Subtitle", "Subtitle", "Normal", "Fact", space(0, 50), text_look(SANS, 12.5, SOFT)),
        style("paragraph", "Author", "Author", "Normal", "Title", space(90, 22),
              text_look(SANS, 12, ACCENT, caps=True, other='<w:spacing w:val="19"/>'), known=False),
        style("paragraph", "Date", "Date", "Normal", None, space(0, 12), text_look(SANS)),
        style("paragraph", "Fact", "Fact", "Normal", None,
              f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{LINE}"/>'
              f'<w:between w:val="single" w:sz="4" w:space="3" w:color="{LINE}"/></w:pBdr>' + space(3, 3),
              text_look(SANS), known=False),
        style("paragraph", "TOCHeading", "TOC Heading", "Normal", "BodyText",
              "<w:keepNext/><w:pageBreakBefore/>" + rule + space(0, 10), text_look(SANS, HEADINGS[1], bold=True)),
        style("paragraph", "ListHeading", "List Heading", "TOCHeading", "BodyText",
              '<w:pageBreakBefore w:val="0"/>' + space(20, 6), text_look(size=HEADINGS[2]), known=False),
        style("paragraph", "TableofFigures", "table of figures", "Normal", None,
              PAGE_TAB + space(1, 1), text_look(SANS, 10)),
        style("paragraph", "Abbreviation", "Abbreviation", "Normal", None,
              f'<w:tabs><w:tab w:val="left" w:pos="{twips(3)}"/></w:tabs>' + space(1, 1) + indent(3, 3), text_look(SANS, 10),
              known=False),
        style("paragraph", "Emblem", "Emblem", "Normal", "AuthorBelowEmblem", space(20, 0), known=False),
        style("paragraph", "AuthorBelowEmblem", "Author Below Emblem", "Author", "Title", space(22, 22), known=False),
        style("paragraph", "Issued", "Issued", "Normal", None, "", text_look(SANS), known=False),
        style("paragraph", "PageBreak", "Page Break", "Normal", "Heading1",
              "<w:pageBreakBefore/>" + '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
              text_look(size=1), known=False),
        style("paragraph", "SectionEnd", "Section End", "Normal", None,
              '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', text_look(size=1), known=False),
        style("paragraph", "BlockText", "Block Text", "BodyText", None,
              f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="10" w:color="{LINE}"/></w:pBdr>' + space(2, 7, 115) +
              indent(0.6), text_look(color=SOFT)),
        style("paragraph", "SourceCode", "Source Code", "Normal", None,
              f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' + space(2, 8), text_look(MONO, 9), known=False),
        style("paragraph", "FootnoteText", "footnote text", "Normal", None, hyphens + space(0, 2) + lines, text_look(size=9)),
        style("paragraph", "Caption", "caption", "Normal", None, "<w:keepNext/>" + space(6, 4),
              text_look(SANS, SMALL, SOFT)),
        style("paragraph", "TableCaption", "Table Caption", "Caption", known=False),
        style("paragraph", "ImageCaption", "Image Caption", "Caption", known=False),
        style("paragraph", "Header", "header", "Normal", None,
              f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{LINE}"/></w:pBdr>',
              text_look(SANS, 8.5, SOFT)),
        style("paragraph", "Footer", "footer", "Normal", None, '<w:jc w:val="center"/>', text_look(SANS, 9, SOFT)),
        box("Remark", "Remark", WARN, WARN_SHADE, leads=True),
        box("Gap", "Gap", WARN, WARN_SHADE), box("GapLead", "GapLead", WARN, WARN_SHADE, leads=True),
        box("Nothing", "Nothing", SOFT, SHADE), box("NothingLead", "NothingLead", SOFT, SHADE, leads=True),
    ]
    styles += heading_styles(rule, numbered)
    for level, left in CONTENTS_INDENTS.items():
        styles.append(style("paragraph", f"TOC{level}", f"toc {level}", "Normal", None,
                            PAGE_TAB + space(6 if level == 1 else 1, 1) + indent(left),
                            text_look(SANS, 10, bold=level == 1)))
    return styles


def other_styles():
    styles = [
        style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True),
        style("character", "VerbatimChar", "Verbatim Char", "DefaultParagraphFont", None, "", text_look(MONO, 9.5),
              known=False),
        style("character", "FootnoteReference", "footnote reference", "DefaultParagraphFont", None, "",
              '<w:vertAlign w:val="superscript"/>'),
        style("character", "Hyperlink", "Hyperlink", "DefaultParagraphFont", None, "", text_look(color=ACCENT)),
    ]
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>' \
              '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    styles.append('<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
                  f"<w:tblPr>{margins.replace('30', '0')}</w:tblPr></w:style>")
    styles.append('<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/>'
                  f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:rPr>{text_look(size=9)}</w:rPr>'
                  f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{margins}</w:tblPr><w:trPr><w:cantSplit/></w:trPr>"
                  f'<w:tblStylePr w:type="firstRow"><w:rPr>{text_look(SANS, bold=True)}</w:rPr>'
                  f'<w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr></w:tblStylePr>'
                  "</w:style>")
    return styles


def form_styles():
    """What only the form has in which an agency writes its sections."""
    keep = "<w:keepNext/><w:keepLines/>"
    marker = (f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="{LINE}"/></w:pBdr>'
              f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' + space(8, 8))
    return [
        style("paragraph", "FormInstructionHeading", "Form Instruction Heading", "Normal", "FormInstruction",
              keep + space(14, 4), text_look(SANS, 12, ACCENT, bold=True), known=False),
        style("paragraph", "FormInstruction", "Form Instruction", "Normal", "BodyText", space(2, 4, 110), text_look(SANS, 10),
              known=False),
        style("paragraph", "FormFacts", "Form Facts", "Normal", "BodyText", keep + space(2, 4), text_look(SANS, SMALL, SOFT),
              known=False),
        box("FormReturned", "Form Returned", WARN, WARN_SHADE, "BodyText"),
        box("FormGuidance", "Form Guidance", SOFT, SHADE, "BodyText"),
        style("paragraph", "FormSource", "Form Source", "Normal", "BodyText",
              f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' + space(1, 1, 105) + indent(0.4, 0, 0.2),
              text_look(SANS, SMALL, SOFT), known=False),
        style("paragraph", "FormMarker", "Form Marker", "Normal", "BodyText", marker, text_look(MONO, 9, SOFT), known=False),
        style("paragraph", "FormRule", "Form Rule", "BodyText", "BodyText", '<w:jc w:val="center"/>', known=False),
        style("paragraph", "Heading7", "heading 7", "Normal", "BodyText", keep + space(14, 6) +
              '<w:outlineLvl w:val="6"/>', text_look(SANS, HEADINGS[6], SOFT, italic=True)),
    ]


def style_sheet(more, numbered):
    base = text_look(SERIF, BODY, other='<w:lang w:val="en" w:eastAsia="en-US" w:bidi="ar-SA"/>')
    return (f"{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{base}</w:rPr></w:rPrDefault><w:pPrDefault/>"
            "</w:docDefaults>" + "".join(paragraph_styles(numbered) + list(more) + other_styles()) + "</w:styles>")


def fonts():
    listed = "".join(f'<w:font w:name="{font}"><w:altName w:val="{twin}"/></w:font>' for font, twin in TWINS.items())
    return f"{XML}<w:fonts {W}>{listed}</w:fonts>"


def field(name, shown):
    return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {name} </w:instrText>'
            f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def watermark_shape(word):
    """As Word itself makes it, so that its menu finds it and can take it away."""
    if not word:
        return ""
    return ('<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
            'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
            '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>'
            '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
            '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
            '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
            'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
            '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
            '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject1" '
            f'o:spid="_x0000_s2049" type="#_x0000_t136" alt="{word}" style="position:absolute;margin-left:0;margin-top:0;'
            'width:440pt;height:110pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;'
            'mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" '
            'o:allowincell="f" fillcolor="#d9dce1" stroked="f"><v:fill opacity=".5"/><v:textpath '
            f'style="font-family:&quot;{SANS}&quot;;font-size:1pt" string="{word}"/></v:shape></w:pict></w:r>')


def header(word, title):
    look = f'<w:pStyle w:val="{"Header" if title else "Normal"}"/>'
    return (f'{XML}<w:hdr {W}><w:p><w:pPr>{look}</w:pPr>{watermark_shape(word)}'
            f'{field("TITLE", "") if title else ""}</w:p></w:hdr>')


def footer(pages):
    number = field("PAGE", "1") + '<w:r><w:t xml:space="preserve"> / </w:t></w:r>' + field("NUMPAGES", "1")
    return (f'{XML}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{number if pages else ""}</w:p></w:ftr>')


PAGE_PARTS = {"header1.xml": "header", "header2.xml": "header", "footer1.xml": "footer", "footer2.xml": "footer"}


def page():
    """A4; the title page has no header and no footer."""
    uses = "".join(f'<w:{PAGE_PARTS[part]}Reference w:type="{kind}" r:id="rId{100 + i}"/>'
                   for i, (part, kind) in enumerate(zip(PAGE_PARTS, ("default", "first", "default", "first"))))
    return (f'<w:sectPr>{uses}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{twips(2.5)}" w:right="{twips(2.5)}" '
            f'w:bottom="{twips(2.5)}" w:left="{twips(2.5)}" w:header="{twips(1.25)}" w:footer="{twips(1.25)}" '
            'w:gutter="0"/><w:titlePg/></w:sectPr>')


def insert(part, mark, text):
    text_of_part = part.decode()
    assert mark in text_of_part, mark
    return text_of_part.replace(mark, text + mark)


def settings(text, numbered):
    """pandoc's own, in the order of the schema, and not as those of a document of 2007."""
    hyphenation = f'  <w:autoHyphenation w:val="{BODY_HYPHENATION}"/>\n' if numbered else ""
    notes = re.search(r"  <w:footnotePr>.*?</w:footnotePr>\n", text, flags=re.DOTALL).group()
    compatibility = ('  <w:compat><w:compatSetting w:name="compatibilityMode" '
                     'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\n')
    mark, before = "  <w:rsids>", "  <w:drawingGridHorizontalSpacing"
    assert mark in text and before in text and "autoHyphenation" not in text
    return text.replace(notes, "").replace(before, hyphenation + before).replace(mark, notes + compatibility + mark)


def parts(base, watermark, more_styles=(), numbered=True):
    """base: the parts of pandoc's own reference document. numbered: whether headings are."""
    made = dict(base)
    made["word/styles.xml"] = style_sheet(more_styles, numbered)
    if numbered:  # pandoc adds the lists of texts
        made["word/numbering.xml"] = f"{XML}<w:numbering {W}>{HEADING_LISTS}</w:numbering>"
    made["word/fontTable.xml"] = fonts()
    made["word/header1.xml"] = header(watermark, True)
    made["word/header2.xml"] = header(watermark, False)
    made["word/footer1.xml"] = footer(True)
    made["word/footer2.xml"] = footer(False)
    made["word/document.xml"] = f"{XML}<w:document {W}><w:body><w:p/>{page()}</w:body></w:document>"
    made["word/_rels/document.xml.rels"] = insert(
        base["word/_rels/document.xml.rels"], "</Relationships>",
        "".join(f'<Relationship Type="{KIND}{kind}" Id="rId{100 + i}" Target="{part}"/>'
                for i, (part, kind) in enumerate(PAGE_PARTS.items())))
    made["[Content_Types].xml"] = insert(
        base["[Content_Types].xml"], "</Types>",
        "".join(f'<Override PartName="/word/{part}" ContentType="{MEDIA}{kind}+xml"/>'
                for part, kind in PAGE_PARTS.items()))
    made["word/settings.xml"] = settings(base["word/settings.xml"].decode(), numbered)
    return made
