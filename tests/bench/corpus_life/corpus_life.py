#!/usr/bin/env python3
"""The whole life of an archive over a corpus of scans, with the real program on a clock of its own:
the sample nomenclature approved for 2024 and rolled over year by year to 2031, the corpus taken in
at the end of a school year, read, filed, closed and inventoried, planned, destroyed by an act, handed over to another archive.

Every form is printed and rendered; the journal must verify, the proof scan must find nothing, and
of no destroyed paper any byte may be left. Says figures of each step; ends with 1 where something
is not so. Needs faketime (Debian) and poppler-utils.
"""
import argparse
import calendar
import glob
import json
import os
import pathlib
import subprocess
import sys
import time
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
FIRST, LAST = 2024, 2031
OTHER_PAPERS = '01-04'  # of no kind that has a case of its own
FONDS_PAPERS = '04-01'  # kept permanently; the approved nomenclature is filed there
# Forms that have no table of their own, by the command that prints them.
WITHOUT_TABLE = ('cover', 'presence')


def default_items():
    """Kind of paper to index of the case it belongs to, as the program knows it."""
    data = tomllib.loads((ROOT / 'config' / 'document_kinds.toml').read_text('utf-8'))
    return {kind['en']: kind.get('item') for kind in data['kind']}


def last_day(date):
    """Of what is known of a date: "2025", "2025-05" or the whole of it."""
    year, month, day = (date.split('-') + ['', ''])[:3]
    month = month or '12'
    return f'{year}-{month}-{day or calendar.monthrange(int(year), int(month))[1]}'


