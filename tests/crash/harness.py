"""The real program under faults, for crash_test.py: run on an archive of its own, killed at every call
that changes the disk; and what must be true of the archive afterwards."""
import hashlib
import json
import os
import shutil
import signal
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

EXIT_DONE = 0


class Broken(Exception):
    """A promise that was not kept."""


def expect(condition, what):
    if not condition:
        raise Broken(what)


def sha256_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def small_png(shade):
    """A picture small enough that only safety costs time."""
    width, height = 120, 80
    rows = b''.join(b'\0' + bytes((shade * x + y) % 256 for x in range(width)) for y in range(height))

    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    header = struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', zlib.compress(rows)) +
            chunk(b'IEND', b''))


class Fonds:
    """Runs the program on one archive."""

    def __init__(self, program, preload, archive):
        self.program, self.preload, self.archive = program, preload, archive

    def environment(self, faults=None):
        environment = dict(os.environ, FONDS_LANG='en', FONDS_ARCHIVE=str(self.archive))
        if faults:
            environment.update(faults, LD_PRELOAD=str(self.preload))
            environment['ASAN_OPTIONS'] = 'verify_asan_link_order=0'
        return environment

    def run(self, *arguments, faults=None):
        return subprocess.run([self.program, *map(str, arguments)], env=self.environment(faults),
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=100, check=False)

    def done(self, *arguments):
        result = self.run(*arguments)
        expect(result.returncode == EXIT_DONE,
               f'`fonds {" ".join(map(str, arguments))}` ended with {result.returncode}: '
               f'{result.stdout}{result.stderr}')
        return result.stdout

    def documents(self):
        return [json.loads(line) for line in self.done('document', 'list', '--json').splitlines()]


def listed_hashes(documents):
    return [original['sha256'] for document in documents for original in document['originals']]


def records(output):
    """The whole lines of an answer that a kill may have cut."""
    return [json.loads(line) for line in output.splitlines(keepends=True) if line.endswith('\n')]


def check_promises(fonds, sources, output):
    """After whatever happened: `sources` maps hash to the bytes' length, `output` is what was said."""
    fonds.done('check')
    documents = fonds.documents()
    hashes = listed_hashes(documents)
    expect(len(hashes) == len(set(hashes)), f'a paper is there twice: {hashes}')
    expect(set(hashes) <= set(sources), 'a paper that nobody delivered')
    stored = {sha256_of(file) for file in (fonds.archive / 'originals').rglob('*') if file.is_file()}
    expect(set(hashes) <= stored, 'a listed paper has no intact original')
    accessions = {document['accession'] for document in documents}
    for record in records(output):
        if record.get('outcome') == 'accepted':
            expect(record['accession'] in accessions, f'reported as accepted and lost: {record}')
    return documents


class Case:
    """A fresh archive and a fresh source folder for each fault."""

    def __init__(self, options, template):
        self.folder = Path(tempfile.mkdtemp(prefix='fonds-crash-'))
        self.source = self.folder / 'source'
        self.source.mkdir()
        (self.folder / 'kept').mkdir()
        archive = self.folder / 'archive'
        if template:
            shutil.copytree(template, archive)
        self.fonds = Fonds(options.fonds, options.preload, archive)
        self.papers = {}

    def deliver(self, name, content):
        (self.source / name).write_bytes(content)
        self.papers[hashlib.sha256(content).hexdigest()] = len(content)

    def deliver_two(self):
        self.deliver('paper 1.png', small_png(3))
        self.deliver('лист 2.png', small_png(7))

    def in_source(self):
        return {sha256_of(file) for file in self.source.rglob('*') if file.is_file()}

    def expect_all_in_once(self):
        self.fonds.done('add', self.source)
        hashes = sorted(listed_hashes(self.fonds.documents()))
        expect(hashes == sorted(self.papers), f'after adding again: {hashes}')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(['chmod', '-R', 'u+rwX', self.folder], check=False)
        shutil.rmtree(self.folder)


def killed_at_every_call(options, template, command, after):
    """Runs `command(case)` with the n-th counted call deadly, for each n, until it ends by itself."""
    number = 0
    while True:
        number += 1
        with Case(options, template) as case:
            case.deliver_two()
            faults = {'FONDS_CRASH_AT': str(number)}
            if options.mode == 'power':
                faults['FONDS_CRASH_KEEP'] = str(case.folder / 'kept')
            result = command(case, faults)
            try:
                after(case, result)
            except Broken as broken:
                raise Broken(f'killed at call {number}: {broken}') from None
            if result.returncode == EXIT_DONE:
                expect(number > 1, 'no call was counted: the preload library does not work')
                return number - 1
            expect(result.returncode == -signal.SIGKILL,
                   f'call {number}: ended with {result.returncode}: {result.stderr}')
