"""Prints an XLSX file as a spreadsheet program shows it: a line a row, cells parted by "|", sheets by
a line "== NAME". A formula is printed as "FORMULA". A reader of its own, so that a mistake of the
writer is not read back as right.

    read_xlsx.py FILE
"""
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
ID = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'


def text_of(element):
    return ''.join(each.text or '' for each in element.iter(MAIN + 't'))


def column_of(reference):
    number = 0
    for letter in re.match('[A-Z]+', reference).group():
        number = number * 26 + ord(letter) - ord('A') + 1
    return number


def cell_text(cell, strings):
    if cell.find(MAIN + 'f') is not None:
        return 'FORMULA'
    if cell.get('t') == 's':
        return strings[int(cell.find(MAIN + 'v').text)]
    if cell.get('t') == 'inlineStr':
        return text_of(cell)
    value = cell.find(MAIN + 'v')
    return '' if value is None else value.text


def rows_of(sheet, strings):
    """The rows of a sheet's XML, empty cells kept."""
    for row in tree.fromstring(sheet).iter(MAIN + 'row'):
        cells = []
        for cell in row.iter(MAIN + 'c'):
            cells += [''] * (column_of(cell.get('r')) - len(cells) - 1)
            cells.append(cell_text(cell, strings))
        yield cells


def sheets_of(path):
    """Pairs of a sheet's name and its rows."""
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        strings = []
        if 'xl/sharedStrings.xml' in book.namelist():
            strings = [text_of(each) for each in tree.fromstring(book.read('xl/sharedStrings.xml'))]
        relations = {each.get('Id'): each.get('Target') for each in
                     tree.fromstring(book.read('xl/_rels/workbook.xml.rels'))}
        for sheet in tree.fromstring(book.read('xl/workbook.xml')).iter(MAIN + 'sheet'):
            part = book.read('xl/' + relations[sheet.get(ID)])
            yield sheet.get('name'), list(rows_of(part, strings))


if __name__ == '__main__':
    for name, rows in sheets_of(sys.argv[1]):
        print('==', name)
        for each in rows:
            print('|'.join(each))
