#!/usr/bin/env python3
"""A mail as a program for mail reads it, by Python's email package: tests/mail/read_mail.py FILE.eml -> JSON

Beside what it says: `long` counts lines of more than 76 bytes, `bare` those that do not end with CR LF, `defects` what is
wrong with it.
"""
import email.policy
import json
import pathlib
import sys

data = pathlib.Path(sys.argv[1]).read_bytes()
mail = email.message_from_bytes(data, policy=email.policy.default)
parts = list(mail.walk())
lines = data.split(b"\n")
print(json.dumps({
    "headers": {name: str(value) for name, value in mail.items()},
    "names": [name for name, _ in mail.items()],
    "to": [[a.display_name, a.addr_spec] for a in mail["To"].addresses],
    "from": [[a.display_name, a.addr_spec] for a in mail["From"].addresses],
    "type": mail.get_content_type(),
    "parts": [part.get_content_type() for part in parts[1:]],
    "text": mail.get_body(("plain",)).get_content().replace("\r\n", "\n"),
    "html": mail.get_body(("html",)).get_content(),
    "defects": [str(defect) for part in parts for defect in part.defects],
    "long": sum(len(line.rstrip(b"\r")) > 76 for line in lines),
    "bare": sum(not line.endswith(b"\r") for line in lines[:-1]),
    "ascii": data.isascii(),
}))
