// The server is killed while an act of destruction is carried out: the same button ends the work;
// then what the act names is gone everywhere, and everything else is whole.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Client, killedOnTheWay, kills, picture } from './killed.mjs';
import { Desk } from './desk.mjs';

const papers = 24;
let desk;
before(() => {
  desk = new Desk();
  desk.set('retention', 'waiting_days = 0\nundo_days = 0');
});
after(() => desk?.close());

/** Papers filed in a volume whose term is over, and in one that must stay. */
function fill() {
  const list = join(desk.folder, 'list.csv');
  writeFileSync(list, 'на 2015 год\nИндекс,Заголовок,Срок хранения,Статья,Примечание\n02 Учебная часть\n'
    + '02-03,Журналы,5 лет,протокол ЭК № 1 от 10.01.2014,\n02-04,Альбомы,5 лет,протокол ЭК № 1 от 10.01.2014,\n');
  desk.run('nomenclature', 'import', list);
  desk.run('nomenclature', 'agree', '2015', '--protocol', '№ 3 от 12.12.2014');
  desk.run('nomenclature', 'approve', '2015', '--number', '12', '--on', '25.12.2014', '--as', 'the.director');
  const files = Array.from({ length: papers + 2 }, (_, i) => {
    const file = join(desk.folder, `${i}.png`);
    writeFileSync(file, picture());
    return file;
  });
  desk.run('add', ...files, '--wait');
  const numbers = files.map((_, i) => String(i + 1));
  for (const [index, filed] of [['02-03', numbers.slice(0, papers)], ['02-04', numbers.slice(papers)]]) {
    desk.run('case', 'open', index, '--year', '2015');
    desk.run('case', 'file', `${index}/2015/1`, ...filed);
    desk.run('case', 'close', `${index}/2015/1`, '--first', '10.01.2015', '--last', '20.12.2015', '--sheets', String(filed.length));
  }
  desk.run('retention', 'plan');
  desk.run('act', 'draw', '02-03/2015/1');
  desk.run('act', 'agree', '1', '--protocol', '№ 2 от 14.01.2026', '--inventories', '№ 2 от 14.01.2026', '--one-meeting');
  desk.run('act', 'approve', '1', '--number', '7', '--on', '20.01.2026', '--as', 'the.director');
  return { gone: numbers.slice(0, papers), kept: numbers.slice(papers) };
}

const state = () => JSON.parse(desk.run('--json', 'act', 'show', '1')).state;

test(`an act carried out over ${kills} kills destroys what it names, all of it and nothing else`, async () => {
  await desk.serve();
  const client = new Client(desk);
  await client.begin();
  desk.addUser('the.director', 'director');
  const { gone, kept } = fill();
  const page = '/retention/acts/1/carry-out';
  const fields = { waybill: '№ 7 от 15.02.2026', weight: '12', confirm: '1' };
  const seen = new Set();
  for (let kill = 0; kill < kills; ++kill) {
    await killedOnTheWay(desk, () => client.submit(page, fields), 50, 900);
    seen.add(state());
    for (const number of kept) assert.equal((await client.ask(`/documents/${number}`)).status, 200);
  }
  for (let step = 0; step < 2 && state() !== 'carried_out'; ++step) {
    const answer = await client.submit(page, fields);
    assert.equal(answer.status, 303, await answer.text());
  }
  assert.equal(state(), 'carried_out', `on the way: ${[...seen]}`);
  for (const number of gone) {
    assert.match(await (await client.ask(`/documents/${number}`)).text(), /уничтожен по акту 1/, number);
    for (const part of ['pages/1', 'thumbnails/1', 'files/original', 'files/text']) {
      const left = await client.ask(`/documents/${number}/${part}`);
      assert.ok(left.status === 404 || left.status === 410, `${number}/${part}: ${left.status}`);
    }
  }
  for (const number of kept) assert.equal((await client.ask(`/documents/${number}/files/original`)).status, 200, number);
  assert.equal((await client.ask('/retention/acts/1/proof')).status, 200);
  await desk.stop();
  desk.run('act', 'prove', '1');
  desk.run('check');
  desk.run('journal', 'verify');
});
