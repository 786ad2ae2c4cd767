#!/usr/bin/env python3
"""A report opened in LibreOffice, edited and saved keeps its numbers, captions, references and contents.

  tests/office/edited_report.py FOLDER FILE...     DOCX and ODT files of reports; what LibreOffice saves goes to the folder

The lists say before they are updated what they say afterwards, pages aside. Then a chapter is put in the middle: those
behind it count one more, the annexes do not, and tables and figures keep their numbers. All that holds in the file that is
saved and opened again, too.
"""
import pathlib
import re
import sys

sys.dont_write_bytecode = True

from libreoffice import Office

FOLDER = pathlib.Path(sys.argv[1]).resolve()
FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8"}
ADDED = "A chapter put in"


def paragraphs(text):
    found = text.createEnumeration()
    while found.hasMoreElements():
        one = found.nextElement()
        if one.supportsService("com.sun.star.text.Paragraph"):
            yield one


def headings(document):
    """Those with a number."""
    return [f"{one.ListLabelString} {one.String}" for one in paragraphs(document.Text)
            if one.ParaStyleName.startswith("Heading") and one.ListLabelString]


def captions(document):
    return [one.String for one in paragraphs(document.Text) if one.ParaStyleName in ("Caption", "caption")]


def lists(document):
    """The lines of the contents and of the lists of tables and figures, without pages."""
    indexes = document.DocumentIndexes
    lines = []
    for i in range(indexes.Count):
        lines += indexes.getByIndex(i).Anchor.String.split("\n")
    lines = [re.sub(r"\t\d*$", "", line).replace("\t", " ").strip() for line in lines]
    return [line for line in lines if line]


def update(document):
    document.TextFields.refresh()
    indexes = document.DocumentIndexes
    for i in range(indexes.Count):
        indexes.getByIndex(i).update()


def chapters(lines):
    return [line for line in lines if re.match(r"\d+ ", line)]


def put_in_chapter(document):
    """In front of the third. Gives the words of the one that was there."""
    third = [one for one in paragraphs(document.Text) if one.ListLabelString == "3" and one.ParaStyleName == "Heading 1"][0]
    words = third.String
    cursor = document.Text.createTextCursorByRange(third.Start)
    document.Text.insertString(cursor, ADDED, False)
    document.Text.insertControlCharacter(cursor, 0, False)
    return words


def same(left, right, what):
    if left == right:
        return
    for a, b in zip(left + [None], right + [None]):
        if a != b:
            raise SystemExit(f"{what}: {a!r} became {b!r}")
    raise SystemExit(f"{what}: {len(left)} became {len(right)}")


def counted_on(line):
    number, words = line.split(" ", 1)
    levels = number.split(".")
    if not levels[0].isdigit() or int(levels[0]) < 3:
        return line
    return ".".join([str(int(levels[0]) + 1), *levels[1:]]) + " " + words


def check(office, file):
    document = office.open(file)
    shown, numbered, named = lists(document), headings(document), captions(document)
    for line in numbered:
        if line not in shown:
            raise SystemExit(f"{file.name}: the contents lack {line!r}")
    update(document)
    same(shown, lists(document), f"{file.name}, lists that are updated")
    third = put_in_chapter(document)
    update(document)
    saved = FOLDER / file.name
    office.save(document, saved, FILTERS[file.suffix])
    document = office.open(saved)
    update(document)
    expected = []
    for line in numbered:
        if line == f"3 {third}":
            expected.append(f"3 {ADDED}")
        expected.append(counted_on(line))
    same(expected, headings(document), f"{file.name}, headings behind a new chapter")
    same(named, captions(document), f"{file.name}, captions behind a new chapter")
    same(expected, [line for line in lists(document) if line in expected], f"{file.name}, contents behind a new chapter")
    document.close(True)
    print(f"{file.name}: {len(numbered)} numbered headings, {len(named)} captions, {len(shown)} lines of lists")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    office = Office(FOLDER)
    try:
        for file in sys.argv[2:]:
            check(office, pathlib.Path(file).resolve())
    finally:
        office.close()


if __name__ == "__main__":
    main()
