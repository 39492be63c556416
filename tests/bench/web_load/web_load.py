#!/usr/bin/env python3
"""Load on the web desk, on loopback, bounded in time: what people wait for while many work.

  search_bench FOLDER make 100000          an archive of invented papers (tests/bench/search_bench.cc)
  web_load.py FONDS FOLDER SCANS [--people 200] [--seconds 60] [--long 600]
                                        [--scenes quiet,uploads,reading,idle,long]

The real program serves FOLDER. Each of so many people keeps a connection, searches, reads for 2 to
8 seconds, searches again. Printed for each scene: searches a second, p50, p95, p99 and the slowest
in ms, memory (RSS) and descriptors of the server:
  quiet      nobody else
  reading    papers are recognised at the same time (copies of SCANS, each made another file)
  idle+slow  1000 silent connections and 200 that send a byte a second
  uploads    20 files of 100 MB at once, by the API
  long       idle+slow for --long seconds: memory and descriptors in the course of it
Python's own time is in the figures: it is a second process on the same processors.
"""
import argparse
import asyncio
import base64
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse

PASSWORD = "северный ветер 47"
LOGIN = "load.archivist"


class Connection:
    """One connection that is kept; answers are read whole."""

    def __init__(self, port):
        self.port, self.cookies, self.reader = port, {}, None

    async def ask(self, method, path, body=b"", headers=()):
        if self.reader is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        lines += [f"{k}: {v}" for k, v in headers]
        if body or method != "GET":
            lines.append(f"Content-Length: {len(body)}")
        self.writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        await self.writer.drain()
        return await self.answer(method)

    async def answer(self, method):
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode()
        status = int(head.split(" ", 2)[1])
        for name, value in re.findall(r"(?im)^set-cookie: ([^=]+)=([^;\r]*)", head):
            self.cookies[name] = value
        length = re.search(r"(?im)^content-length: (\d+)", head)
        text = b""
        if length and method != "HEAD" and status != 204:
            text = await self.reader.readexactly(int(length[1]))
        self.head = head
        return status, text

    async def form(self, page, path, fields):
        """Sends a form off as the page gives it."""
        _, text = await self.ask("GET", page)
        token = re.search(rb'name="form-token" content="([^"]+)"', text)
        fields = dict(fields, form=token[1].decode() if token else "")
        return await self.ask("POST", path, urllib.parse.urlencode(fields).encode(),
                              [("Content-Type", "application/x-www-form-urlencoded")])


