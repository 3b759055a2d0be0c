"""``posdiff site --serve`` shows the pages to this machine only; with ``--watch`` they follow the files."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from browsing import opened
from posdiff.answers import rereading
from posdiff.answers.opening import Surroundings
from posdiff.answers.positions import open_positions
from posdiff.reports.site import pages
from running import called
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues: {border: {title: Border, kind: choice, options: {here: Here, there: There, far: Far}}}
    """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {speech: {title: A speech, url: "https://example.org/speech", publisher: A paper}}
        terms: {border: here}
    """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {speech: {title: A speech, url: "https://example.org/speech", publisher: A paper}}
        terms: {border: there}
    """,
}
DAY = date(2024, 6, 1)
NORTH = "positions/north/2024-01-01.yaml"


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    type: str
    text: str
    headers: http.client.HTTPMessage


class Served:
    """A server in a process of its own, and what a browser would ask of it."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process, self.port = process, port

    def get(self, path: str, host: str | None = None, method: str = "GET") -> Answer:
        """What is answered to a path, which is sent as it is written here."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", f"127.0.0.1:{self.port}" if host is None else host)
        connection.endheaders()
        response = connection.getresponse()
        text = response.read().decode("utf-8")
        connection.close()
        return Answer(response.status, response.headers["Content-Type"], text, response.headers)

    def end(self, how: signal.Signals) -> tuple[int, str]:
        """The exit code, and what was said on stderr by then."""
        self.process.send_signal(how)
        _, said = self.process.communicate(timeout=30)
        return self.process.returncode, said


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Served]:
    """The site of the dossier in a folder, served at a port that is free."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("POSDIFF")}
    with subprocess.Popen(
        [sys.executable, "-m", "posdiff", "site", "--serve", "--port", "0", "--at", DAY.isoformat(), *options],
        cwd=folder, env={**clean, "TMPDIR": str(folder), "POSDIFF_CACHE": "off"}, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), process.communicate()
        try:
            yield Served(process, int(address.rstrip("/").rpartition(":")[2]))
        finally:
            process.kill()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site that nobody edits."""
    folder = tmp_path_factory.mktemp("served")
    write(folder, FILES)
    with serving(folder) as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


def test_every_file_of_the_site_is_served_as_it_would_be_written(served: Served, tmp_path: Path) -> None:
    write(tmp_path, FILES)
    today = Surroundings(tmp_path, {"POSDIFF_CACHE": "off"}, DAY)
    texts = pages.files(open_positions(today, tmp_path / "positions").site())
    types = {
        "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json",
        "xml": "application/atom+xml",
    }  # fmt: skip
    for path, text in texts.items():
        answer = served.get(f"/{path}?whatever")
        assert (answer.status, answer.text) == (200, text), path
        assert answer.type == f"{types[path.rpartition('.')[2]]}; charset=utf-8", path
    index = served.get("/")
    assert index.text == texts["index.html"]
    assert index.headers["Cache-Control"] == "no-store"
    assert index.headers["X-Content-Type-Options"] == "nosniff"
    assert index.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    head = served.get("/", method="HEAD")
    assert (head.status, head.text, head.headers["Content-Length"]) == (200, "", index.headers["Content-Length"])
    assert "reload.js" not in index.text


@pytest.mark.parametrize(
    "path",
    ["/..", "/../agenda.yaml", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/issues/", "/issues/../index.html",
     "//etc/passwd", "/positions/agenda.yaml", "/site.css/", "/%00", "/%ff", "/version.txt", "/reload.js"],
)  # fmt: skip
def test_no_path_leads_to_anything_else(served: Served, path: str) -> None:
    answer = served.get(path)
    assert answer.status == 404
    assert "<h1>No such page</h1>" in answer.text


def test_a_page_that_is_missing_leads_back(served: Served) -> None:
    assert "<a class=home href=../../index.html>" in served.get("/statements/north/2023.html").text


@pytest.mark.parametrize(
    "host", ["evil.example:{port}", "evil.example", "127.0.0.1", "127.0.0.1:1", "", "[::1]:{port}"]
)
def test_another_host_is_refused(served: Served, host: str) -> None:
    """A site of a stranger whose name was made to lead here: the browser still sends that name."""
    answer = served.get("/", host.format(port=served.port))
    assert (answer.status, "North" in answer.text) == (421, False)


def test_the_names_of_this_machine_are_taken(served: Served) -> None:
    assert served.get("/", f"LocalHost:{served.port}").status == 200
    assert served.get(f"http://127.0.0.1:{served.port}/").status == 400  # as a proxy would be asked


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_get_and_head(served: Served, method: str) -> None:
    answer = served.get("/", method=method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_only_the_loopback_interface_is_listened_at(served: Served) -> None:
    addresses = {"127.0.0.2", "::1"}
    with suppress(OSError):
        addresses |= {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None)}
    for address in addresses - {"127.0.0.1"}:
        with pytest.raises(OSError):
            socket.create_connection((address, served.port), timeout=2).close()


def test_pages_follow_the_files(folder: Path) -> None:
    file = folder / NORTH
    with serving(folder, "--watch") as server:
        first, version = server.get("/"), server.get("/version.txt").text
        assert "Here" in first.text
        assert "notice" not in first.text
        assert f"<script src=reload.js data-version={version}>" in first.text
        assert "script-src 'self'; connect-src 'self';" in first.text
        assert server.get("/version.txt").text == version

        file.write_text(file.read_text(encoding="utf-8").replace("here", "far"), encoding="utf-8")
        assert server.get("/version.txt").text != version
        assert "Far" in server.get("/").text
        assert '"far"' in server.get("/issues/border.json").text

        write(folder, {"south/2024-02-01.yaml": FILES["south/2024-01-01.yaml"].replace("there", "far")})
        assert server.get("/statements/south/2024-02-01.html").status == 404  # the day in it is another
        text = (folder / "positions/south/2024-02-01.yaml").read_text(encoding="utf-8")
        (folder / "positions/south/2024-02-01.yaml").write_text(text.replace("2024-01-01", "2024-02-01"))
        assert server.get("/statements/south/2024-02-01.html").status == 200
        (folder / "positions/south/2024-02-01.yaml").unlink()
        gone = server.get("/statements/south/2024-02-01.html")
        assert (gone.status, "../../reload.js" in gone.text) == (404, True)


