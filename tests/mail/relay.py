#!/usr/bin/env python3
"""A mail relay that does as a test says.

  tests/mail/relay.py FOLDER [--port N] [--tls CERTIFICATE KEY [--smtps]] [--login NAME PASSWORD]

It listens on 127.0.0.1 and writes its port into FOLDER/port. Every decision is taken by what stands in FOLDER/mode:

  accept                what it does where there is no such file
  refuse ADDRESS        550 to this recipient
  refuse-all            550 to every one
  refuse-sender         550 to whoever sends
  refuse-body           552 to what was sent
  later ADDRESS         451 to this recipient
  later-body            451 to what was sent
  greylist              451 to a recipient the first time
  hang                  no word to whoever connects
  hang-body             no answer to what was sent
  keep-and-drop         keeps what was sent and closes the connection without an answer
  drop                  closes it likewise, and keeps nothing
  drop-command          closes it at RCPT
  slow                  takes 15 ms to keep each mail, and 15 more to say so

Each connection is a line in FOLDER/connections, each QUIT one in FOLDER/quits; a mail that it keeps is FOLDER/mails/N.eml,
its envelope N.json.
"""
import argparse
import asyncio
import json
import os
import pathlib
import ssl
import sys

sys.dont_write_bytecode = True

from aiosmtpd.smtp import SMTP, AuthResult


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--smtps", action="store_true")
    parser.add_argument("--login", nargs=2)
    return parser.parse_args()


ARGUMENTS = arguments()
FOLDER = ARGUMENTS.folder
MAILS = FOLDER / "mails"
SEEN = set()
LONG = 3600


def mode():
    try:
        words = (FOLDER / "mode").read_text().split()
    except FileNotFoundError:
        words = ["accept"]
    return (words + [""])[:2]


def note(name):
    with open(FOLDER / name, "a") as out:
        out.write("x\n")


def keep(session, envelope):
    number = len(list(MAILS.glob("*.eml"))) + 1
    said = {
        "from": envelope.mail_from,
        "to": envelope.rcpt_tos,
        "greeting": session.host_name,
        "tls": session.ssl is not None or ARGUMENTS.smtps,
        "login": session.auth_data.login.decode() if session.authenticated else None,
    }
    (MAILS / f"{number}.json").write_text(json.dumps(said))
    whole = MAILS / f"{number}.part"
    whole.write_bytes(envelope.original_content)
    whole.rename(MAILS / f"{number}.eml")


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if mode()[0] == "refuse-sender":
            return "550 5.7.1 Sender rejected"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        what, whom = mode()
        if what == "refuse-all" or (what, whom) == ("refuse", address):
            return "550 5.1.1 No such person here"
        if (what, whom) == ("later", address):
            return "451 4.3.0 Come later"
        if what == "greylist" and address not in SEEN:
            SEEN.add(address)
            return "451 4.7.1 Greylisted"
        if what == "drop-command":
            server.transport.abort()
            await asyncio.sleep(LONG)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        what = mode()[0]
        if what == "hang-body":
            await asyncio.sleep(LONG)
        if what == "refuse-body":
            return "552 5.2.3 Not this"
        if what == "later-body":
            return "451 4.3.1 No room"
        pause = 0.015 if what == "slow" else 0
        await asyncio.sleep(pause)
        if what != "drop":
            keep(session, envelope)
        await asyncio.sleep(pause)
        if what in ("drop", "keep-and-drop"):
            server.transport.abort()
            await asyncio.sleep(LONG)
        return "250 2.0.0 Taken"

    async def handle_QUIT(self, server, session, envelope):
        note("quits")
        return "221 Bye"


class Relay(SMTP):
    async def _handle_client(self):
        note("connections")
        if mode()[0] == "hang":
            await asyncio.sleep(LONG)
        await super()._handle_client()


def is_right(server, session, envelope, mechanism, data):
    login = [data.login.decode(), data.password.decode()] if hasattr(data, "login") else []
    return AuthResult(success=login == ARGUMENTS.login, handled=False, auth_data=data)


async def end_with(test):
    """A test that was killed leaves no relay behind."""
    while os.getppid() == test:
        await asyncio.sleep(1)
    os._exit(0)


async def main():
    MAILS.mkdir(parents=True, exist_ok=True)
    tls = None
    if ARGUMENTS.tls:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(*ARGUMENTS.tls)
    more = {"tls_context": None if ARGUMENTS.smtps else tls}
    if ARGUMENTS.login:
        more.update(authenticator=is_right, auth_required=True, auth_require_tls=tls is not None and not ARGUMENTS.smtps)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Relay(Handler(), hostname="relay.example", loop=loop, **more), "127.0.0.1",
                                      ARGUMENTS.port, ssl=tls if ARGUMENTS.smtps else None)
    watch = loop.create_task(end_with(os.getppid()))  # held, or it may be collected
    part = FOLDER / "port.part"
    part.write_text(str(server.sockets[0].getsockname()[1]))
    part.rename(FOLDER / "port")
    await server.serve_forever()


asyncio.run(main())
