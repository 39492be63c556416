#!/usr/bin/env python3
"""Ends the real program, or lets its disk fail, at every call that changes the disk, and looks
afterwards whether the archive kept its word: what was reported as accepted is there with every byte,
what is not there is still in the source folder, `fonds check` is clean, and adding again brings
everything in exactly once.

    crash_test.py --fonds PROGRAM --preload LIBRARY --scans FOLDER MODE

    add     SIGKILL at every fsync, rename, link and unlink of `fonds add`
    init    the same of `fonds init`
    power   the same of `fonds add`, and what was not synced is taken back, as by a power cut
    watch   the same of `fonds watch --once`, which moves what it took
    ENOSPC, EIO, EROFS   every call from the n-th on fails so, writes included, during `fonds add`
    split   SIGKILL at every fsync, rename, link and unlink of `fonds document split`
    issue   the same of `fonds disclosure issue`
    destroy the same of `fonds act carry-out`, which must leave nothing of its papers when it is repeated
    transfer the same of `fonds transfer make`: a package is whole or not there
    accept  the same of `fonds transfer accept`: a package is taken whole, once
    batch   SIGKILL at random moments of a batch that is being recognised; only kills that struck
            while it ran are counted

A failing disk is tried at a few dozen places spread evenly; at every one with FONDS_CRASH_ALL=1.
FONDS_CRASH_KILLS says how often a batch is killed (10), FONDS_CRASH_SEED repeats a run.
"""
import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from act_to_destroy import let_a_minute_pass, places_of_secret, prepare_an_act
from harness import (EXIT_DONE, Broken, Case, Fonds, check_promises, expect, killed_at_every_call,
                     listed_hashes, records, sha256_of, small_png)
from strikes import Strikes
from transfers import test_accept, test_transfer

EXIT_USAGE, EXIT_IO = 2, 7
# What a failing disk may answer: in part, busy, input or output, unavailable.
EXITS_OF_A_BROKEN_DISK = {3, 6, EXIT_IO, 9}
# A write inside SQLite that a read-only disk refuses (it refuses the opening first, ordinarily) can
# only be told as a failing disk.
SAID = {'ENOSPC': ('no space left', 'has space left'), 'EROFS': ('read-only', 'the disk failed'), 'EIO': ('',)}
PAPERS_OF_A_BATCH = 3
STACK = 'doc-0066.pdf'  # of two pages with a text of their own
PLACES = 24  # at which the disk fails, unless all are wanted


def test_add(options, template):
    def command(case, faults):
        return case.fonds.run('add', case.source, '--json', faults=faults)

    def after(case, result):
        check_promises(case.fonds, case.papers, result.stdout)
        expect(case.in_source() == set(case.papers), '`fonds add` took a file out of the source')
        case.expect_all_in_once()
    return f'{killed_at_every_call(options, template, command, after)} calls of `fonds add`'


def test_init(options, _):
    def command(case, faults):
        return case.fonds.run('init', case.fonds.archive, faults=faults)

    def after(case, result):
        again = case.fonds.run('init', case.fonds.archive)
        usable = EXIT_USAGE if (case.fonds.archive / 'fonds.toml').exists() else EXIT_DONE
        expect(again.returncode in (usable, EXIT_DONE) or result.returncode == EXIT_DONE,
               f'a half-made archive is in the way: {again.stderr}')
        case.expect_all_in_once()
    return f'{killed_at_every_call(options, None, command, after)} calls of `fonds init`'


def test_watch(options, template):
    def command(case, faults):
        return case.fonds.run('watch', case.source, '--once', '--settle', '0', '--json',
                              faults=faults)

    def after(case, result):
        documents = check_promises(case.fonds, case.papers, result.stdout)
        waiting = {sha256_of(file) for file in case.source.iterdir() if file.is_file()}
        expect(waiting | set(listed_hashes(documents)) == set(case.papers),
               'a paper is neither accepted nor in the watched folder')
        expect(case.in_source() == set(case.papers), 'a file left the watched folder altogether')
        again = case.fonds.run('watch', case.source, '--once', '--settle', '0')
        expect(again.returncode == EXIT_DONE, f'watching again: {again.stderr}')
        hashes = sorted(listed_hashes(case.fonds.documents()))
        expect(hashes == sorted(case.papers), f'after watching again: {hashes}')
    return f'{killed_at_every_call(options, template, command, after)} calls of `fonds watch`'


