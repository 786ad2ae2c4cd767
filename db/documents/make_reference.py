#!/usr/bin/env python3
"""Makes the reference documents of the report for word processors: styles, header, footer, page.

  db/documents/make_reference.py      (needs pandoc, whose own reference document gives the parts that have no looks)

  reference.docx, draft.docx           the latter with a watermark in the header
  form.docx                            for the form in which an agency writes its sections
  reference.odt, report.opendocument   styles; template with the looks of tables

The same pandoc gives the same bytes. In the files something else stands for a language, the word across its drafts and the numbers of headings;
the service puts them in, the words from db/labels/ (service/documents/office/reference_document.cpp).
"""
import io
import pathlib
import re
import subprocess
import sys
import zipfile

sys.dont_write_bytecode = True

import open_document
import word

HERE = pathlib.Path(__file__).resolve().parent
WATERMARK = "{watermark}"


def pandoc(*arguments):
    return subprocess.run(["pandoc", *arguments], check=True, capture_output=True).stdout


def parts_of(file):
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def write(name, parts, first):
    """first: the part that has to stand uncompressed at the beginning, or None."""
    with zipfile.ZipFile(HERE / name, "w") as archive:
        for part in sorted(parts, key=lambda part: (part != first, part)):
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if part == first else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            data = parts[part]
            archive.writestr(info, data.encode() if isinstance(data, str) else data)
    print(name, (HERE / name).stat().st_size)


def main():
    base = parts_of(pandoc("--print-default-data-file", "reference.docx"))
    write("reference.docx", word.parts(base, ""), None)
    write("form.docx", word.parts(base, "", word.form_styles(), numbered=False), None)
    write("draft.docx", word.parts(base, WATERMARK), None)
    write("reference.odt", open_document.parts(WATERMARK), "mimetype")
    template = pandoc("--print-default-template", "opendocument").decode()
    template = re.sub(r"\$if\(toc\)\$.*?\$endif\$\n", "", template, flags=re.DOTALL)
    # Newer versions of pandoc say 1.3 in the manifest, and LibreOffice opens no document that says less inside.
    template = template.replace('office:version="1.2"', 'office:version="1.3"')
    template = template.replace("    $automatic-styles$\n", "    $automatic-styles$\n" + open_document.table_styles())
    (HERE / "report.opendocument").write_text(template)


if __name__ == "__main__":
    main()
