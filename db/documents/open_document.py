"""The parts of a reference document for OpenDocument, and the looks of its tables."""
from looks import *

SPACES = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for key, name in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
    ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"), ("manifest", "manifest")))
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
KIND = "application/vnd.oasis.opendocument.text"
LANGUAGE = "{language}"
HEADING_LISTS = "{heading lists}"
# Of the text of a report: "justify" or "start"; "true" or "false".
BODY_ALIGNMENT, BODY_HYPHENATION = "{body alignment}", "{body hyphenation}"


def attributes(**values):
    """fo_margin_top="1cm" -> fo:margin-top="1cm"; what is None is left out."""
    named = ((key.split("_", 1)[0], key.split("_", 1)[1].replace("_", "-"), value) for key, value in values.items())
    return "".join(f' {space}:{name}="{value}"' for space, name, value in named if value is not None)


def text_look(font=None, size=None, color=None, bold=False, **more):
    """For letters of all kinds: OpenDocument keeps the looks of Chinese and of Arabic ones apart."""
    points, weight = f"{size}pt" if size else None, "bold" if bold else None
    return (attributes(style_font_name=font, style_font_name_asian=CHINESE.get(font), style_font_name_complex=ARABIC.get(font),
                       fo_font_size=points, style_font_size_asian=points,
                       style_font_size_complex=f"{arabic_size(font, size) / 2:g}pt" if size else None,
                       fo_color=f"#{color}" if color else None,
                       fo_font_weight=weight, style_font_weight_asian=weight, style_font_weight_complex=weight) +
            attributes(**more))


def space(before=0.0, after=0.0, line=None):
    """In points; line: percent."""
    return attributes(fo_margin_top=f"{before}pt", fo_margin_bottom=f"{after}pt",
                      fo_line_height=f"{line}%" if line else None)


def rule(side, width, color, padding):
    return f' fo:border-{side}="{width}pt solid #{color}" fo:padding-{side}="{padding}cm"'


def style(name, shown=None, base="Standard", then=None, paragraph="", text="", tabs="", level=None, page=None,
          family="paragraph"):
    inside = (f"<style:paragraph-properties{paragraph}>{tabs}</style:paragraph-properties>" if paragraph or tabs else "") + \
             (f"<style:text-properties{text}/>" if text else "")
    return ("<style:style" + attributes(style_name=name, style_display_name=shown, style_family=family,
                                        style_parent_style_name=base, style_next_style_name=then,
                                        style_default_outline_level=level, style_master_page_name=page) +
            f">{inside}</style:style>")


def box(name, color, shade, leads=False):
    """A paragraph with a bar on its left. leads: it stays with the next."""
    look = (space(6, 6, 110) + attributes(fo_margin_left="0.2cm", fo_margin_right="0cm", fo_border="none",
                                          fo_background_color=f"#{shade}", fo_keep_together="always",
                                          fo_keep_with_next="always" if leads else None))
    return style(name, paragraph=look + rule("left", 3, color, 0.3), text=text_look(SANS, SMALL, color))


def table_text(name, base, look):
    return "".join(style(name + side, base=name if side else base,
                         paragraph=look + (attributes(fo_text_align=align) if align else ""),
                         text="" if side else text_look(**({"font": SANS, "bold": True} if name == "TableHead" else
                                                           {"size": 9})))
                   for side, align in (("", None), ("Right", "end"), ("Center", "center")))


def each_language(xml):
    """What the service repeats for every language, with its tag in the place of LANGUAGE."""
    return f"<!--each language-->{xml}<!--end-->"


