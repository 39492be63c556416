#!/usr/bin/env python3
"""Hostile files among good papers, through `fonds add` and `fonds watch` as a clerk runs them.

    hostile_test.py --fonds PROGRAM --maker PROGRAM --scans FOLDER --sanitized 0|1 TEST…

Each hostile file costs one clear line and at most one job; everything else is recognised and found,
the archive is whole afterwards, and no worker goes beyond its limits of memory and time.
"""
import argparse
import collections
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

from program import Fonds, Said

OPTIONS = None  # the command line's

IN_PART = 3
MEMORY_LIMIT = 1536 << 20  # recognition.memory_megabytes of a new archive
MEMORY_OF_THE_MASTER = 256 << 20  # it never parses, so no file may make it grow
SANITIZER_FACTOR = 4  # as in ingest/worker_handle.cc

# One before and one behind all that is hostile, in order of name; and a word that finds it.
GOOD = {'!good.jpg': ('scan_0050.jpg', 'награждается'), 'хороший.pdf': ('doc-0066.pdf', 'протокол')}

# What must be said of each file: a part of the line, or of its end in the archive. ANY: whatever was
# damaged may still be readable; one line tells which.
TAKEN, ANY = 'recognised', None
PICTURES = {
    'cut.jpg': 'damaged or incomplete', 'flipped 1.jpg': ANY, 'flipped 2.jpg': ANY,
    'cut.tif': 'damaged or incomplete', 'flipped 1.tif': ANY, 'flipped 2.tif': ANY,
    'cut.png': 'damaged or incomplete', 'flipped 1.png': ANY, 'flipped 2.png': ANY,
    'loop.tif': 'damaged or incomplete',
    'huge colour.png': 'too large: 20000', 'huge bilevel.png': 'too large: 20000',
    'hair.png': 'too small', 'long strip.png': ANY,
    'bones.jpg': 'too small', 'bones.webp': ANY, 'bones.jp2': 'damaged or incomplete',
    'empty.jpg': 'empty', 'one byte.png': 'not a picture',
    'only a beginning.tif': 'damaged or incomplete', 'words.jpg': 'not a picture',
    'a picture.pdf': TAKEN, 'a tiff.jpg': 'too small',
}
PDFS = {
    'cut.pdf': ANY, 'flipped 1.pdf': ANY, 'flipped 2.pdf': ANY,
    'recursive.pdf': ANY, 'looping tree.pdf': 'the PDF is damaged',
    '100000 pages.pdf': 'more than 2000 pages', 'locked.pdf': 'protected by a password',
    'deep.pdf': ANY, 'wide as a town.pdf': 'too large', 'no width.pdf': ANY,
    'only a beginning.pdf': 'the PDF is damaged', 'empty.pdf': 'empty', 'a pdf.tif': TAKEN,
}
CONTAINERS = {
    'bomb.zip': 'times its size', 'bomb.tar.gz': 'no file is found',
    'nested bomb.zip!/inner.zip': 'archive inside the archive',
    'overlapping.zip': 'times its size', 'lying.tar': 'damaged',
    'climbing.zip!/inside/whole.png': TAKEN, 'climbing.tar!/inside/whole.png': TAKEN,
    'links.tar!/soft.png': 'link', 'links.tar!/soft': 'link', 'links.tar!/hard.png': 'link',
    'links.tar!/pipe.png': 'device', 'links.tar!/device.png': 'device',
    # The link before it was not made, so this is a paper like any other.
    'links.tar!/soft/whole.png': TAKEN, 'links.tar!/whole.png': TAKEN,
    'cut.zip': 'damaged after', 'flipped.zip!/1.pdf': ANY, 'nothing in it.zip': 'no file is found',
}
THINGS = {'pipe.pdf': 'not a regular file', 'socket.pdf': 'not a regular file',
          'link.pdf': 'symbolic link', 'dangling.pdf': 'symbolic link',
          'round and round.pdf': 'symbolic link', 'folder link': 'symbolic link'}


class Watched(Said):
    """A run whose workers were watched: the highest memory each kind of process reached."""

    def __init__(self, said, seconds, master, workers):
        super().__init__(said.code, said.out, said.err)
        self.seconds, self.master, self.workers = seconds, master, workers


class MemoryWatch(threading.Thread):
    """Looks up the kernel's own high-water mark of a process and of its children."""

    def __init__(self, master):
        super().__init__(daemon=True)
        self.master, self.highest, self.over = master, collections.Counter(), threading.Event()

    def run(self):
        while not self.over.wait(0.05):
            for process in [self.master, *self.children()]:
                try:
                    status = Path(f'/proc/{process}/status').read_text()
                except OSError:
                    continue  # ended meanwhile
                peak = re.search(r'^VmHWM:\s+(\d+) kB', status, re.MULTILINE)
                if peak:
                    self.highest[process] = max(self.highest[process], int(peak[1]) << 10)

    def children(self):
        found = []
        for task in Path(f'/proc/{self.master}/task').glob('*/children'):
            try:
                found += task.read_text().split()
            except OSError:
                continue
        return [int(child) for child in found]

    def finish(self):
        self.over.set()
        self.join()
        workers = [peak for process, peak in self.highest.items() if process != self.master]
        return self.highest[self.master], max(workers, default=0)