class Life:
    def __init__(self, fonds, corpus, work):
        self.fonds, self.corpus, self.work = fonds, corpus, work
        self.archive = work / 'archive'
        self.day = None
        self.forms = work / 'forms'
        self.forms.mkdir(parents=True)
        self.faults = []
        self.begun = time.monotonic()
        self.preload = glob.glob('/usr/lib/*/faketime/libfaketime.so.1')[0]

    def say(self, text):
        print(f'{time.monotonic() - self.begun:7.1f} s  {self.day}  {text}', flush=True)

    def fault(self, text):
        self.faults.append(text)
        self.say('FAULT: ' + text)

    def run(self, *words, archive=None, may_fail=False, language='en'):
        """What the program prints on the day of the story."""
        env = dict(os.environ, LD_PRELOAD=self.preload, FAKETIME=f'@{self.day} 10:00:00',
                   DONT_FAKE_MONOTONIC='1', FONDS_LANG=language, TZ='UTC')
        command = [self.fonds, '--archive', str(archive or self.archive), *map(str, words)]
        made = subprocess.run(command, env=env, capture_output=True, text=True)
        if made.returncode != 0 and not may_fail:
            self.fault(f'{" ".join(map(str, words))}: exit {made.returncode}: '
                       f'{(made.stderr or made.stdout).strip()[-400:]}')
        return made.stdout

    def records(self, *words, **options):
        return [json.loads(line) for line in self.run(*words, '--json', **options).splitlines()]

    def print_form(self, name, *words):
        self.run(*words, '-o', self.forms / (name + '.pdf'), language='ru')
        if not any(each in name for each in WITHOUT_TABLE):
            self.run(*words, '--xlsx', '-o', self.forms / (name + '.xlsx'), language='ru')

    # The acts of the story, in its order.

    def begin(self, archive, year, names):
        self.run('init', archive, '-q')
        (archive / 'fonds.toml').write_text(
            f'[institution]\nnames = "{names}"\nfonds = "12"\n', 'utf-8')
        self.run('user', 'add', 'director', '--role', 'director', archive=archive)
        self.run('nomenclature', 'import', ROOT / 'config' / 'nomenclature.csv', '--year', year,
                 archive=archive)
        self.approve(year, archive)

    def approve(self, year, archive=None):
        self.run('nomenclature', 'agree', year, '--protocol', f'№ 3 от 12.12.{year - 1}',
                 archive=archive)
        self.run('nomenclature', 'approve', year, '--number', '12', '--on', f'20.12.{year - 1}',
                 '--as', 'director', archive=archive)

    def take_in(self):
        self.run('student', 'import', self.corpus / 'roster.csv')
        begun = time.monotonic()
        self.run('add', '--wait', self.corpus / 'images')
        papers = self.records('case', 'inbox', '--limit', 1000)
        self.say(f'taken in and read: {len(papers)} papers in {time.monotonic() - begun:.0f} s')

    def file(self):
        items = default_items()
        papers = self.records('case', 'inbox', '--limit', 1000)
        wanted = {items.get(paper['kind']) or OTHER_PAPERS for paper in papers}
        for index in sorted(wanted | {FONDS_PAPERS}):
            # An inventory wants to know which protocols they are.
            title = ('--title', '№ 1 – № 9') if index == OTHER_PAPERS else ()
            self.run('case', 'open', index, '--year', FIRST, *title)
        ready = self.records('case', 'file', '--ready')
        by_hand = 0
        for paper in self.records('case', 'inbox', '--limit', 1000):
            index = items.get(paper['kind']) or OTHER_PAPERS
            self.run('case', 'file', f'{index}/{FIRST}/1', paper['document'])
            by_hand += 1
        self.run('nomenclature', 'print', FIRST, '--file', f'{FONDS_PAPERS}/{FIRST}/1')
        self.run('work', '--once', may_fail=True)
        self.say(f'filed: {len(ready)} by themselves, {by_hand} by hand')

    def close(self):
        closed = 0
        for volume in self.records('case', 'list', '--year', FIRST):
            if volume['state'] != 'open' or volume['documents'] == 0:
                continue
            name = volume['volume']
            spans = [each['date'].partition('/') for each in self.records('case', 'show', name)
                     if each.get('date')]
            # Papers whose day could not be read are of the year of the list.
            first = min([(begin + '-01-01')[:10] for begin, _, _ in spans] + [f'{FIRST}-01-10'])
            last = max([last_day(end or begin) for begin, _, end in spans] + [f'{FIRST}-12-20'])
            self.run('case', 'close', name, '--first', first, '--last', last)
            closed += 1
        self.run('nomenclature', 'lock', FIRST)
        self.say(f'closed: {closed} volumes')

    def pass_years(self, first, end):
        for year in range(first, end):
            self.day = f'{year}-12-20'
            self.run('schedule', 'run', may_fail=True)
            known = [each['year'] for each in self.records('nomenclature', 'list')]
            if year + 1 not in known:
                self.run('nomenclature', 'rollover', year)
            self.approve(year + 1)
            self.day = f'{year + 1}-01-15'
            if year >= 2025:
                self.run('nomenclature', 'lock', year)
            self.run('schedule', 'run', may_fail=True)
        self.say('years passed')

    def inventory(self):
        self.day = '2027-02-02'
        for number, year in enumerate((FIRST, FIRST + 1), 1):
            self.run('inventory', 'draw', 'permanent', '--year', year, '--list', '1',
                     '--founder-history', 'Создан в 2001 году.', '--fonds-history',
                     'Поступал ежегодно.', '--composer', 'методист, И. И. Примерова', '--keeper',
                     'архивист, П. П. Образцов')
            self.run('inventory', 'agree', number, '--protocol', '№ 2 от 14.01.2027')
            self.run('inventory', 'approve', number, '--on', '02.02.2027', '--as', 'director')
            self.run('inventory', 'hand-over', number, '--on', '02.02.2027')
        self.print_form('F5-list', 'inventory', 'print', 1)
        self.print_form('F6-handover', 'inventory', 'print', 1, '--form', 'handover')
        self.say('inventoried')

    def mark(self):
        for name, event in ((f'02-03/{FIRST}/1', 'audited'), (f'02-08/{FIRST}/1', 'learner_left'),
                            (f'02-08/{FIRST}/1', 'not_needed'), (f'02-10/{FIRST}/1', 'not_needed')):
            self.run('retention', 'mark', name, event, '--on', '01.02.2026', '--basis', 'акт № 1',
                     may_fail='02-10' in name)

    def disclose(self):
        """What the archive knows of a learner, to a learner: an extract (F14)."""
        self.run('disclosure', 'open', 1, '--identity', 'паспорт', '--form', 'written', '--asked',
                 'результаты аттестации')
        self.run('disclosure', 'approve', 1, '--as', 'director')
        folder = self.work / 'disclosed'
        self.run('disclosure', 'issue', 1, '--to', folder, language='ru')
        extracts = list(folder.glob('extract-*.pdf'))
        if not extracts:
            return self.fault('no extract was given')
        os.rename(extracts[0], self.forms / 'F14-extract.pdf')
        self.say('an extract was given')

    def destroy(self):
        self.day = '2031-02-01'
        steps = {}
        for each in self.records('retention', 'plan'):
            if 'step' in each and 'volume' in each:
                steps[each['step']] = steps.get(each['step'], 0) + 1
        self.say(f'plan: {steps}')
        self.run('act', 'draw', '--all')
        units = len(self.records('act', 'show', 1)[0]['units'])
        self.run('act', 'agree', 1, '--protocol', '№ 2 от 14.01.2031', '--one-meeting')
        self.run('act', 'approve', 1, '--number', '7', '--on', '01.02.2031', '--as', 'director')
        self.day = '2031-03-01'
        self.run('act', 'carry-out', 1, '--yes')
        self.day = '2031-04-01'
        begun = time.monotonic()
        self.run('act', 'carry-out', 1, '--waybill', '№ 7 от 20.03.2031', '--weight', '12.5', '--yes')
        for proof in self.records('act', 'prove', 1):
            self.say(f'{units} volumes carried out in {time.monotonic() - begun:.1f} s; proof: {proof}')
        self.print_form('F7-act', 'act', 'print', 1)
        self.print_form('F13-personal-data', 'act', 'print', 1, '--form', 'personal-data')
        self.print_form('F13-log', 'act', 'print', 1, '--form', 'log')

    def hand_over(self):
        self.day = '2031-04-20'
        theirs = self.work / 'theirs'
        self.begin(theirs, LAST, 'Архивный отдел Примерска')
        volume = f'{FONDS_PAPERS}/{FIRST}/1'
        self.run('transfer', 'make', self.work / 'package', volume, '--receiver',
                 'Архивный отдел Примерска')
        self.run('transfer', 'verify', self.work / 'package')
        self.run('transfer', 'accept', self.work / 'package', '--into', f'{FONDS_PAPERS}/{LAST}',
                 archive=theirs)
        self.run('transfer', 'record', 1, '--act', '№ 3 от 20.04.2031', '--on', '20.04.2031')
        self.print_form('F8-transfer', 'transfer', 'print', 1)
        self.say('handed over')

    def print_rest(self):
        volume = f'02-05/{FIRST}/1'
        for form in ('cover', 'inventory', 'certificate', 'register', 'card', 'use'):
            self.print_form('volume-' + form, 'case', 'print', volume, form)
        self.print_form('F1-nomenclature', 'nomenclature', 'print', FIRST)
        self.print_form('F11-presence', 'stock', 'print', 'presence')
        self.print_form('F11-presence-electronic', 'stock', 'print', 'electronic')
        self.run('stock', 'missing', volume, '--reason', 'не возвращён')
        self.print_form('F10-loss', 'stock', 'print', 'loss')
        self.run('stock', 'found', volume, '--where', 'шкаф 3', '-o', self.forms / 'F10-found.pdf')
        self.run('stock', 'damaged', f'02-09/{FIRST}/1', '--reason', 'залито')
        self.print_form('F10-damage', 'stock', 'print', 'damage')
        self.run('disclosure', 'list', '--pdf', '-o', self.forms / 'F15-register.pdf')
        self.run('case', 'issue', volume, '--to', 'Примерова И. И.', '--due', '20.05.2031')
        self.print_form('F9-book', 'case', 'loans', '--pdf')

    def render(self):
        for pdf in sorted(self.forms.glob('*.pdf')):
            subprocess.run(['pdftoppm', '-r', '50', '-png', pdf, pdf.with_suffix('')], check=False)
            if not list(self.forms.glob(pdf.stem + '-*.png')):
                self.fault(f'{pdf.stem} cannot be rendered')

    def judge(self, hashes):
        left = [name for name in hashes if (self.archive / 'originals').exists() and
                list((self.archive / 'originals').rglob(name + '*'))]
        destroyed = [each for each in self.records('case', 'list', '--year', FIRST)
                     if each['state'] == 'destroyed']
        self.say(f'volumes destroyed: {len(destroyed)}; originals of the corpus still there: '
                 f'{len(left)} of {len(hashes)}')
        if not destroyed:
            self.fault('nothing was destroyed')
        self.say(f'forms: {len(list(self.forms.glob("*.pdf")))} as PDF, '
                 f'{len(list(self.forms.glob("*.xlsx")))} as XLSX')
        self.run('journal', 'verify')
        self.run('check')
        return not self.faults


def hashes_of(archive):
    return [path.name for path in (archive / 'originals').rglob('*') if path.is_file()]


def main():
    read = argparse.ArgumentParser(description=__doc__.split('\n\n', maxsplit=1)[0])
    read.add_argument('--fonds', required=True, help='the program, built for release')
    read.add_argument('--corpus', required=True, type=pathlib.Path, help='images/ and roster.csv')
    read.add_argument('--work', required=True, type=pathlib.Path, help='a folder to be made')
    call = read.parse_args()
    life = Life(call.fonds, call.corpus, call.work)
    life.day = '2023-12-26'
    life.begin(life.archive, FIRST, 'ЦДТ')
    life.pass_years(FIRST, 2025)
    life.day = '2025-06-10'
    life.take_in()
    hashes = hashes_of(life.archive)
    life.file()
    life.pass_years(2025, 2026)
    life.close()
    life.pass_years(2026, 2027)
    life.inventory()
    life.mark()
    life.disclose()
    life.pass_years(2027, LAST)
    life.destroy()
    life.hand_over()
    life.print_rest()
    life.render()
    well = life.judge(hashes)
    for each in life.faults:
        print('FAULT: ' + each)
    return 0 if well else 1


if __name__ == '__main__':
    sys.exit(main())
