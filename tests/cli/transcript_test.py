#!/usr/bin/env python3
"""Runs the program as people do and compares what it says with a transcript.

    transcript_test.py --fonds PROGRAM --scans FOLDER TRANSCRIPT...

A transcript is a text file. A line that begins with "$ " is a shell command, run in a fresh empty
folder (one a transcript) with `fonds` in reach, $SCANS naming the sample scans, and English unless it
sets FONDS_LANG; below it stands its standard output, then its standard error, each line of that
marked "! ", then "? N" when it ended with N other than 0. Lines that begin with "# " are comments.
What changes from run to run is written as <time>, <day>, <s>, <hash>, <%>, <year>, <n>.

UPDATE_GOLDEN=1 rewrites the transcripts; read the difference before you commit it.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path

CHANGING = [
    (re.compile(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z'), '<time>'),
    (re.compile(r'(?<!Photographed: )\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b'), '<time>'),
    (re.compile(r'((?:issued|returned|refused|answered) on )\d{4}-\d\d-\d\d\b'), r'\1<day>'),
    (re.compile(r'\b[0-9a-f]{64}\b'), '<hash>'),
    (re.compile(r'\b20\d\d(?=-\d{6}\b)'), '<year>'),
    (re.compile(r' *\b\d+[.,]\d (s|с)(?!\w)'), r' <s> \1'),
    (re.compile(r' *\b\d+ %'), ' <%>'),
    (re.compile(r'("(?:seconds|confidence|skew|decode|prepare|recognise)": ?)-?\d+(?:\.\d+)?'),
     r'\1<n>'),
]


def settled(text, folder, scans):
    text = text.replace(str(folder), '<here>').replace(str(scans), '<scans>')
    for pattern, replacement in CHANGING:
        text = pattern.sub(replacement, text)
    return [line.rstrip() for line in text.splitlines()]


def played(transcript, options):
    """The transcript as it reads today."""
    folder = Path(tempfile.mkdtemp(prefix='fonds-cli-'))
    environment = dict(os.environ, FONDS_LANG='en', HOME=str(folder), SCANS=str(options.scans),
                       PATH=f'{options.fonds.parent}:{os.environ["PATH"]}')
    environment.pop('FONDS_ARCHIVE', None)
    lines = []
    try:
        for line in transcript.read_text(encoding='utf-8').splitlines():
            if line.startswith('# ') or line == '#':
                lines.append(line)
            if not line.startswith('$ '):
                continue
            result = subprocess.run(['bash', '-c', line[2:]], cwd=folder, env=environment,
                                    stdin=subprocess.DEVNULL, capture_output=True, timeout=100,
                                    check=False)
            lines.append(line)
            lines += settled(result.stdout.decode('utf-8', 'backslashreplace'), folder,
                             options.scans)
            lines += ['! ' + said for said in
                      settled(result.stderr.decode('utf-8', 'backslashreplace'), folder,
                              options.scans)]
            if result.returncode != 0:
                lines.append(f'? {result.returncode}')
    finally:
        subprocess.run(['chmod', '-R', 'u+rwX', folder], check=False)
        shutil.rmtree(folder)
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--fonds', required=True, type=Path)
    parser.add_argument('--scans', required=True, type=Path)
    parser.add_argument('transcripts', nargs='+', type=Path)
    options = parser.parse_args()
    differing = 0
    for transcript in options.transcripts:
        expected = transcript.read_text(encoding='utf-8').splitlines()
        now = played(transcript, options)
        if now == expected:
            continue
        if os.environ.get('UPDATE_GOLDEN'):
            transcript.write_text('\n'.join(now) + '\n', encoding='utf-8')
            print('rewritten:', transcript)
            continue
        differing += 1
        print('\n'.join(unified_diff(expected, now, str(transcript), 'what it says now',
                                     lineterm='')))
    return 1 if differing else 0


if __name__ == '__main__':
    sys.exit(main())
