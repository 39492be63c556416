"""An act of destruction that may be carried out, for crash_test.py, and where its paper is found."""
import sqlite3
import time

SECRET = 'Звездоклюев'  # in a paper that is destroyed, and nowhere else


def prepare_an_act(fonds, folder):
    """An approved act of one electronic volume with one paper, whose waiting time is over."""
    settings = fonds.archive / 'fonds.toml'
    settings.write_text(settings.read_text().replace(
        '[retention]\n', '[retention]\nwaiting_days = 0\nundo_days = 0\n'))
    year = time.localtime().tm_year - 10
    table = folder / 'list.csv'
    table.write_text(f'на {year} год\nИндекс,Заголовок,Срок хранения,Статья,Примечание\n'
                     f'02-03,Журналы,5 лет,протокол ЭК № 1 от 10.01.{year - 1},ЭД\n')
    fonds.done('nomenclature', 'import', table)
    fonds.done('nomenclature', 'agree', year, '--protocol', '№ 3')
    fonds.done('user', 'add', 'director', '--role', 'director')
    fonds.done('nomenclature', 'approve', year, '--number', '12', '--on', f'25.12.{year - 1}',
               '--as', 'director')
    paper = folder / f'{SECRET}.log'
    paper.write_text(f'Журнал. {SECRET} Прохор, 15.05.{year}\n')
    fonds.done('add', paper, '--description', f'Журнал. {SECRET} Прохор', '--wait')
    volume = f'02-03/{year}/1'
    fonds.done('case', 'open', '02-03', '--year', year)
    fonds.done('case', 'file', volume, '1')
    fonds.done('case', 'close', volume, '--first', f'15.05.{year}', '--last', f'15.05.{year}',
               '--sheets', '1')
    fonds.done('act', 'draw', '--all')
    fonds.done('act', 'agree', '1', '--protocol', '№ 2', '--inventories', '№ 2', '--one-meeting')
    today = time.strftime('%d.%m.%Y')
    fonds.done('act', 'approve', '1', '--number', '7', '--on', today, '--as', 'director')


def places_of_secret(archive):
    words = [SECRET.encode(), SECRET.lower().encode()]
    return [file for file in archive.rglob('*') if file.is_file()
            and any(word in file.read_bytes() for word in words)]


def let_a_minute_pass(archive):
    """The lease of a killed index writer runs out."""
    with sqlite3.connect(archive / 'catalogue' / 'catalogue.sqlite') as catalogue:
        catalogue.execute('DELETE FROM leases')
    catalogue.close()