def test_split(options, template):
    """A stack is parted wholly or not at all; its own file stays."""
    stack = next(file for file in sorted(Path(options.scans).iterdir()) if file.name == STACK)
    Fonds(options.fonds, options.preload, template).done('add', stack, '--wait')
    whole = sha256_of(stack)

    def command(case, faults):
        return case.fonds.run('document', 'split', '1', '2', faults=faults)

    def after(case, result):
        case.fonds.done('check')
        documents = case.fonds.documents()
        parted = documents[0]['parted']
        expect(len(documents) == (3 if parted else 1), f'parted by halves: {documents}')
        expect(parted or result.returncode != EXIT_DONE, 'said done, and it is not parted')
        hashes = listed_hashes(documents)
        stored = {sha256_of(file)
                  for file in (case.fonds.archive / 'originals').rglob('*') if file.is_file()}
        expect(whole in hashes and set(hashes) <= stored, 'a file of the stack or a part is lost')
        if not parted:
            case.fonds.done('document', 'split', '1', '2')
        case.fonds.done('check')
        expect(len(case.fonds.documents()) == 3, 'the papers are not there once each')
    return f'{killed_at_every_call(options, template, command, after)} calls of `document split`'


def test_issue(options, template):
    """Nothing leaves the archive before the register says so; what was cut off is given once more."""
    fonds = Fonds(options.fonds, options.preload, template)
    child = f'{time.localtime().tm_year - 12}-03-12'
    fonds.done('student', 'add', '--last', 'Зябликов', '--first', 'Прохор', '--birth-date', child)
    fonds.done('disclosure', 'open', '1', '--identity', 'паспорт')
    resolution = ('--resolution', 'директор')

    def command(case, faults):
        return case.fonds.run('disclosure', 'issue', '1', '--to', case.folder / 'out', *resolution,
                              faults=faults)

    def after(case, result):
        case.fonds.done('check')
        state = json.loads(case.fonds.done('disclosure', 'list', '--json'))['state']
        given = list((case.folder / 'out').glob('*')) if (case.folder / 'out').exists() else []
        expect(state == 'issued' or not given, f'{given} left the archive, and nobody knows of it')
        expect(given or result.returncode != EXIT_DONE, 'said done, and nothing was given')
        again = ('--again',) if state == 'issued' else resolution
        case.fonds.done('disclosure', 'issue', '1', '--to', case.folder / 'second', *again)
        expect([file.name for file in (case.folder / 'second').iterdir()] == ['extract-000001.pdf'],
               'what was cut off can not be given once more')
    return f'{killed_at_every_call(options, template, command, after)} calls of `disclosure issue`'


def test_destroy(options, template):
    """An act is carried out in the end, and no byte of its papers is left, whenever it was cut off."""
    folder = Path(tempfile.mkdtemp(prefix='fonds-crash-list-'))
    prepare_an_act(Fonds(options.fonds, options.preload, template), folder)
    expect(places_of_secret(template), 'the paper is not where it should be before')
    shutil.rmtree(folder)

    def command(case, faults):
        return case.fonds.run('act', 'carry-out', '1', '--yes', faults=faults)

    def state_of(case):
        return json.loads(case.fonds.done('act', 'show', '1', '--json'))['state']

    def after(case, result):
        case.fonds.done('journal', 'verify')
        if state_of(case) != 'carried_out':
            expect(result.returncode != EXIT_DONE, 'said done, and it is not')
            let_a_minute_pass(case.fonds.archive)
            case.fonds.done('act', 'carry-out', '1', '--yes')
        expect(state_of(case) == 'carried_out', 'it is not carried out when it is repeated')
        case.fonds.done('act', 'prove', '1')
        case.fonds.done('check')
        expect(not places_of_secret(case.fonds.archive),
               f'it is left in {places_of_secret(case.fonds.archive)}')
    return f'{killed_at_every_call(options, template, command, after)} calls of `act carry-out`'


def count_writes(options, template):
    with Case(options, template) as case:
        case.deliver_two()
        report = case.folder / 'count'
        faults = {'FONDS_CRASH_CALLS': 'writes', 'FONDS_CRASH_REPORT': str(report)}
        result = case.fonds.run('add', case.source, faults=faults)
        expect(result.returncode == EXIT_DONE, result.stderr)
        expect(report.exists(), 'nothing was counted: the preload library does not work')
        return int(report.read_text())