def paragraph_styles():
    heading_rule = rule("bottom", 1.5, ACCENT, 0.05) + attributes(fo_border_top="none", fo_border_left="none",
                                                                  fo_border_right="none")
    thin = attributes(fo_border_top="none", fo_border_left="none", fo_border_right="none") + rule("bottom", 0.5, LINE, 0.08)
    keep = attributes(fo_keep_with_next="always", fo_keep_together="always")
    contents_look = space(0, 10) + heading_rule + attributes(fo_keep_with_next="always", fo_break_before="page")
    contents_text = text_look(SANS, HEADINGS[1], bold=True)
    tab = ('<style:tab-stops><style:tab-stop style:position="{}cm" style:type="right" style:leader-style="dotted" '
           'style:leader-text="."/></style:tab-stops>')
    lines, hyphens = attributes(fo_text_align=BODY_ALIGNMENT), attributes(fo_hyphenate=BODY_HYPHENATION)
    country = text_look(SANS, 12, ACCENT, fo_text_transform="uppercase", fo_letter_spacing="0.034cm")
    styles = [
        style("Standard", base=None),
        style("Text_20_body", "Text body", paragraph=space(3.5, 3.5, 115) + attributes(fo_orphans=2, fo_widows=2) + lines,
              text=hyphens),
        style("First_20_paragraph", "First paragraph", "Text_20_body", "Text_20_body"),
        style("Lead", base="Text_20_body", paragraph=attributes(fo_keep_with_next="always")),
        style("Title", then="Subtitle", paragraph=space(0, 22) + rule("top", 2, ACCENT, 0.8) + attributes(
            fo_border_bottom="none", fo_border_left="none", fo_border_right="none"), text=text_look(SANS, 26, bold=True)),
        style("Subtitle", then="Fact", paragraph=space(0, 50), text=text_look(SANS, 12.5, SOFT)),
        style("Author", then="Title", paragraph=space(90, 22), text=country, page="First_20_Page"),
        style("Date", text=text_look(SANS)),
        style("Fact", paragraph=space(3, 3) + thin + attributes(style_join_border="false"), text=text_look(SANS)),
        style("PageBreak", "Page Break", then="Heading_20_1",
              paragraph=space(0, 0) + attributes(fo_break_before="page", fo_line_height="1pt"),
              text=attributes(fo_font_size="1pt")),
        style("PageBreak_20_Wide", "Page Break Wide", "PageBreak", "Heading_20_1", page="Wide"),
        style("PageBreak_20_Upright", "Page Break Upright", "PageBreak", "Heading_20_1", page="Standard"),
        style("Contents_20_Heading", "Contents Heading", paragraph=contents_look, text=contents_text, page="Standard"),
        style("List_20_Heading", "List Heading", paragraph=space(20, 6) + heading_rule + attributes(
            fo_keep_with_next="always"), text=text_look(SANS, HEADINGS[2], bold=True)),
        style("List_20_Entry", "List Entry", tabs=tab.format(16), paragraph=space(1, 1), text=text_look(SANS, 10)),
        style("Abbreviation", tabs='<style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops>',
              paragraph=space(1, 1) + attributes(fo_margin_left="3cm", fo_text_indent="-3cm"), text=text_look(SANS, 10)),
        style("Emblem", then="Author_20_Below_20_Emblem", paragraph=space(20, 0), page="First_20_Page"),
        style("Author_20_Below_20_Emblem", "Author Below Emblem", then="Title", paragraph=space(22, 22), text=country),
        style("Issued", text=text_look(SANS)),
        style("Quotations", base="Text_20_body", text=text_look(color=SOFT), paragraph=attributes(
            fo_margin_left="0.6cm", fo_border="none") + rule("left", 3, LINE, 0.35)),
        style("Preformatted_20_Text", "Preformatted Text", paragraph=space() + attributes(
            fo_background_color=f"#{SHADE}"), text=text_look(MONO, 9)),
        style("Footnote", text=text_look(size=9) + hyphens, paragraph=space(0, 2) + attributes(
            fo_margin_left="0.4cm", fo_text_indent="-0.4cm") + lines),
        style("Caption", paragraph=space(6, 4) + keep, text=text_look(SANS, SMALL, SOFT)),
        style("Table_20_Contents", "Table Contents", paragraph=space(1, 1)),
        style("Table_20_Heading", "Table Heading", "Table_20_Contents", text=text_look(SANS, bold=True)),
        style("Header", paragraph=thin, text=text_look(SANS, 8.5, SOFT)),
        style("Footer", paragraph=attributes(fo_text_align="center"), text=text_look(SANS, 9, SOFT)),
        style("Horizontal_20_Line", "Horizontal Line", paragraph=space(6, 6) + thin, text=attributes(fo_font_size="4pt")),
        box("Remark", WARN, WARN_SHADE, leads=True),
        box("Gap", WARN, WARN_SHADE), box("GapLead", WARN, WARN_SHADE, leads=True),
        box("Nothing", SOFT, SHADE), box("NothingLead", SOFT, SHADE, leads=True),
        table_text("TableText", "Table_20_Contents", ""),
        table_text("TableHead", "TableText", attributes(fo_keep_with_next="always")),
        table_text("TableKept", "TableText", attributes(fo_keep_with_next="always")),
    ]
    styles.append(each_language(style(f"Contents_20_Heading_20_Draft_20_{LANGUAGE}", f"Contents Heading Draft {LANGUAGE}",
                                      "Contents_20_Heading", page=f"Draft_{LANGUAGE}") +
                                style(f"PageBreak_20_Wide_20_Draft_20_{LANGUAGE}", f"Page Break Wide Draft {LANGUAGE}",
                                      "PageBreak_20_Wide", page=f"Wide_Draft_{LANGUAGE}") +
                                style(f"PageBreak_20_Upright_20_Draft_20_{LANGUAGE}", f"Page Break Upright Draft {LANGUAGE}",
                                      "PageBreak_20_Upright", page=f"Draft_{LANGUAGE}")))
    for level, size in HEADINGS.items():
        styles.append(style(f"Heading_20_{level}", f"Heading {level}", then="Text_20_body", level=level,
                            paragraph=space(20 if level < 3 else 14, 6) + keep + (heading_rule if level == 1 else ""),
                            text=text_look(SANS, size, SOFT if level > 4 else None, True)))
        if level > 1:
            styles.append(style(f"Text_20_Heading_20_{level}", f"Text Heading {level}", f"Heading_20_{level}", "Text_20_body"))
    for level, left in CONTENTS_INDENTS.items():
        styles.append(style(f"Contents_20_{level}", f"Contents {level}", tabs=tab.format(16 - left),
                            paragraph=space(6 if level == 1 else 1, 1) + attributes(fo_margin_left=f"{left}cm"),
                            text=text_look(SANS, 10, bold=level == 1)))
    return styles