class Server:
    def __init__(self, fonds, archive):
        self.fonds, self.archive = fonds, archive
        self.environment = dict(os.environ, FONDS_LANG="ru", OMP_THREAD_LIMIT="1")
        self.process = subprocess.Popen(
            [fonds, "--archive", archive, "--json", "serve", "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self.environment)
        self.told = json.loads(self.process.stdout.readline())
        self.port = int(self.told["address"].rstrip("/").rsplit(":", 1)[1])

    def run(self, *words, typed=""):
        return subprocess.run([self.fonds, "--archive", self.archive, *words], check=False, input=typed,
                              capture_output=True, text=True, env=self.environment).stdout

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    async def signed_in(self):
        self.run("user", "add", LOGIN, "--role", "archivist", "--name", "Нагрузкин П. (вымышленный)")
        self.run("user", "password", LOGIN, typed=f"{PASSWORD}\n{PASSWORD}\n")
        connection = Connection(self.port)
        await connection.form("/sign-in", "/sign-in", {"login": LOGIN, "password": PASSWORD})
        await connection.form("/account/password", "/account/password",
                              {"old": PASSWORD, "new": PASSWORD + "1", "again": PASSWORD + "1"})
        status, text = await connection.ask("GET", "/find?q=x")
        if status != 200:
            raise SystemExit(f"cannot sign in: /find answers {status}\n{connection.head}{text.decode()}")
        return connection

    def stop(self):
        self.process.terminate()
        self.process.wait()


def queries_of(archive):
    """What people type: surnames, two words, numbers, years; out of the archive itself."""
    database = sqlite3.connect(f"file:{next(pathlib.Path(archive, 'catalogue').glob('*.sqlite*'))}?mode=ro",
                               uri=True)
    names = [row[0] for row in database.execute("SELECT last_name FROM students ORDER BY id LIMIT 3000")]
    numbers = [row[0] for row in database.execute(
        "SELECT value FROM card_values WHERE field = 'number' AND value <> '' LIMIT 3000")]
    database.close()
    words = ["конкурс", "диплом победителя", "протокол аттестации", "благодарность", "год:2024 диплом"]
    random.seed(7)
    made = []
    for _ in range(4000):
        kind = random.random()
        made.append(random.choice(names) if kind < 0.6 else
                    random.choice(numbers) if kind < 0.75 and numbers else random.choice(words))
    return made


async def person(port, cookies, queries, until, took):
    connection = Connection(port)
    connection.cookies = dict(cookies)
    await asyncio.sleep(random.uniform(0, 5))
    while time.monotonic() < until:
        query = urllib.parse.quote(random.choice(queries))
        begun = time.monotonic()
        status, _ = await connection.ask("GET", f"/find?q={query}")
        took.append((time.monotonic() - begun) * 1000)
        if status != 200:
            raise SystemExit(f"/find?q={query} answers {status}")
        await asyncio.sleep(random.uniform(2, 8))


def tell(scene, took, seconds, server):
    took.sort()
    at = lambda share: took[min(len(took) - 1, int(share * len(took)))]
    print(f"{scene:10} {len(took) / seconds:6.1f} a second  p50 {at(.5):6.1f}  p95 {at(.95):6.1f}  "
          f"p99 {at(.99):6.1f}  slowest {took[-1]:7.1f} ms   "
          f"{server.memory():6.0f} MB, {server.descriptors()} descriptors", flush=True)


async def scene(name, server, cookies, queries, people, seconds):
    took, until = [], time.monotonic() + seconds
    await asyncio.gather(*(person(server.port, cookies, queries, until, took) for _ in range(people)))
    tell(name, took, seconds, server)


def add_scans(server, scans, folder, copies):
    """Copies of scans, each with bytes of its own behind its end: papers that were never seen."""
    batch = pathlib.Path(tempfile.mkdtemp(dir=folder))
    pictures = [p for p in sorted(pathlib.Path(scans).iterdir()) if p.suffix in (".jpg", ".jpeg")]
    for i in range(copies):
        for picture in pictures:
            (batch / f"{i}-{picture.name}").write_bytes(picture.read_bytes() + os.urandom(16))
    server.run("add", str(batch))
    shutil.rmtree(batch)


async def slow(port, until):
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    for byte in b"GET /find?q=x HTTP/1.1\r\nHost: slow.test\r\nX: " + b"x" * 10_000:
        if time.monotonic() > until:
            break
        try:
            writer.write(bytes([byte]))
            await writer.drain()
        except ConnectionError:
            break
        await asyncio.sleep(1)
    writer.close()


async def hold_many(port, until):
    idle = [await asyncio.open_connection("127.0.0.1", port) for _ in range(1000)]
    await asyncio.gather(*(slow(port, until) for _ in range(200)))
    for _, writer in idle:
        writer.close()


async def upload(port, token, size):
    connection = Connection(port)
    shown = [("Authorization", f"Bearer {token}"), ("Tus-Resumable", "1.0.0")]
    name = base64.b64encode(b"large.bin").decode()
    await connection.ask("POST", "/api/v1/uploads", headers=shown + [
        ("Upload-Length", str(size)), ("Upload-Metadata", f"filename {name}")])
    path = re.search(r"(?im)^location: (\S+)", connection.head)[1]
    writer = connection.writer
    writer.write((f"PATCH {path} HTTP/1.1\r\nHost: x\r\nUpload-Offset: 0\r\nContent-Length: {size}\r\n"
                  "Content-Type: application/offset+octet-stream\r\n" +
                  "".join(f"{k}: {v}\r\n" for k, v in shown) + "\r\n").encode())
    piece = os.urandom(1 << 16)
    for _ in range(size // len(piece)):
        writer.write(piece)
        await writer.drain()
    status, _ = await connection.answer("PATCH")
    return status


async def uploads(server):
    token = json.loads(server.run("--json", "user", "token", "add", LOGIN, "--label", "load",
                                  "--expires", time.strftime("%Y-%m-%d", time.localtime(time.time() + 86400))))
    peak, done = 0, False

    async def watch():
        nonlocal peak
        while not done:
            peak = max(peak, server.memory())
            await asyncio.sleep(0.1)

    before, begun = server.memory(), time.monotonic()
    watching = asyncio.create_task(watch())
    statuses = await asyncio.gather(*(upload(server.port, token["text"], 100 << 20) for _ in range(20)))
    done = True
    await watching
    print(f"uploads    20 x 100 MB in {time.monotonic() - begun:.1f} s, answers {sorted(set(statuses))}; "
          f"memory {before:.0f} -> at most {peak:.0f} MB", flush=True)


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fonds")
    parser.add_argument("archive")
    parser.add_argument("scans")
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--long", type=int, default=600)
    parser.add_argument("--scenes", default="quiet,uploads,reading,idle,long")
    call = parser.parse_args()
    scenes = call.scenes.split(",")
    queries = queries_of(call.archive)
    server = Server(call.fonds, call.archive)
    try:
        cookies = (await server.signed_in()).cookies

        async def play(name, seconds):
            await scene(name, server, cookies, queries, call.people, seconds)

        await play("warming", 15)
        if "quiet" in scenes:
            await play("quiet", call.seconds)
        if "uploads" in scenes:
            await uploads(server)
        if "reading" in scenes:
            with tempfile.TemporaryDirectory() as folder:
                add_scans(server, call.scans, folder, max(3, call.seconds // 12))
            await play("reading", call.seconds)
        if "idle" in scenes:
            holding = asyncio.create_task(hold_many(server.port, time.monotonic() + call.seconds + 5))
            await asyncio.sleep(3)
            await play("idle+slow", call.seconds)
            await holding
        if "long" in scenes:
            holding = asyncio.create_task(hold_many(server.port, time.monotonic() + call.long))
            for part in range(5):
                await play(f"long {part + 1}/5", call.long / 5)
            await holding
            await asyncio.sleep(5)
            print(f"after it   {server.memory():.0f} MB, {server.descriptors()} descriptors")
    finally:
        server.stop()


asyncio.run(main())
