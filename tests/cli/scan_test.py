#!/usr/bin/env python3
"""`fonds scan` as a clerk runs it, on SANE's virtual scanners: `test` (a feeder, a glass, every
fault) and `pnm` (pages from files).

    scan_test.py --fonds PROGRAM --jam LIBRARY --scans FOLDER [TEST…]

Every run must end by itself within a time limit: a backend's threads once kept the program from
ending after a jam.
"""
import argparse
import signal
import struct
import subprocess
import sys
import time
import unittest
from pathlib import Path

from program import Fonds, Said

OPTIONS = None  # the command line's

# SANE's number of each status, how the program ends, what it must say and what the hint names.
STATUSES = {
    'UNSUPPORTED': (1, 2, 'cannot do what was asked', 'choose another source'),
    'CANCELLED': (2, 9, 'cancelled at the scanner', 'start it again'),
    'DEVICE_BUSY': (3, 6, 'the scanner is busy', 'close other programs'),
    'INVAL': (4, 2, 'does not accept these settings', 'choose another source'),
    'EOF': (5, 7, 'empty page', 'scan it again'),
    'JAMMED': (6, 7, 'jammed in the feeder', 'take the paper out'),
    'NO_DOCS': (7, 9, 'no paper in the scanner', 'put the pages in'),
    'COVER_OPEN': (8, 9, 'the cover of the scanner is open', 'close the cover'),
    'IO_ERROR': (9, 7, 'connection to the scanner was lost', 'check its cable'),
    'NO_MEM': (10, 9, 'ran out of memory', 'lower the resolution'),
    'ACCESS_DENIED': (11, 5, 'no right to use the scanner', 'ask the administrator'),
}
IN_PART = 3
FEEDER = ('--device', 'test:0', '--source', 'adf', '--dpi', '50', '--option', 'test-picture=Grid')


def names(documents):
    return [original['name'] for document in documents for original in document['originals']]


def wait_until_it_listens(process, number):
    """Until the program has begun to listen to the signal; a loaded machine starts it slowly."""
    for _ in range(600):
        status = Path(f'/proc/{process.pid}/status').read_text(encoding='ascii')
        # A thread waits for signals, so all threads block them.
        blocked = next(line for line in status.splitlines() if line.startswith('SigBlk:'))
        if int(blocked.split()[1], 16) >> (number - 1) & 1:
            return
        time.sleep(0.1)
    raise TimeoutError('the program never listened to the signal')


class ScanTest(unittest.TestCase):
    backends = 'test'

    def setUp(self):
        self.fonds = Fonds(OPTIONS.fonds)
        self.addCleanup(self.fonds.remove)
        sane = self.fonds.folder / 'sane.d'
        sane.mkdir()
        (sane / 'dll.conf').write_text(self.backends + '\n')
        (sane / 'test.conf').write_text('number_of_devices 1\n')
        # What a backend forgets is not ours; the preloaded library comes before the sanitizers'.
        self.fonds.environment.update(SANE_CONFIG_DIR=str(sane),
                                      ASAN_OPTIONS='verify_asan_link_order=0:detect_leaks=0')

    def scan(self, *arguments, seconds=30, **settings):
        try:
            return self.fonds.run('scan', *arguments, seconds=seconds, **settings)
        except subprocess.TimeoutExpired:
            self.fail(f'`fonds scan {" ".join(arguments)}` did not end')

    def jammed(self, *arguments, sheet, status, reads=0):
        return self.scan(*arguments, LD_PRELOAD=str(OPTIONS.jam), FONDS_JAM_SHEET=str(sheet),
                         FONDS_JAM_STATUS=str(STATUSES[status][0]), FONDS_JAM_READS=str(reads))

    def expect_fault(self, said: Said, code, what, hint):
        self.assertEqual(said.code, code, said)
        lines = said.err.decode().splitlines()
        self.assertEqual(len(lines), 2, said)
        self.assertTrue(lines[0].startswith('error: ') and what in lines[0], said)
        self.assertTrue(lines[1].startswith('hint: ') and hint in lines[1], said)

    def expect_kept(self, *pages_of_documents):
        """The archive is whole and holds documents with so many pages, each original readable."""
        documents = self.fonds.documents()
        self.assertEqual([len(one['originals']) for one in documents], list(pages_of_documents))
        for document in documents:
            for original in document['originals']:
                stored = [file for file in (self.fonds.archive / 'originals').rglob('*')
                          if original['sha256'] in (file.name, file.parent.name + file.name)
                          or file.name.startswith(original['sha256'])]
                self.assertEqual(len(stored), 1, original)
                self.assertEqual(stored[0].read_bytes()[:8], b'\x89PNG\r\n\x1a\n')
        self.fonds.expect_whole()