def text_styles():
    return [style(name, shown, None, text=look, family="text") for name, shown, look in (
        ("Source_Text", "Source Text", text_look(MONO, 9.5)),
        ("Definition", None, text_look(color=ACCENT)),  # pandoc's name for the text of a link within the document
        ("Internet_20_link", "Internet link", text_look(color=ACCENT)),
        ("Visited_20_Internet_20_Link", "Visited Internet Link", text_look(color=ACCENT)),
        ("Contents_20_Link", "Contents Link", text_look(color="000000")),
        ("Emphasis", None, attributes(fo_font_style="italic")),
        ("Strong_20_Emphasis", "Strong Emphasis", text_look(bold=True)),
        ("Strikeout", None, attributes(style_text_line_through_style="solid")),
        ("Superscript", None, attributes(style_text_position="super 58%")),
        ("Subscript", None, attributes(style_text_position="sub 58%")),
        ("Bullet_20_Symbols", "Bullet Symbols", text_look(SERIF)),
        ("Numbering_20_Symbols", "Numbering Symbols", text_look(SERIF)),
        ("Footnote_20_Symbol", "Footnote Symbol", ""),
        ("Footnote_20_anchor", "Footnote anchor", attributes(style_text_position="super 58%")))]


def frames():
    """What stands at the foot of a page."""
    look = attributes(style_vertical_pos="bottom", style_vertical_rel="page-content", style_horizontal_pos="center",
                      style_horizontal_rel="page-content", style_wrap="run-through", fo_border="none", fo_padding="0cm")
    return (f'<style:style style:name="Foot" style:family="graphic"><style:graphic-properties{look}/></style:style>')


