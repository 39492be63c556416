#!/usr/bin/env python3
"""Tables of achievements, read again by readers of their own, hold the rows `list` shows.

    achievement_export_test.py --fonds PROGRAM --scans FOLDER
"""
import argparse
import csv
import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
from program import Fonds  # noqa: E402
from read_xlsx import sheets_of  # noqa: E402

EVIL = '=HYPERLINK("http://x";"y")'


def card(fonds, document, **values):
    for field, value in values.items():
        said = fonds.run('review', 'set', document, field, value)
        assert said.code == 0, said


def filled(options):
    fonds = Fonds(options.fonds)
    people = fonds.folder / 'list.csv'
    people.write_text('last,first,middle,birth_date\nЗябликов,Прохор,Ильич,2012-03-12\n'
                      'Чижова,Анна,,2013-04-13\n', encoding='utf-8')
    assert fonds.run('student', 'import', people).code == 0
    added = fonds.run('add', options.scans / 'doc-0011.tif', options.scans / 'doc-0066.pdf')
    assert added.code == 0, added
    card(fonds, '1', kind='диплом', level='зональный', date='15.05.2024', event=EVIL, student='1')
    card(fonds, '1', student='2')
    card(fonds, '2', kind='грамота', place='II место', nomination='«Проза; стихи»', student='1')
    return fonds


def csv_rows(said):
    assert said.code == 0, said
    text = said.out.decode('utf-8')
    assert text.startswith('\ufeff'), 'Excel would take it for another code page'
    return list(csv.reader(io.StringIO(text[1:], newline=''), delimiter=';'))


def trimmed(rows):
    """Rows without the empty cells at their ends, which a spreadsheet does not keep."""
    kept = []
    for row in rows:
        while row and row[-1] == '':
            row = row[:-1]
        kept.append(row)
    return kept


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--fonds', required=True, type=Path)
    parser.add_argument('--scans', required=True, type=Path)
    options = parser.parse_args()
    fonds = filled(options)
    try:
        listed = fonds.run('achievement', 'list', '--json').records()
        assert len(listed) == 3, listed
        rows = csv_rows(fonds.run('achievement', 'export', '--csv'))
        assert [row[0] for row in rows[1:]] == [record['id'] for record in listed]
        assert [row[1] for row in rows[1:]] == [record['holder'] for record in listed]
        events = [row[3] for row in rows[1:]]
        assert sorted(events) == ['', "'" + EVIL, "'" + EVIL], events
        assert any('«Проза; стихи»' in row for row in rows)

        book = fonds.folder / 'bank.xlsx'
        said = fonds.run('achievement', 'export', '--xlsx', '-o', book)
        assert said.code == 0, said
        (_, records), (_, about) = sheets_of(book)
        harmless = [[cell.removeprefix("'") for cell in row] for row in rows]
        assert trimmed(records) == trimmed(harmless), records
        assert not any('FORMULA' in row for row in records)
        head = dict(row[:2] for row in about)
        journal = fonds.run('journal', 'verify', '--json').records()[0]
        assert head['its hash'] in str(journal), (head, journal)

        assert fonds.run('achievement', 'snapshot').code == 0
        frozen = csv_rows(fonds.run('achievement', 'export', '--csv', '--snapshot', '1'))
        card(fonds, '1', level='всероссийский')
        assert csv_rows(fonds.run('achievement', 'export', '--csv', '--snapshot', '1')) == frozen
        assert csv_rows(fonds.run('achievement', 'export', '--csv')) != frozen
        fonds.expect_whole()
    finally:
        fonds.remove()


if __name__ == '__main__':
    main()