class OnTheTestScanner(ScanTest):

    def test_the_scanners_are_listed(self):
        said = self.scan('--list')
        self.assertEqual((said.code, said.err), (0, b''), said)
        self.assertIn('test:0', said.out.decode())

        record, = self.scan('--list', '--json').records()
        self.assertEqual((record['device'], record['vendor']), ('test:0', 'Noname'))

    def test_a_feeder_gives_its_ten_sheets_as_ten_documents(self):
        said = self.scan(*FEEDER)

        self.assertEqual((said.code, said.err), (0, b''), said)
        self.assertEqual(len(said.out.splitlines()), 10, said)
        self.expect_kept(*[1] * 10)

    def test_a_batch_is_one_document_of_ten_pages_in_their_order(self):
        said = self.scan(*FEEDER, '--batch', '--json', '--label', 'a delivery')

        self.assertEqual((said.code, said.err), (0, b''), said)
        record, = said.records()
        self.assertEqual((record['outcome'], record['page_count']), ('accepted', 10))
        self.expect_kept(10)
        self.assertEqual(names(self.fonds.documents()),
                         [f'scan-{n:04}.png' for n in range(1, 11)])

    def test_the_glass_gives_one_page_recognised_when_wanted(self):
        said = self.scan('--device', 'test:0', '--source', 'flatbed', '--dpi', '50', '--wait')

        self.assertEqual(said.code, 0, said)
        # The backend's picture has no writing on it: the clerk is told while the paper is at hand.
        self.assertRegex(said.err, rb'^\d{4}-000001, page 1: nothing is on it\n$')
        self.expect_kept(1)
        self.assertEqual(self.fonds.documents()[0]['state'], 'recognised')

    def test_without_a_device_the_first_one_is_taken(self):
        self.assertEqual(self.scan('--source', 'flatbed', '--dpi', '50').code, 0)
        self.expect_kept(1)

    def test_each_mode_gives_its_picture(self):
        # Colour type of PNG: 0 grey, 2 colour, 3 palette; and the bits of a sample.
        for mode, wanted in {'colour': [(2, 8)], 'grey': [(0, 8)],
                             'lineart': [(0, 1), (3, 1)]}.items():
            with self.subTest(mode):
                said = self.scan('--source', 'flatbed', '--mode', mode, '--dpi', '50', '--option',
                                 'test-picture=Color pattern', '--json')
                self.assertEqual(said.code, 0, said)
                digest = said.records()[0]['originals'][0]['sha256']
                exported = self.fonds.run('export', said.records()[0]['accession'], '--original')
                self.assertEqual(exported.code, 0, exported)
                depth, colour = struct.unpack('>BB', exported.out[24:26])
                self.assertIn((colour, depth), wanted, digest)

    def test_a_resolution_the_scanner_lacks_is_told(self):
        said = self.scan('--source', 'flatbed', '--dpi', '2400', '--option', 'br-x=10',
                         '--option', 'br-y=10')

        self.assertEqual(said.code, 0, said)
        self.assertIn('2400 dpi asked, the nearest this scanner has is 1200', said.err.decode())

    def test_every_fault_has_its_words_and_its_exit_code_and_leaves_no_half_page(self):
        for status, (_, code, what, hint) in STATUSES.items():
            for source in ('adf', 'flatbed'):
                with self.subTest(status, source=source):
                    said = self.scan('--device', 'test:0', '--source', source, '--dpi', '50',
                                     '--option', f'read-return-value=SANE_STATUS_{status}')
                    self.expect_fault(said, code, what, hint)
                    self.assertEqual(said.out, b'')
        self.expect_kept()

    def test_a_fault_in_a_batch_keeps_the_sheets_before_it(self):
        for status, (_, _, what, hint) in STATUSES.items():
            if status in ('EOF', 'NO_DOCS'):
                continue  # the ordinary ends of a page and of a batch
            with self.subTest(status):
                before = len(self.fonds.documents())
                said = self.jammed(*FEEDER, '--batch', sheet=4, status=status, reads=1)
                self.expect_fault(said, IN_PART, what, hint)
                self.assertEqual(len(said.out.splitlines()), 1, said)
                self.assertIn('3 pages', said.out.decode())
                self.assertEqual(len(self.fonds.documents()), before + 1)
        self.expect_kept(*[3] * 9)

    def test_a_fault_among_single_sheets_keeps_those_before_it(self):
        said = self.jammed(*FEEDER, sheet=4, status='JAMMED')

        self.expect_fault(said, IN_PART, 'jammed in the feeder', 'those before are safe')
        self.expect_kept(1, 1, 1)

    def test_what_was_scanned_before_a_fault_is_recognised_when_wanted(self):
        said = self.jammed(*FEEDER, '--batch', '--wait', sheet=3, status='IO_ERROR')

        self.assertEqual(said.code, IN_PART, said)
        self.assertEqual(self.fonds.documents()[0]['state'], 'recognised')
        self.expect_kept(2)

    def test_a_feeder_that_runs_empty_ends_the_batch_well(self):
        said = self.jammed(*FEEDER, '--batch', sheet=4, status='NO_DOCS')

        self.assertEqual((said.code, said.err), (0, b''), said)
        self.expect_kept(3)

    def test_a_feeder_that_is_empty_from_the_beginning_is_told(self):
        said = self.jammed(*FEEDER, sheet=1, status='NO_DOCS')

        self.expect_fault(said, 9, 'the feeder is empty', 'put the papers in')
        self.expect_kept()

    def test_faults_are_records_when_records_are_wanted(self):
        said = self.jammed(*FEEDER, '--batch', '--json', sheet=2, status='JAMMED')

        self.assertEqual(said.code, IN_PART, said)
        self.assertEqual(said.records()[0]['page_count'], 1)
        self.assertIn(b'"fault":"io"', said.err)
        self.assertIn(b'"hint":"take the paper out', said.err)

    def test_an_interrupted_scan_ends_soon_and_keeps_what_is_whole(self):
        # The first sheets are quick; then Ctrl-C in the middle of one that would take minutes.
        slow = ('--device', 'test:0', '--source', 'flatbed', '--dpi', '300', '--option',
                'read-delay=yes', '--option', 'read-delay-duration=200000', '--option',
                'read-limit=yes', '--option', 'read-limit-size=1000')
        process = subprocess.Popen([self.fonds.program, 'scan', *slow], stdin=subprocess.DEVNULL,
                                   env=self.fonds.environment, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        with process:
            wait_until_it_listens(process, signal.SIGINT)
            time.sleep(1)  # the first sheets
            self.assertIsNone(process.poll(), 'the page was to take minutes')
            process.send_signal(signal.SIGINT)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                self.fail('Ctrl-C did not end the scan')
        self.assertEqual(process.returncode, 130)
        self.expect_kept()

    def test_what_the_scanner_cannot_do_is_told_in_words(self):
        self.expect_fault(self.scan('--device', 'test:7'), 9, 'there is no scanner "test:7"',
                          'fonds scan --list')
        self.expect_fault(self.scan('--device', 'no such:thing'), 9, 'there is no scanner',
                          'fonds scan --list')
        self.expect_fault(self.scan('--source', 'duplex'), 2, 'both sides',
                          'Automatic Document Feeder')
        self.expect_fault(self.scan('--option', 'no-such-setting=1'), 2, 'no-such-setting', '')
        self.expect_fault(self.scan('--option', 'nothing'), 2, "'nothing' is no scanner option",
                          '--option NAME=VALUE')
        self.expect_fault(self.scan('--option', 'test-picture=Nonsense'), 2, 'Nonsense', '')
        self.expect_kept()


class OnFiles(ScanTest):
    backends = 'pnm'

    def page(self, *colours):
        """A rendered page of a sample paper as the pnm backend reads it."""
        name = self.fonds.folder / 'лист'
        subprocess.run(['pdftoppm', *colours, '-r', '150', '-f', '1', '-l', '1', '-singlefile',
                        OPTIONS.scans / 'doc-0066.pdf', name], check=True)
        return next(self.fonds.folder.glob('лист.p?m'))

    def test_a_real_page_is_scanned_recognised_and_found(self):
        page = self.page('-gray')
        said = self.scan('--device', 'pnm:0', '--mode', 'grey', '--option', f'filename={page}',
                         '--wait', '--json', seconds=200)

        self.assertEqual(said.code, 0, said)
        record, = said.records()
        self.assertEqual(record['state'], 'recognised')
        self.assertGreater(record['confidence'], 0.8)
        self.assertGreater(record['pages'][0]['words'], 100)
        self.expect_kept(1)
        found = self.fonds.run('search', 'аттестационная комиссия', '--json')
        self.assertEqual(found.code, 0, found)
        self.assertIn(record['accession'], found.out.decode())

    def test_a_colour_page_keeps_every_pixel(self):
        page = self.page()
        said = self.scan('--device', 'pnm:0', '--option', f'filename={page}', '--json')

        self.assertEqual(said.code, 0, said)
        kept = self.fonds.run('export', said.records()[0]['accession'], '--original').out
        _, size, _ = page.read_bytes().split(b'\n', 2)
        self.assertEqual(struct.unpack('>II', kept[16:24]), tuple(map(int, size.split())))

    def test_a_file_that_is_not_there_is_a_fault_and_no_page(self):
        said = self.scan('--device', 'pnm:0', '--option', 'filename=/nowhere/page.pgm')

        self.assertNotIn(said.code, (0, 70, 139), said)
        self.assertIn('hint: ', said.err.decode())
        self.expect_kept()

    def test_a_page_that_ended_early_is_kept_and_told(self):
        page = self.page('-gray')
        page.write_bytes(page.read_bytes()[:200000])
        said = self.scan('--device', 'pnm:0', '--mode', 'grey', '--option', f'filename={page}')

        self.assertEqual(said.code, 0, said)
        self.assertRegex(said.err.decode(), r'page 1 ended early \(\d+ of \d+ rows\)')
        self.expect_kept(1)


class WithoutAScanner(ScanTest):
    backends = ''

    def test_none_was_found_is_told(self):
        self.expect_fault(self.scan('--list'), 4, 'no scanner was found', 'switch it on')
        self.expect_fault(self.scan(), 9, 'no scanner was found', 'check its cable')
        self.expect_kept()


def main():
    global OPTIONS
    parser = argparse.ArgumentParser()
    parser.add_argument('--fonds', required=True, type=Path)
    parser.add_argument('--jam', required=True, type=Path)
    parser.add_argument('--scans', required=True, type=Path)
    OPTIONS, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == '__main__':
    main()
