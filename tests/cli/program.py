"""Runs the real program for tests in Python. No tests inside."""
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path


class Said:
    """How one run ended and what it said."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def records(self):
        return [json.loads(line) for line in self.out.decode().splitlines()]

    def __str__(self):
        return f'exit {self.code}\n{self.out.decode(errors="backslashreplace")}' \
               f'{self.err.decode(errors="backslashreplace")}'


class Fonds:
    """The program and a fresh archive of its own, in a folder that goes with it."""

    def __init__(self, program, **settings):
        self.program = program
        self.folder = Path(tempfile.mkdtemp(prefix='fonds-program-'))
        self.archive = self.folder / 'archive'
        self.environment = dict(os.environ, FONDS_LANG='en', FONDS_ARCHIVE=str(self.archive),
                                HOME=str(self.folder), **settings)
        made = self.run('init', self.archive)
        assert made.code == 0, made

    def run(self, *arguments, seconds=60, **settings):
        """One run; subprocess.TimeoutExpired when it takes longer than `seconds`."""
        ran = subprocess.run([self.program, *map(os.fsencode, arguments)],
                             env=dict(self.environment, **settings), stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=seconds,
                             check=False)
        return Said(ran.returncode, ran.stdout, ran.stderr)

    def documents(self):
        listed = self.run('document', 'list', '--json')
        assert listed.code == 0, listed
        return listed.records()

    def expect_whole(self):
        """`fonds check` finds no fault."""
        checked = self.run('check')
        assert checked.code == 0, checked

    def remove(self):
        subprocess.run(['chmod', '-R', 'u+rwX', self.folder], check=False)
        shutil.rmtree(self.folder)