def watermark_shape(word):
    """Letters drawn across the page, behind the text; the shape is that of every OpenDocument text art."""
    equations = ("$0 -10800", "?f0 *2", "abs(?f1 )", "if(?f1 ,0,?f2 )", "21600-?f2 ", "if(?f1 ,?f4 ,21600)",
                 "if(?f1 ,?f2 ,0)", "if(?f1 ,21600,?f4 )")
    return ('<draw:custom-shape text:anchor-type="char" draw:z-index="0" draw:name="PowerPlusWaterMarkObject1" '
            'draw:style-name="Watermark" svg:width="15.5cm" svg:height="5.2cm" '
            'draw:transform="rotate (0.785398163397448) translate (0.7cm 16.6cm)">'
            f'<text:p text:style-name="WatermarkText">{word}</text:p><draw:enhanced-geometry draw:text-path="true" '
            'draw:text-path-mode="shape" draw:text-path-scale="path" svg:viewBox="0 0 21600 21600" '
            'draw:text-areas="0 0 21600 21600" draw:type="fontwork-plain-text" draw:modifiers="10800" '
            'draw:enhanced-path="M ?f3 0 L ?f5 0 N M ?f6 21600 L ?f7 21600 N">' +
            "".join(f'<draw:equation draw:name="f{i}" draw:formula="{formula}"/>' for i, formula in enumerate(equations)) +
            "</draw:enhanced-geometry></draw:custom-shape>")


def automatic_styles():
    watermark = attributes(draw_stroke="none", draw_fill="solid", draw_fill_color="#d9dce1", draw_opacity="50%",
                           draw_auto_grow_height="false", draw_auto_grow_width="false", fo_min_height="5.2cm",
                           fo_min_width="15.5cm", fo_padding="0cm", style_run_through="background", style_wrap="run-through",
                           style_number_wrapped_paragraphs="no-limit", style_vertical_pos="middle",
                           style_vertical_rel="page-content", style_horizontal_pos="center",
                           style_horizontal_rel="page-content", style_flow_with_text="false")
    page = attributes(fo_page_width="21cm", fo_page_height="29.7cm", style_print_orientation="portrait",
                      fo_margin_top="1.25cm", fo_margin_bottom="1.25cm", fo_margin_left="2.5cm", fo_margin_right="2.5cm")
    strip = '<style:{0}-style><style:header-footer-properties fo:min-height="1.25cm" fo:margin-{1}="0.5cm"/></style:{0}-style>'
    plain = page.replace('fo:margin-top="1.25cm"', 'fo:margin-top="2.5cm"').replace('bottom="1.25cm"', 'bottom="2.5cm"')
    wide = page.replace("21cm", "W").replace("29.7cm", "21cm").replace("W", "29.7cm").replace("portrait", "landscape")
    strips = strip.format("header", "bottom") + strip.format("footer", "top")
    return (f'<style:style style:name="Watermark" style:family="graphic"><style:graphic-properties{watermark}/>'
            f'<style:text-properties{text_look(SANS)}/></style:style>'
            f'<style:style style:name="WatermarkText" style:family="paragraph"><style:text-properties{text_look(SANS)}/>'
            f'</style:style><style:page-layout style:name="Plain"><style:page-layout-properties{plain}/></style:page-layout>'
            f'<style:page-layout style:name="Page"><style:page-layout-properties{page}/>{strips}</style:page-layout>'
            f'<style:page-layout style:name="WidePage"><style:page-layout-properties{wide}/>{strips}</style:page-layout>')


def master_page(name, shown, watermark, layout="Page"):
    return (f'<style:master-page style:name="{name}" style:display-name="{shown}" style:page-layout-name="{layout}">'
            f'<style:header><text:p text:style-name="Header">{watermark_shape(watermark) if watermark else ""}<text:title/>'
            '</text:p></style:header><style:footer><text:p text:style-name="Footer"><text:page-number '
            'text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count></text:p>'
            "</style:footer></style:master-page>")


