#!/usr/bin/env python3
"""The pages in the lists of a DOCX are those that LibreOffice prints it on.

  tests/office/pages_of_contents.py FOLDER ARCHIVE...     ZIP archives of exports and editions; what is printed goes to the folder

Every line of the contents and of the lists of tables and figures has a page, and what it names stands on that page of the
PDF that LibreOffice makes of the file.
"""
import pathlib
import re
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

sys.dont_write_bytecode = True

from libreoffice import Office

FOLDER = pathlib.Path(sys.argv[1]).resolve()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines_of_lists(file):
    """Pairs of the words of a line and its page."""
    with zipfile.ZipFile(file) as archive:
        text = ElementTree.fromstring(archive.read("word/document.xml"))
    for paragraph in text.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        link = paragraph.find(f"{W}hyperlink")
        if style is None or link is None or not re.fullmatch(r"TOC\d|TableofFigures", style.get(f"{W}val")):
            continue
        words = "".join(one.text if one.tag == f"{W}t" else "\t" for one in link.iter() if one.tag in (f"{W}t", f"{W}tab"))
        yield words.split("\t") if "\t" in words else [words, ""]


def without_spaces(text):
    return re.sub(r"[\s\u00ad-]+", "", text)


def pages_of(pdf):
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return [without_spaces(page) for page in text.split("\f")]


def check(office, file):
    pdf = file.with_suffix(".pdf")
    office.save(office.open(file), pdf, "writer_pdf_Export")
    pages = pages_of(pdf)
    lines = list(lines_of_lists(file))
    if not lines:
        raise SystemExit(f"{file.name} has no lists")
    for words, page in lines:
        if not page:
            raise SystemExit(f"{file.name}: {words!r} has no page")
        if without_spaces(words) not in pages[int(page) - 1]:
            raise SystemExit(f"{file.name}: {words!r} does not stand on page {page}")
    print(f"{file.name}: {len(lines)} lines of lists with their pages, {len(pages) - 1} pages")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    office = Office(FOLDER)
    try:
        for path in sys.argv[2:]:
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    if name.endswith(".docx"):
                        check(office, pathlib.Path(archive.extract(name, FOLDER / pathlib.Path(path).stem)))
    finally:
        office.close()


if __name__ == "__main__":
    main()
