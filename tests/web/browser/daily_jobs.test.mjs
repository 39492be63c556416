// The three people of the archive at their daily work, from signing in to the result.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { comeIn, Desk, openBrowser, openPage, scans } from './desk.mjs';

let desk;
let browser;
let accession; // of the paper the clerk takes in
before(async () => {
  desk = new Desk();
  desk.set('retention', 'waiting_days = 0\nundo_days = 0');
  for (const role of ['archivist', 'clerk', 'director']) desk.addUser(`the.${role}`, role);
  await desk.serve();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

/** Reloads until `found` says yes: recognition goes on beside. */
async function until(page, path, found) {
  for (let time = 0; time < 60; ++time) {
    await page.goto(path);
    if (await found()) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  assert.fail(`${path} does not come to it: ${await page.locator('main').innerText()}`);
}

test('a clerk takes a paper in, checks it and finds it', async () => {
  const page = await openPage(browser, desk);
  await comeIn(page, 'the.clerk');
  await page.goto('/scan');
  await page.setInputFiles('input[name=file]', [join(scans, 'doc-0066.pdf')]);
  await page.click('#upload button.main');
  const taken = page.locator('#uploads a[href^="/documents/"]').first();
  await taken.waitFor();
  accession = (await taken.getAttribute('href')).split('/').pop();
  await until(page, `/review/${accession}`, async () => await page.locator('#sheet img').count() > 0);
  assert.ok(await page.locator('#sheet svg rect').count() > 0, 'no box is drawn on the page');
  await page.locator('#accept button').focus();
  const moved = page.waitForEvent('framenavigated');
  await page.keyboard.press('Enter');
  await moved;
  await page.waitForLoadState('load');
  await until(page, '/find?q=протокол', async () => await page.locator('.hit').count() > 0);
  await page.locator('.hit h2 a').first().click();
  await page.locator('.sheet img').waitFor();
  const loaded = await page.locator('.sheet img').evaluate((image) => image.complete && image.naturalWidth > 300);
  assert.ok(loaded, 'the picture of the page is not shown');
  assert.deepEqual([page.foreign, page.faults], [[], []]);
});

test('staff find a student by a misspelt name and open the card', async () => {
  const roster = join(desk.folder, 'roster.csv');
  writeFileSync(roster, 'Фамилия;Имя;Отчество;Дата рождения;Объединение\n'
    + 'Кречетова;Варвара;Ильинична;14.03.2011;Акварель\nДроздовская;Полина;Юрьевна;02.09.2012;Ладья\n');
  desk.run('student', 'import', roster);
  const page = await openPage(browser, desk);
  await comeIn(page, 'the.archivist');
  // The clerk's paper is hers, the archivist says; the index follows.
  await page.goto(`/review/${accession}`);
  await page.fill('#student', '1');
  await page.click('#add-student button');
  await page.locator('a[href="/students/1"]').first().waitFor();
  await until(page, '/find?q=кречетова', async () => await page.locator('.hit').count() > 0);
  await page.fill('#box', 'кречетава варвара');
  await page.press('#box', 'Enter');
  await page.locator('.hit h2 a').first().click();
  await page.locator('main a[href="/students/1"]').first().click();
  assert.match(await page.locator('h1').innerText(), /Кречетова/);
  assert.match(await page.locator('main').innerText(), /Акварель/);
});

test('the archivist plans, the director approves, the act is carried out and printed', async () => {
  const list = join(desk.folder, 'list.csv');
  writeFileSync(list, 'на 2015 год\nИндекс,Заголовок,Срок хранения,Статья,Примечание\n02 Учебная часть\n'
    + '02-03,Журналы,5 лет,протокол ЭК № 1 от 10.01.2014,\n');
  desk.run('nomenclature', 'import', list);
  desk.run('nomenclature', 'agree', '2015', '--protocol', '№ 3 от 12.12.2014');
  desk.run('nomenclature', 'approve', '2015', '--number', '12', '--on', '25.12.2014', '--as', 'the.director');
  desk.run('case', 'open', '02-03', '--year', '2015', '--title', 'Акварель');
  desk.run('case', 'close', '02-03/2015/1', '--first', '10.01.2015', '--last', '20.12.2015', '--sheets', '50');

  const archivist = await openPage(browser, desk);
  await archivist.goto('/sign-in');
  await archivist.fill('input[name=login]', 'the.archivist');
  await archivist.fill('input[name=password]', 'северный ветер 47');
  await archivist.click('button.main');
  await archivist.goto('/retention');
  await archivist.click('form[action="/retention/plan"] button');
  assert.match(await archivist.locator('table').last().innerText(), /02-03\/2015\/1/);
  await archivist.goto('/retention/acts/new');
  await archivist.click('form[action="/retention/acts"] button.main');
  assert.match(archivist.url(), /\/retention\/acts\/1/);
  await archivist.fill('input[name=protocol]', '№ 2 от 14.01.2026');
  await archivist.fill('input[name=inventories]', '№ 2 от 14.01.2026');
  await archivist.check('input[name=one_meeting]');
  await archivist.click('form[action$="/agreement"] button');
  assert.equal(await archivist.locator('form[action$="/approval"]').count(), 0, 'one person decides alone');

  const director = await openPage(browser, desk);
  await comeIn(director, 'the.director');
  await director.goto('/retention/acts/1');
  await director.fill('input[name=number]', '7');
  await director.click('form[action$="/approval"] button');
  assert.equal(await director.locator('.problem').count(), 0);

  for (let step = 0; step < 2; ++step) {
    await archivist.goto('/retention/acts/1/carry-out');
    await archivist.fill('input[name=waybill]', '№ 7 от 15.02.2026');
    await archivist.fill('input[name=weight]', '12');
    await archivist.fill('input[name=confirm]', '1');
    await archivist.click('form[action$="/carry-out"] button');
    if (await archivist.locator('a[href$="/proof"]').count() > 0) break;
  }
  assert.ok(await archivist.locator('a[href$="/proof"]').count() > 0, await archivist.locator('main').innerText());
  const printed = await archivist.request.get('/retention/acts/1/print');
  assert.equal(printed.headers()['content-type'], 'application/pdf');
  assert.equal((await printed.body()).subarray(0, 5).toString(), '%PDF-');
});

test('a reader without a right is told so, and sees nothing', async () => {
  const page = await openPage(browser, desk);
  await page.goto('/sign-in');
  await page.fill('input[name=login]', 'the.clerk');
  await page.fill('input[name=password]', 'северный ветер 47');
  await page.click('button.main');
  const answer = await page.goto('/retention');
  assert.equal(answer.status(), 403);
  assert.equal(await page.locator('nav.menu a[href="/retention"]').count(), 0);
});