def style_sheet(watermark):
    fonts = "".join(f'<style:font-face style:name="{font}" svg:font-family="&apos;{font}&apos;, &apos;{twin}&apos;"/>'
                    for font, twin in TWINS.items())
    base = text_look(SERIF, BODY, fo_language="en", fo_country="none")
    pages = [f'<style:master-page style:name="First_20_Page" style:display-name="First Page" style:page-layout-name="Plain"/>',
             master_page("Standard", "Standard", ""), master_page("Wide", "Wide", "", "WidePage")]
    pages.append(each_language(master_page(f"Draft_{LANGUAGE}", f"Draft {LANGUAGE}", watermark) +
                               master_page(f"Wide_Draft_{LANGUAGE}", f"Wide Draft {LANGUAGE}", watermark, "WidePage")))
    return (f'{XML}<office:document-styles {SPACES} office:version="1.3"><office:font-face-decls>{fonts}'
            '</office:font-face-decls><office:styles><style:default-style style:family="paragraph">'
            '<style:paragraph-properties style:tab-stop-distance="1.25cm" style:writing-mode="page" '
            'fo:text-align="start"/>'
            f'<style:text-properties{base}/></style:default-style>' +
            "".join(paragraph_styles() + text_styles()) + frames() + HEADING_LISTS +
            '<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol" '
            'text:citation-body-style-name="Footnote_20_anchor" style:num-format="1" text:start-value="0" '
            'text:footnotes-position="page" text:start-numbering-at="document"/></office:styles>'
            f"<office:automatic-styles>{automatic_styles()}</office:automatic-styles>"
            f'<office:master-styles>{"".join(pages)}</office:master-styles></office:document-styles>')


def table_styles():
    """Tables have automatic styles only, which belong to the text: pandoc's template for it carries them."""
    line = f'fo:border="0.5pt solid #{LINE}" fo:padding="0.12cm" style:vertical-align="top"'
    styles = [f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="16cm" '
              'style:rel-width="100%" table:align="margins" fo:margin-top="0.1cm" fo:margin-bottom="0.25cm" '
              f'{more}table:border-model="collapsing"/></style:style>'
              for name, more in (("ReportTable", ""), ("ReportTableWhole", 'style:may-break-between-rows="false" '))]
    styles += [
        '<style:style style:name="ReportRow" style:family="table-row"><style:table-row-properties '
        'fo:keep-together="always"/></style:style>',
        f'<style:style style:name="ReportCell" style:family="table-cell"><style:table-cell-properties {line}/></style:style>',
        '<style:style style:name="ReportHeading" style:family="table-cell"><style:table-cell-properties '
        f'fo:background-color="#{SHADE}" {line}/></style:style>',
    ]
    styles += [f'<style:style style:name="ReportColumn{percent}" style:family="table-column">'
               f'<style:table-column-properties style:rel-column-width="{percent * 655}*"/></style:style>'
               for percent in range(1, 101)]
    return "".join(f"    {one}\n" for one in styles)


def parts(watermark):
    listed = "".join(f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
                     for path, media in (("/", KIND), ("content.xml", "text/xml"), ("styles.xml", "text/xml"),
                                         ("meta.xml", "text/xml"), ("settings.xml", "text/xml")))
    return {
        "mimetype": KIND,
        "styles.xml": style_sheet(watermark),
        "content.xml": f'{XML}<office:document-content {SPACES} office:version="1.3"><office:body><office:text><text:p/>'
                       "</office:text></office:body></office:document-content>",
        "settings.xml": f'{XML}<office:document-settings {SPACES} xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" '
                        'office:version="1.3"><office:settings><config:config-item-set config:name="ooo:configuration-settings">'
                        # A row whose first paragraph is kept with the next is kept with the next row.
                        '<config:config-item config:name="TableRowKeep" config:type="boolean">true</config:config-item>'
                        "</config:config-item-set></office:settings></office:document-settings>",
        "meta.xml": f'{XML}<office:document-meta {SPACES} office:version="1.3"><office:meta/></office:document-meta>',
        "META-INF/manifest.xml": f'{XML}<manifest:manifest {SPACES} manifest:version="1.3">{listed}</manifest:manifest>',
    }