def test_failing_disk(options, template):
    total = count_writes(options, template)
    # Each kind of failure begins elsewhere, so that together they meet three times as many places.
    step = 1 if os.environ.get('FONDS_CRASH_ALL') else max(1, total // PLACES)
    first = 1 + ['ENOSPC', 'EIO', 'EROFS'].index(options.mode) * step // 3
    places = range(first, total + 1, step)
    for number in places:
        with Case(options, template) as case:
            case.deliver_two()
            faults = {'FONDS_CRASH_CALLS': 'writes', 'FONDS_FAIL_AT': str(number),
                      'FONDS_FAIL_ERRNO': options.mode}
            result = case.fonds.run('add', case.source, '--json', faults=faults)
            try:
                documents = check_promises(case.fonds, case.papers, result.stdout)
                if result.returncode == EXIT_DONE:
                    expect(len(documents) == len(case.papers), 'said done, and a paper is missing')
                else:
                    check_clear(options.mode, result)
                expect(case.in_source() == set(case.papers), 'a source file is gone or changed')
                case.expect_all_in_once()
            except Broken as broken:
                raise Broken(f'{options.mode} from call {number} on: {broken}\n'
                             f'it had said: {result.stdout}{result.stderr}') from None
    return f'{len(places)} of {total} places'


def check_clear(kind, result):
    """A clerk must see why, and what to do."""
    expect(result.returncode in EXITS_OF_A_BROKEN_DISK, f'ended with {result.returncode}')
    said = result.stdout + result.stderr
    expect(any(words in said for words in SAID[kind]), 'the reason is not named')
    expect('"hint":"' in said, 'nothing says what to do')
    for word in ('Sanitizer', 'terminate called', 'what():', '"fault":"bug"'):
        expect(word not in said, f'the message holds {word}')


def wait_for_the_workers_of(session):
    """A worker whose master was killed must go by itself."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        left = []
        for stat in Path('/proc').glob('[0-9]*/stat'):
            try:
                fields = stat.read_text().rpartition(')')[2].split()
            except OSError:
                continue  # ended meanwhile
            if int(fields[3]) == session and fields[0] != 'Z':
                left.append(stat.parent.name)
        if not left:
            return
        time.sleep(0.05)
    raise Broken(f'workers outlive the program they worked for: {left}')


def test_batch(options, template):
    wanted = int(os.environ.get('FONDS_CRASH_KILLS', '10'))
    seed = int(os.environ.get('FONDS_CRASH_SEED', str(time.time_ns() % 1_000_000)))
    chance = random.Random(seed)
    scans = sorted(file for file in Path(options.scans).iterdir() if file.suffix in {'.jpg', '.tif'})
    expect(len(scans) >= PAPERS_OF_A_BATCH, f'too few scans in {options.scans}')
    longest = 0.0  # of a batch nobody disturbs, in seconds
    strikes = Strikes()
    while strikes.count < wanted:
        expect(strikes.missed <= wanted, f'most kills come too late: {strikes}; seed {seed}')
        with Case(options, template) as case:
            for scan in chance.sample(scans, PAPERS_OF_A_BATCH):
                case.deliver(scan.name, scan.read_bytes())
            try:
                if longest == 0:
                    longest = seconds_of_a_batch(case)
                    continue
                moment = chance.uniform(0, longest)
                if not killed_within(case, moment):
                    strikes.missed += 1
                    longest *= 0.95  # the machine has become faster
                    continue
                documents = check_promises(case.fonds, case.papers,
                                           (case.folder / 'said').read_text())
                strikes.add(documents)
                expect(case.in_source() == set(case.papers), 'a source file is gone or changed')
                case.expect_all_in_once()
                if strikes.count % 20 == 0:
                    print(f'{strikes}; seed {seed}', flush=True)
            except Broken as broken:
                raise Broken(f'kill {strikes.count} of seed {seed}: {broken}') from None
    expect(strikes.count == wanted, f'{strikes}')
    expect(strikes.at_work > wanted // 4, f'hardly a kill struck the workers: {strikes}')
    return f'{strikes}; seed {seed}'


def started_batch(case, said):
    return subprocess.Popen([case.fonds.program, 'add', case.source, '--wait', '--json'],
                            env=case.fonds.environment(), stdin=subprocess.DEVNULL,
                            stdout=said, stderr=subprocess.DEVNULL, start_new_session=True)


def seconds_of_a_batch(case):
    begun = time.monotonic()
    with started_batch(case, subprocess.DEVNULL) as process:
        expect(process.wait(300) == EXIT_DONE, 'a batch that nobody disturbed did not end well')
    return time.monotonic() - begun


def killed_within(case, seconds):
    """Starts a batch, kills the program after so long; whether it was still running."""
    with open(case.folder / 'said', 'w', encoding='utf-8') as said:
        process = started_batch(case, said)
        try:
            process.wait(seconds)
            return False
        except subprocess.TimeoutExpired:
            process.kill()
        # It may have ended by itself in the last instant.
        struck = process.wait() == -signal.SIGKILL
        wait_for_the_workers_of(process.pid)
        return struck


MODES = {'add': test_add, 'power': test_add, 'init': test_init, 'watch': test_watch, 'ENOSPC': test_failing_disk,
         'EIO': test_failing_disk, 'EROFS': test_failing_disk, 'split': test_split,
         'issue': test_issue, 'destroy': test_destroy, 'transfer': test_transfer,
         'accept': test_accept,
         'batch': test_batch}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--fonds', required=True, type=Path)
    parser.add_argument('--preload', required=True, type=Path)
    parser.add_argument('--scans', required=True, type=Path)
    parser.add_argument('mode', choices=MODES)
    options = parser.parse_args()
    with Case(options, None) as made:
        try:
            made.fonds.done('init', made.fonds.archive)
            print(options.mode + ':', MODES[options.mode](options, made.fonds.archive))
        except Broken as broken:
            print(f'{options.mode}: {broken}', file=sys.stderr)
            return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
