"""The programs that the benchmark starts, each on the core that it is given, and the service's HTTP seen as a script."""
import http.client
import json
import os
import signal
import socket
import subprocess
import time

CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, CLIENT_CORE = CORES[0], CORES[-1]
REPORT = "/v1/reports/sample-2026"


def on_core(core):
    return lambda: os.sched_setaffinity(0, {core})


def run(command, core=CLIENT_CORE):
    """Runs a program to its end and gives what it printed."""
    done = subprocess.run([str(part) for part in command], preexec_fn=on_core(core), check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Process:
    """A server on the server's core that is stopped at the end."""

    def __init__(self, command, **more):
        self.process = subprocess.Popen([str(part) for part in command], preexec_fn=on_core(SERVER_CORE), **more)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)


class Service(Process):
    """`national-report serve` on a database, its log thrown away after it was written."""

    def __init__(self, binary, database, *flags):
        self.port = free_port()
        self.token = None
        self.started = time.perf_counter()
        super().__init__([binary, "serve", "--database", database, "--port", self.port, *flags],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def first_answer(self, path):
        """Milliseconds from the start until this address was answered."""
        while True:
            try:
                self.ask("GET", path)
                return (time.perf_counter() - self.started) * 1000
            except ConnectionRefusedError:
                if self.process.poll() is not None:
                    raise RuntimeError("the service did not start")
                time.sleep(0.0005)

    def printed_token(self):
        """The token of the first administrator, which a new database prints."""
        for line in self.process.stdout:
            if line.startswith("nr_"):
                return line.strip()
        raise RuntimeError("no token was printed")

    def ask(self, method, path, body=None, **headers):
        """One request; gives body and headers. An answer that is no success is an error."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            headers.setdefault("Content-Type", "application/json")
            body = json.dumps(body)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:300]}")
        return content, answer.headers

    def items(self, path):
        """The first 200 of a list."""
        return json.loads(self.ask("GET", f"{path}?limit=200")[0])["items"]

    def patch(self, path, change):
        etag = self.ask("GET", path)[1]["ETag"]
        return self.ask("PATCH", path, change, **{"If-Match": etag, "Content-Type": "application/merge-patch+json"})

    def reopen_sections(self, count):
        """Makes so many approved sections drafts again; gives the paths of their texts."""
        listed = json.loads(self.ask("GET", f"{REPORT}/sections?state=approved&limit=200")[0])["items"]
        names = [section["id"] for section in listed if section["texts"]][:count]
        for name in names:
            self.ask("POST", f"{REPORT}/sections/{name}/transitions", {"action": "reopen", "reason": "Figures are due."})
        return [f"{REPORT}/sections/{name}/texts/en" for name in names]

    def memory(self):
        """Kilobytes: resident, shared out among those who map it (PSS), and its own (anonymous)."""
        with open(f"/proc/{self.process.pid}/smaps_rollup", encoding="ascii") as file:
            sizes = dict(line.split(":", 1) for line in file if line.count(":") == 1)
        return [int(sizes[name].split()[0]) for name in ("Rss", "Pss", "Anonymous")]


class Nginx(Process):
    """nginx with one worker that gives static files from a folder."""

    def __init__(self, folder):
        self.port = free_port()
        user = "user root;" if os.geteuid() == 0 else ""
        temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        config = folder / "nginx.conf"
        config.write_text(f"""{user} daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
            events {{ worker_connections 1024; }}
            http {{ {temporary} access_log off; sendfile on; keepalive_requests 100000000; default_type text/html;
            server {{ listen 127.0.0.1:{self.port}; root {folder}; }} }}""")
        super().__init__(["nginx", "-p", folder, "-c", config], stderr=subprocess.DEVNULL)
        for _ in range(1000):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except ConnectionRefusedError:
                time.sleep(0.005)
        raise RuntimeError("nginx did not start")


class Bare(Process):
    """A program of bare_server.hpp."""

    def __init__(self, *command):
        super().__init__(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def __exit__(self, *more):
        self.process.stdin.close()
        super().__exit__(*more)
