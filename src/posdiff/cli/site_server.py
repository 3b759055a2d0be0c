"""Shows a site to the browsers of this machine, and to nobody else: over HTTP, on the loopback interface."""

from __future__ import annotations

import errno
import os
import signal
import socketserver
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from posdiff.cli.output import say
from posdiff.findings.failure import USAGE, Failure

HOST = "127.0.0.1"
#: Seconds after which a connection that says nothing is closed.
_PATIENCE = 10
_TYPES = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
    ".xml": "application/atom+xml", ".txt": "text/plain",
}  # fmt: skip


class Shown(NamedTuple):
    """A text of the site. ``found`` is False for the page that stands in the place of one that there is not."""

    text: str
    found: bool = True


#: The text at a path of the site, such as ``issues/ceasefire.html``.
Texts = Callable[[str], Shown]


class SiteServer(socketserver.ThreadingTCPServer):
    """Listens on the loopback interface from when it is made. Raises Failure (usage) where the port cannot be had."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers listen at one port

    def __init__(self, texts: Texts, port: int) -> None:
        self.texts = texts
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise Failure(f"port {port} is taken", hint="--port 0 takes one that is free", code=USAGE) from None
            message = f"port {port} cannot be had: {(error.strerror or str(error)).lower()}"
            raise Failure(message, hint="--port 0 takes one that is free", code=USAGE) from None

    @property
    def port(self) -> int:
        """The port that it listens at."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """Where the site is found."""
        return f"http://{HOST}:{self.port}/"

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002  # as it is called
        """A browser that went away is nothing to tell of."""
        error = sys.exception()
        if not isinstance(error, OSError):
            say(f"bug: {type(error).__name__}: {error}")

    def run(self) -> None:
        """Answer until the process is interrupted or told to end."""
        for end in (signal.SIGINT, signal.SIGTERM):  # a shell starts jobs in the background with SIGINT ignored
            signal.signal(end, _interrupted)
        try:
            self.serve_forever()
        except KeyboardInterrupt:
            pass
        finally:
            self.server_close()


def _interrupted(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


class _Handler(BaseHTTPRequestHandler):
    """Answers with texts that are in memory: no path leads to a file."""

    server: SiteServer
    timeout = _PATIENCE
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d %(message)s\n"

    def do_GET(self) -> None:
        """Answer with a text."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer as to GET, without the text."""
        self._answer()

    def _not_allowed(self) -> None:
        self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are answered")

    do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = _not_allowed

    def _answer(self) -> None:
        if not self._is_meant():
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, f"this is {self.server.address}")
            return
        path = unquote(self.path.partition("?")[0], errors="replace")
        if not path.startswith("/"):
            self._refuse(HTTPStatus.BAD_REQUEST, "a path begins with /")
            return
        try:
            shown = self.server.texts(path[1:] or "index.html")
        except Exception as error:  # noqa: BLE001 - one page must not end the server
            say(f"bug: {type(error).__name__}: {error}", "this is a bug in posdiff")
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, "this is a bug in posdiff")
            return
        suffix = Path(path).suffix if shown.found and path != "/" else ".html"
        self._send(HTTPStatus.OK if shown.found else HTTPStatus.NOT_FOUND, _TYPES.get(suffix, "text/plain"), shown.text)

    def _is_meant(self) -> bool:
        """Whether the request names this server: a site that lets its own name lead here still sends that name."""
        end = f":{self.server.port}"
        hosts = [f"{host.lower()}{'' if ':' in host else ':80'}" for host in self.headers.get_all("Host", ())]
        return hosts in ([f"{HOST}{end}"], [f"localhost{end}"])

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        self._send(status, "text/plain", f"{status} {words}\n")

    def _send(self, status: HTTPStatus, type: str, text: str) -> None:
        data = text.encode("utf-8", "backslashreplace")
        self.send_response(status)
        self.send_header("Content-Type", f"{type}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def version_string(self) -> str:
        """No word of which Python this is."""
        return "posdiff"

    def end_headers(self) -> None:
        """No copy is kept, nothing is guessed, and no other site may show or load what stands here."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", "frame-ancestors 'none'")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Requests are not told of."""
