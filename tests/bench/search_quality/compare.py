#!/usr/bin/env python3
"""Success of the searches of a corpus in Fonds, and in Recoll and SQLite FTS5 over the same texts; see README.md."""
import argparse
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

FIELDS = {'kind': 'тип', 'level': 'уровень', 'place': 'место'}


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False).stdout


class Fonds:
    def __init__(self, program, corpus, folder):
        self.program, self.archive = program, folder / 'archive'
        if not self.archive.exists():
            run(program, 'init', self.archive)
            self.call('student', 'import', corpus / 'roster.csv')
            self.call('add', corpus / 'images')
            self.call('work', '--once')
        documents = [json.loads(line) for line in self.call('document', 'list', '--json').splitlines()]
        self.names = {each['id']: [original['name'] for original in each['originals']] for each in documents}

    def call(self, *words):
        return run(self.program, '--archive', self.archive, *words)

    def texts(self):
        return {names[0]: self.call('export', number, '--text') for number, names in self.names.items()}

    @staticmethod
    def query(search):
        filters = search['filters']
        text = search['query']
        if 'birth_date' in filters:
            text = f'ученик:"{text} {filters["birth_date"]}"'
        for name, value in filters.items():
            if name == 'kind' and value == 'application':
                text += ' (тип:application ИЛИ тип:consent)'
            elif name in FIELDS:
                text += f' {FIELDS[name]}:"{value}"'
            elif name == 'collective':
                text += f' объединение:«{value}»'
            elif name == 'school_year':
                text += f' год:{value}'
        if 'date_from' in filters:
            text += f' дата:{filters["date_from"]}..{filters["date_to"]}'
        return text.strip()

    def answer(self, search):
        found = self.call('search', '--json', '--limit', '50', '--', self.query(search))
        hits = json.loads(found)['hits'] if found else []
        return [name for hit in hits for name in self.names[hit['id']]]


def as_typed(search):
    return ' '.join([search['query'], search['filters'].get('collective', '')]).strip()


class Recoll:
    def __init__(self, texts, folder):
        self.settings, papers = folder / 'recoll', folder / 'texts'
        papers.mkdir(exist_ok=True)
        self.settings.mkdir(exist_ok=True)
        self.names = {}
        for number, (name, text) in enumerate(texts.items()):
            self.names[f'{number}.txt'] = name
            (papers / f'{number}.txt').write_text(text, encoding='utf-8')
        (self.settings / 'recoll.conf').write_text(
            f'topdirs = {papers}\nindexstemminglanguages = russian\n', encoding='utf-8')
        run('recollindex', '-c', self.settings)

    def answer(self, search):
        typed = as_typed(search).replace('«', '"').replace('»', '"')
        found = run('recollq', '-c', self.settings, '-n', '50', typed) if typed else ''
        return [self.names[os.path.basename(path)] for path in re.findall(r'\[file://(.*?)\]', found)]


class Fts5:
    def __init__(self, texts):
        self.database = sqlite3.connect(':memory:')
        self.database.execute('CREATE VIRTUAL TABLE papers USING fts5(name UNINDEXED, body)')
        self.database.executemany('INSERT INTO papers VALUES (?, ?)', texts.items())

    def answer(self, search):
        words = re.findall(r'\w+', as_typed(search))
        if not words:
            return []
        phrase = '«' in search['query']
        match = '"' + ' '.join(words) + '"' if phrase else ' '.join(f'"{word}"' for word in words)
        return [row[0] for row in self.database.execute(
            'SELECT name FROM papers WHERE papers MATCH ? ORDER BY rank LIMIT 50', (match,))]


def scores(engine, searches, document_of, verbose):
    by_type = defaultdict(list)
    for search in searches:
        given = list(dict.fromkeys(document_of.get(name, name) for name in engine.answer(search)))
        wanted = set(search['expected'])
        acceptable = wanted | set(search.get('acceptable', []))
        if wanted:
            score = (bool(given) and given[0] in wanted, bool(wanted & set(given[:5])),
                     len(wanted & set(given[:10])) / len(wanted))
        else:
            score = (not set(given) - acceptable,) * 3
        if verbose and not score[0]:
            print(f'missed {search["id"]} {search["type"]}: {search["query"]}')
        for name in (search['type'], 'ALL'):
            by_type[name].append(score)
    return by_type


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--fonds', type=Path, required=True)
    parser.add_argument('--corpus', type=Path, required=True)
    parser.add_argument('--others', action='store_true')
    parser.add_argument('--misses', action='store_true')
    parser.add_argument('folder', type=Path)
    options = parser.parse_args()
    options.folder.mkdir(exist_ok=True)
    papers = [json.loads(path.read_text(encoding='utf-8'))
              for path in sorted((options.corpus / 'truth').glob('*.json'))]
    document_of = {name: paper['id'] for paper in papers for name in paper['files']}
    searches = json.loads((options.corpus / 'queries.json').read_text(encoding='utf-8'))['queries']
    engines = {'Fonds': Fonds(options.fonds.resolve(), options.corpus, options.folder.resolve())}
    if options.others:
        texts = engines['Fonds'].texts()
        engines |= {'Recoll': Recoll(texts, options.folder.resolve()), 'FTS5': Fts5(texts)}
    for name, engine in engines.items():
        by_type = scores(engine, searches, document_of, options.misses and name == 'Fonds')
        print(f'\n{name:30}  n  at 1  at 5  recall at 10')
        for kind in sorted(by_type, key=lambda each: (each != 'ALL', each)):
            rows = by_type[kind]
            print(f'{kind:30}{len(rows):3}', *(f'{sum(row[i] for row in rows) / len(rows):.3f}' for i in range(3)))
    return 0


if __name__ == '__main__':
    sys.exit(main())
