#!/usr/bin/env python3
"""Forms opened and saved by LibreOffice, and edited in it, sent back to a running service.

  tests/office/round_trip.py URL TOKEN FOLDER     the token of an administrator; files go to the folder

A report of its own gets the texts of the sample report in all languages. Its forms come back twice: as LibreOffice saves
them, which writes every part of the file anew, and with a paragraph edited in it. Quotes, code, tables and headings in
list items are not among what may be edited, as the contract says: an edit of such a list moves them out of it.
"""
import json
import pathlib
import sys
import urllib.request

sys.dont_write_bytecode = True

from libreoffice import Office

URL, TOKEN, FOLDER = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
TEXTS = pathlib.Path(__file__).resolve().parents[2] / "db/demo/texts"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LANGUAGES = ("en", "ru", "tk")
EDIT = {"en": "Added in LibreOffice.", "ru": "Добавлено в LibreOffice.", "tk": "LibreOffice-de goşuldy."}
SUBSET = """## Heading

Letters *one* __two__ ~~three~~ `four` and a [link](https://example.org/a?b=c), [ref][r], https://example.org/
in a wrapped line.[^n] Hard\\
break, nbsp\u00a0here, “quotes” – dash, soft\u00adhyphen.

* one
    1. two

       second paragraph
    2. three
* four

+ another list

> A quote
>
> of two paragraphs.

| a | b |
|:--|--:|
| 1 | **2** |
| x<br>y | `z` |

```sql
select  1;

  from x;
```

***

![A map](map.png "The map")

[r]: https://example.org/law "Title"

[^n]: A note.

    Of two paragraphs, with *letters*.
"""


def call(method, path, body=None, kind="application/json", headers=()):
    data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    request = urllib.request.Request(URL + "/v1" + path, data, method=method, headers={
        "Authorization": "Bearer " + TOKEN, "Content-Type": kind, **dict(headers)})
    with urllib.request.urlopen(request) as answer:
        return answer.read(), answer.headers


def make_report():
    call("POST", "/agencies", {"id": "office", "title": {"en": "Office", "ru": "Ведомство", "tk": "Edara"}})
    call("POST", "/reports", {"id": "office-2026", "format": "gcm-imrf", "country": "TKM", "title": {"en": "Office"},
                              "forum_date": "2030-05-05", "languages": LANGUAGES, "source_language": "en"})
    count = 0
    for language in LANGUAGES:
        for text in sorted((TEXTS / language).glob("*.md")) + [None]:
            section = "/reports/office-2026/sections/" + (text.stem if text else "annex-pledges")
            if text and (text.stem == "annex-pledges" or "." in text.stem):
                continue
            _, headers = call("GET", section)
            if language == "en":
                call("PATCH", section, {"lead": "office"}, "application/merge-patch+json", [("If-Match", headers["ETag"])])
            call("PUT", f"{section}/texts/{language}", text.read_bytes() if text else SUBSET.encode(), "text/markdown",
                 [("If-None-Match", "*")])
            count += 1
    return count


def save_anew(office, source, target, edit=None):
    document = office.open(source)
    if edit:
        edit(document)
    office.save(document, target, "MS Word 2007 XML")


def first_text_edited(language):
    """Adds a sentence to the first plain paragraph behind a marker."""
    def edit(document):
        inside = False
        paragraphs = document.Text.createEnumeration()
        while paragraphs.hasMoreElements():
            paragraph = paragraphs.nextElement()
            if not paragraph.supportsService("com.sun.star.text.Paragraph"):
                continue
            if paragraph.String.startswith("[["):
                inside = not paragraph.String.startswith("[[/")
            elif inside and paragraph.ParaStyleName in ("First Paragraph", "Text body", "Body Text") and len(paragraph.String) > 40:
                document.Text.insertString(paragraph.End, " " + EDIT[language], False)
                return
        raise SystemExit("there is no paragraph to edit")
    return edit


def send(file, dry_run=False):
    body, _ = call("POST", "/reports/office-2026/forms" + ("?dry_run=true" if dry_run else ""), file.read_bytes(), DOCX)
    return json.loads(body)


def expect(right, what, answer):
    if not right:
        changed = [section for section in answer["sections"] if section["outcome"] != "unchanged"]
        raise SystemExit(f"{what}: {json.dumps(changed, ensure_ascii=False, indent=1)}\nunread: {answer['unread']}")
    print(what, answer["counts"])


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    print(make_report(), "texts")
    office = Office(FOLDER)
    try:
        for language in LANGUAGES:
            form, saved, edited = (FOLDER / f"{name}.{language}.docx" for name in ("form", "saved", "edited"))
            form.write_bytes(call("GET", f"/reports/office-2026/forms/office.docx?language={language}")[0])
            save_anew(office, form, saved)
            answer = send(saved)
            expect(answer["counts"]["unchanged"] == len(answer["sections"]) and not answer["unread"],
                   f"{language}, opened and saved", answer)
            save_anew(office, form, edited, first_text_edited(language))
            answer = send(edited)
            changed = [section for section in answer["sections"] if section["outcome"] == "saved"]
            expect(len(changed) == 1 and answer["counts"]["unchanged"] == len(answer["sections"]) - 1,
                   f"{language}, one paragraph edited", answer)
            added = [line for line in changed[0]["diff"].split("\n")[2:] if line.startswith("+")]
            expect(len(added) == 1 and EDIT[language] in added[0], f"{language}, one line differs", answer)
    finally:
        office.close()


if __name__ == "__main__":
    main()
