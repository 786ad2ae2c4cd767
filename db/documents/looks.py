"""What both kinds of documents look like: the colours and sizes of the report in HTML, on paper."""

SERIF, SANS, MONO = "Liberation Serif", "Liberation Sans", "Liberation Mono"
# The fonts of the same widths on machines that lack them.
TWINS = {SERIF: "Times New Roman", SANS: "Arial", MONO: "Courier New", "Amiri": "Times New Roman", "DejaVu Sans": "Arial",
         "DejaVu Sans Mono": "Courier New", "Noto Serif CJK SC": "SimSun", "Noto Sans CJK SC": "Microsoft YaHei",
         "Noto Sans Mono CJK SC": "SimSun"}
# What stands in for a font where the letters are Arabic, and where they are Chinese.
ARABIC = {SERIF: "Amiri", SANS: "DejaVu Sans", MONO: "DejaVu Sans Mono"}
CHINESE = {SERIF: "Noto Serif CJK SC", SANS: "Noto Sans CJK SC", MONO: "Noto Sans Mono CJK SC"}

ACCENT, SOFT, LINE, SHADE, WARN, WARN_SHADE = "14467C", "52565E", "B9BEC6", "F1F3F6", "7A3B00", "FDF3E4"

BODY = 11  # points, as all sizes
SMALL = 9.5
HEADINGS = {1: 17, 2: 14, 3: 12, 4: 11, 5: 11, 6: 11}
CONTENTS_INDENTS = {1: 0, 2: 0.8, 3: 1.8, 4: 3, 5: 3, 6: 3}  # centimetres


def arabic_size(font, size):
    """In half points: Amiri looks smaller than the others."""
    return round(size * (2 if font in (SANS, MONO) else 2.4))