def test_findings_stand_above_the_pages(folder: Path) -> None:
    """An error of reading leaves the pages as they were; a warning does not."""
    file = folder / NORTH
    good = file.read_text(encoding="utf-8")
    agenda = folder / "positions/agenda.yaml"
    with serving(folder, "--watch") as server:
        file.write_text(good.replace("here", "nowhere"), encoding="utf-8")
        broken = server.get("/issues/border.html").text
        assert "<strong>1 error in 3 files; the page below is of the files as they were before</strong>" in broken
        assert "error</b> [unknown-option] <a href=../statements/north/2024-01-01.html><code>" in broken
        assert "positions/north/2024-01-01.yaml:3:17</code></a>" in broken
        assert ">Here<" in broken

        file.write_text(good.replace(', url: "https://example.org/speech", publisher: A paper', ""))
        warned = server.get("/").text
        assert "[source-untraceable]" in warned
        assert "as they were before" not in warned

        agenda.write_text("posdiff: 1\nparties: [", encoding="utf-8")
        assert "positions/agenda.yaml:2:11" in server.get("/").text
        agenda.rename(folder / "agenda.yaml")
        assert "[no-agenda]" in server.get("/").text
        (folder / "positions").rename(folder / "elsewhere")
        assert "cannot be read: no such file or directory" in server.get("/").text
        (folder / "elsewhere").rename(folder / "positions")
        write(folder, FILES)
        assert "notice" not in server.get("/").text


def test_files_that_are_broken_to_begin_with_are_shown_as_far_as_they_can_be_read(folder: Path) -> None:
    (folder / NORTH).write_text("date: nonsense\n", encoding="utf-8")
    with serving(folder, "--watch") as server:
        page = server.get("/").text
        assert "[not-a-date]" in page
        assert "as they were before" not in page
        assert "There" in page
        (folder / NORTH).write_text("date: 2024-01-01\nterms: {<script>alert(1)</script>: here}\n", encoding="utf-8")
        text = server.get("/").text
        assert "&lt;script&gt;alert(1)" in text
        assert "<script>alert" not in text


@pytest.mark.parametrize(("how", "options"), [(signal.SIGINT, ("--watch",)), (signal.SIGTERM, ("-q",))])
def test_it_ends_cleanly(folder: Path, how: signal.Signals, options: tuple[str, ...]) -> None:
    with serving(folder, *options) as server:
        server.get("/")
        idle = socket.create_connection(("127.0.0.1", server.port))  # a browser that says nothing yet
        said = "" if "-q" in options else "posdiff: open this address in a browser; Ctrl-C ends\n"
        assert server.end(how) == (0, said)
        idle.close()
    assert [entry.name for entry in folder.iterdir()] == ["positions"]


def test_a_port_that_is_taken(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert called("site", "--serve", "--port", str(port), cwd=folder) == (
            2,
            "",
            f"posdiff: error: port {port} is taken\nhint: --port 0 takes one that is free\n",
        )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "no folder is named"),
        (("--watch",), "--watch is for --serve"),
        (("--serve", "-o", "public"), "--serve writes nothing"),
        (("--serve", "--url", "https://example.org"), "--url is for pages that are written"),
        (("-o", "public", "--url", "example.org"), "`example.org` is no address"),
        (("--serve", "--watch", "--rev", "HEAD"), "what git has recorded does not change"),
    ],
)
def test_options_that_make_no_sense_together(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    run = called("site", *arguments, cwd=folder)
    assert (run.code, run.out, run.err.splitlines()[0]) == (2, "", f"posdiff: error: {message}")


def test_only_what_was_edited_is_parsed_again(folder: Path) -> None:
    around = Surroundings(folder, {"POSDIFF_CACHE": "off"}, DAY)
    before = rereading.first(around)
    (folder / NORTH).write_text((folder / NORTH).read_text().replace("here", "far"), encoding="utf-8")
    after = rereading.again(before)
    was, now = before.opened.dossier, after.opened.dossier
    assert now.agenda is was.agenda
    assert [one is other for one, other in zip(was.statements, now.statements, strict=True)] == [False, True]
    assert now == rereading.first(around).opened.dossier._replace(agenda=now.agenda)


def test_a_page_that_is_open_is_loaded_again(folder: Path) -> None:
    with serving(folder, "--watch") as server, opened() as browser:
        page = browser.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        page.goto(f"http://127.0.0.1:{server.port}/issues/border.html")
        file = folder / NORTH
        good = file.read_text(encoding="utf-8")
        file.write_text(good.replace("here", "far"), encoding="utf-8")
        page.get_by_text("Far").first.wait_for(timeout=20_000)
        file.write_text(good.replace("here", "nowhere"), encoding="utf-8")
        page.get_by_text("[unknown-option]").wait_for(timeout=20_000)
        file.write_text(good, encoding="utf-8")
        page.get_by_text("Here").first.wait_for(timeout=20_000)
        page.get_by_text("[unknown-option]").wait_for(state="detached", timeout=20_000)
        assert refused == []
