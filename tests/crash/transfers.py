"""Packages for other archives, made and accepted, under faults, for crash_test.py."""
import json
import shutil
import tempfile
import time
from pathlib import Path

from act_to_destroy import prepare_an_act
from harness import EXIT_DONE, Case, Fonds, expect, killed_at_every_call


def handed_over(options, template, package=None):
    """Makes the template hold a closed volume with one paper; its package, if wanted."""
    folder = Path(tempfile.mkdtemp(prefix='fonds-crash-list-'))
    fonds = Fonds(options.fonds, options.preload, template)
    prepare_an_act(fonds, folder)
    fonds.done('act', 'cancel', '1')
    shutil.rmtree(folder)
    volume = f'02-03/{time.localtime().tm_year - 10}/1'
    if package:
        fonds.done('transfer', 'make', package, volume)
    return volume


def test_transfer(options, template):
    """A folder of the package's name is a whole package, and the volume can be handed over."""
    volume = handed_over(options, template)

    def command(case, faults):
        return case.fonds.run('transfer', 'make', case.folder / 'package', volume, faults=faults)

    def after(case, result):
        package = case.folder / 'package'
        expect(package.exists() or result.returncode != EXIT_DONE, 'said done, and there is nothing')
        again = case.folder / 'again' if package.exists() else package
        if not case.fonds.done('transfer', 'list', '--json'):
            expect(result.returncode != EXIT_DONE, 'said done, and it is not on record')
            case.fonds.done('transfer', 'make', again, volume)
        case.fonds.done('transfer', 'verify', package)
        case.fonds.done('check')
        left = {each.name for each in case.folder.iterdir()} - {'package', 'again'}
        expect(left == {'archive', 'kept', 'source'}, f'something is left over: {left}')
        case.fonds.done('transfer', 'record', '1', '--act', '№ 3', '--on', time.strftime('%d.%m.%Y'))
        shown = json.loads(case.fonds.done('case', 'list', '--json').splitlines()[0])
        expect(shown['state'] == 'transferred', f'the volume is {shown["state"]}')
    return f'{killed_at_every_call(options, template, command, after)} calls of `transfer make`'


def test_accept(options, template):
    """Nothing of the package is here, or all of it; and it can be taken once."""
    with Case(options, template) as giver:
        package = giver.folder / 'package'
        handed_over(options, giver.fonds.archive, package)
        return accepted_under_fire(options, template, package)


def accepted_under_fire(options, template, package):
    fonds = Fonds(options.fonds, options.preload, template)
    year = time.localtime().tm_year
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / 'list.csv'
        table.write_text(f'на {year} год\nИндекс,Заголовок,Срок хранения,Статья,Примечание\n'
                         f'05-01,Принятые дела,Постоянно,протокол ЭК № 1 от 10.01.{year - 1},\n')
        fonds.done('nomenclature', 'import', table)
    fonds.done('nomenclature', 'agree', year, '--protocol', '№ 3')
    fonds.done('user', 'add', 'director', '--role', 'director')
    fonds.done('nomenclature', 'approve', year, '--number', '12', '--on', f'25.12.{year - 1}', '--as',
               'director')
    accept = ['transfer', 'accept', package, '--into', f'05-01/{year}']

    def command(case, faults):
        return case.fonds.run(*accept, faults=faults)

    def after(case, result):
        case.fonds.done('check')
        papers, volumes = case.fonds.documents(), case.fonds.run('case', 'list', '--json').stdout
        if papers or volumes or result.returncode == EXIT_DONE:
            expect(len(papers) == 1 and len(volumes.splitlines()) == 1, 'a part of it is there')
            expect(case.fonds.run(*accept).returncode != EXIT_DONE, 'it was taken twice')
        else:
            case.fonds.done(*accept)
        expect(len(case.fonds.documents()) == 1, 'it is not there when it is repeated')
        case.fonds.done('journal', 'verify')
    return f'{killed_at_every_call(options, template, command, after)} calls of `transfer accept`'