class HostileTest(unittest.TestCase):

    def setUp(self):
        self.fonds = Fonds(OPTIONS.fonds)
        self.addCleanup(self.fonds.remove)
        self.inbox = self.fonds.folder / 'inbox'
        self.inbox.mkdir()
        for name, (scan, _) in GOOD.items():
            shutil.copy(OPTIONS.scans / scan, self.inbox / name)

    def make(self, *groups):
        for group in groups:
            subprocess.run([OPTIONS.maker, group, OPTIONS.scans, self.inbox], check=True)

    def make_things(self):
        os.mkfifo(self.inbox / 'pipe.pdf')
        end = socket.socket(socket.AF_UNIX)
        self.addCleanup(end.close)
        end.bind(str(self.inbox / 'socket.pdf'))
        (self.inbox / 'link.pdf').symlink_to(OPTIONS.scans / 'doc-0066.pdf')
        (self.inbox / 'dangling.pdf').symlink_to('gone')
        (self.inbox / 'round and round.pdf').symlink_to('round and round.pdf')
        (self.inbox / 'folder link').symlink_to('/etc')

    def run_watched(self, *arguments):
        out, err = (tempfile.TemporaryFile(dir=self.fonds.folder) for _ in range(2))
        self.addCleanup(out.close)
        self.addCleanup(err.close)
        begun = time.monotonic()
        process = subprocess.Popen([OPTIONS.fonds, *map(os.fsencode, arguments)],
                                   env=self.fonds.environment, stdin=subprocess.DEVNULL,
                                   stdout=out, stderr=err)
        watch = MemoryWatch(process.pid)
        watch.start()
        try:
            while process.poll() is None:
                self.assertLess(time.monotonic() - begun, OPTIONS.seconds, 'it did not end')
                time.sleep(0.1)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        said = Said(process.returncode, os.pread(out.fileno(), 1 << 24, 0),
                    os.pread(err.fileno(), 1 << 24, 0))
        result = Watched(said, time.monotonic() - begun, *watch.finish())
        print(f'{self.id()}: {result.seconds:.1f} s, memory of a worker at most '
              f'{result.workers >> 20} MB, of the program {result.master >> 20} MB')
        return result

    def expect_within_limits(self, said):
        factor = SANITIZER_FACTOR if OPTIONS.sanitized else 1
        self.assertGreater(said.workers, 0, 'no worker was seen')
        self.assertLessEqual(said.workers, MEMORY_LIMIT * factor)
        self.assertLessEqual(said.master, MEMORY_OF_THE_MASTER * factor)

    def lines_by_name(self, said):
        """Every record under the name of its file; each must be clear."""
        lines = collections.defaultdict(list)
        for record in said.records():
            name = record['name'] if 'name' in record else record['originals'][0]['name']
            lines[name].append(record)
            if record['outcome'] == 'accepted':
                continue
            self.assertIn(record['outcome'], ('refused', 'quarantined'), record)
            self.assertTrue(record['problem'], record)
            self.assertNotIn(record.get('fault'), ('bug', 'io'), record)
            for word in ('Sanitizer', 'what()', 'terminate', 'std::', '\n', '\x1b'):
                self.assertNotIn(word, record['problem'], record)
        return lines

    def expect_one_line_each(self, said, expected):
        lines = self.lines_by_name(said)
        for name, wanted in expected.items():
            with self.subTest(name):
                self.assertEqual(len(lines[name]), 1, lines[name])
                record, = lines[name]
                if wanted == TAKEN:
                    self.assertEqual(record['outcome'], 'accepted', record)
                elif wanted is not ANY:
                    self.assertNotEqual(record['outcome'], 'accepted', record)
                    self.assertIn(wanted, record['problem'], record)
        return lines

    def expect_the_rest_went_on(self, said, *, recognised=True):
        """The good papers are in and found, each accepted paper has one job, nothing is half-made."""
        accepted = [record for record in said.records() if 'id' in record]
        documents = self.fonds.documents()
        self.assertEqual(len(documents), len(accepted))
        jobs = self.fonds.run('jobs', 'list', '--json').records()
        self.assertEqual(sorted(job['document'] for job in jobs),
                         sorted(document['id'] for document in documents))
        self.fonds.expect_whole()
        if not recognised:
            return
        self.assertEqual({job['state'] for job in jobs} - {'quarantined'}, {'done'})
        for name, (_, word) in GOOD.items():
            found = self.fonds.run('search', word, '--json')
            self.assertEqual(found.code, 0, found)
            good, = (document for document in documents
                     if document['originals'][0]['name'] == name)
            self.assertEqual(good['state'], 'recognised')
            self.assertIn(good['id'], [hit['id'] for hit in found.records()[0]['hits']])

    def expect_nothing_left_the_inbox(self, before):
        self.assertEqual(sorted(os.listdir(os.fsencode(self.inbox))), before)

    def taken_in(self, expected):
        """Adds the whole folder and looks at everything but what is told of the members of batches."""
        before = sorted(os.listdir(os.fsencode(self.inbox)))
        said = self.run_watched('add', self.inbox, '--wait', '--json')
        self.assertEqual(said.code, IN_PART, said)
        self.assertEqual(said.err, b'', 'each file has its record, nothing more is said')
        lines = self.expect_one_line_each(
            said, {**expected, **{name: TAKEN for name in GOOD}})
        self.expect_the_rest_went_on(said)
        self.expect_within_limits(said)
        self.expect_nothing_left_the_inbox(before)
        return lines

    def test_pictures(self):
        self.make('pictures')
        lines = self.taken_in(PICTURES)
        self.assertEqual(len(lines), len(PICTURES) + len(GOOD))

    def test_pdfs(self):
        self.make('pdfs')
        lines = self.taken_in(PDFS)
        self.assertEqual(len(lines), len(PDFS) + len(GOOD))

    def test_containers(self):
        self.make('containers')
        lines = self.taken_in(CONTAINERS)

        climbed = {name: records for name, records in lines.items() if 'climbed' in name}
        self.assertEqual(len(climbed), 7, climbed)
        for records in climbed.values():
            self.assertEqual([record['outcome'] for record in records], ['refused'])
        self.assertEqual(list(Path('/tmp').glob('climbed*')), [])
        self.assertEqual(list(self.fonds.folder.rglob('*climbed*')), [])

    def test_names_and_things_that_are_no_files(self):
        self.make('names')
        self.make_things()
        names = len(os.listdir(self.inbox)) - len(THINGS) - len(GOOD)
        lines = self.taken_in(THINGS)

        self.assertEqual(len(lines), names + len(THINGS) + len(GOOD))
        self.assertEqual(sum(records[0]['outcome'] == 'accepted' for records in lines.values()),
                         names + len(GOOD))
        for name in lines:
            self.assertTrue(name.isprintable(), name)

    def test_a_clerk_sees_one_line_a_file(self):
        self.make('names')
        self.make_things()
        (self.inbox / 'cut.jpg').write_bytes((OPTIONS.scans / 'scan_0050.jpg').read_bytes()[:9999])
        (self.inbox / 'empty.tif').touch()
        files = len(os.listdir(self.inbox))

        said = self.run_watched('add', self.inbox)

        self.assertEqual(said.code, IN_PART, said)
        lines = (said.out + said.err).decode().splitlines()
        self.assertEqual(len(lines), files, said)
        refused = said.err.decode().splitlines()
        self.assertEqual(len(refused), len(THINGS) + 2)
        for line in refused:
            self.assertRegex(line, r'^refused: [^:]+\.\w+: .+; .+|^refused: folder link: .+; .+')

    def test_watch(self):
        self.make('pictures', 'pdfs', 'containers', 'names')
        self.make_things()
        before = set(os.listdir(os.fsencode(self.inbox)))
        taken = self.inbox / '.taken'

        said = self.run_watched('watch', self.inbox, '--once', '--settle', '0', '--give-up', '2000',
                                '--json')

        self.assertEqual(said.code, IN_PART, said)
        lines = self.lines_by_name(said)
        moved = set(os.listdir(os.fsencode(taken)))
        left = set(os.listdir(os.fsencode(self.inbox))) - {b'.taken'}
        self.assertEqual(moved | left, before)
        self.assertEqual(moved & left, set())
        for name in GOOD:
            self.assertIn(os.fsencode(name), moved)
        for name in (*THINGS, 'cut.jpg', 'cut.png', 'cut.tif', 'cut.pdf', 'loop.tif', 'empty.jpg',
                     'empty.pdf', 'bomb.zip', 'words.jpg', '100000 pages.pdf', 'huge colour.png'):
            with self.subTest(name):
                self.assertIn(os.fsencode(name), left)
                self.assertEqual([record['outcome'] for record in lines[name]], ['refused'])
        for name, records in lines.items():
            if not name.startswith('overlapping.zip!/'):  # each of its members has the same name
                self.assertEqual(len(records), 1, name)
        self.expect_the_rest_went_on(said, recognised=False)
        self.expect_within_limits(said)


def main():
    global OPTIONS
    parser = argparse.ArgumentParser()
    parser.add_argument('--fonds', required=True, type=Path)
    parser.add_argument('--maker', required=True, type=Path)
    parser.add_argument('--scans', required=True, type=Path)
    parser.add_argument('--sanitized', required=True, type=int)
    parser.add_argument('--seconds', type=float, default=500, help='of one run of the program')
    parser.add_argument('tests', nargs='*')
    OPTIONS = parser.parse_args()
    unittest.main(argv=[sys.argv[0], *(f'HostileTest.test_{name}' for name in OPTIONS.tests)],
                  verbosity=2)


if __name__ == '__main__':
    main()
