// A large file from the page of the scanning desk: it goes in pieces, and on after a break.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { comeIn, Desk, openBrowser, openPage, scans, signIn } from './desk.mjs';

let desk;
let browser;
let large; // a scan with 17 MB behind its end: three pieces
before(async () => {
  desk = new Desk();
  desk.addUser('the.clerk', 'clerk');
  await desk.serve();
  browser = await openBrowser();
  large = join(desk.folder, 'Большой скан.jpg');
  writeFileSync(large, Buffer.concat([readFileSync(join(scans, 'scan_0007.jpg')), randomBytes(17 << 20)]));
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

test('a large file comes whole though its connection breaks twice, and is known when sent again', async () => {
  const page = await openPage(browser, desk);
  await comeIn(page, 'the.clerk');
  await page.goto('/scan');
  const offsets = [];
  await page.route('**/api/v1/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    offsets.push(Number(request.headers()['upload-offset']));
    return offsets.length === 1 || offsets.length === 3 ? route.abort('connectionreset') : route.continue();
  });
  await page.setInputFiles('input[name=file]', [large]);
  await page.click('#upload button.main');
  await page.getByText('передача продолжится сама').waitFor();
  const taken = page.locator('#uploads .good a');
  await taken.waitFor();
  const path = await taken.getAttribute('href');
  const piece = offsets.find((offset) => offset > 0);
  assert.deepEqual(offsets, [0, 0, piece, piece, 2 * piece], 'each piece goes on from where the file is');
  assert.equal((await page.goto(path)).status(), 200);

  await page.unroute('**/api/v1/uploads/*');
  await page.goto('/scan');
  await page.setInputFiles('input[name=file]', [large]);
  await page.click('#upload button.main');
  const again = page.locator('#uploads .doubt a');
  await again.waitFor();
  assert.equal(await again.getAttribute('href'), path);
  assert.match(await again.innerText(), /уже есть в архиве/);
  assert.deepEqual([page.foreign, page.faults], [[], []]);
});

test('a large file that is no paper is refused with the reason', async () => {
  const page = await openPage(browser, desk);
  await signIn(page, 'the.clerk');
  await page.goto('/scan');
  await page.setInputFiles('input[name=file]', [{ name: 'шум.jpg', mimeType: 'image/jpeg', buffer: randomBytes(9 << 20) }]);
  await page.click('#upload button.main');
  const refused = page.locator('#uploads .bad');
  await refused.waitFor();
  assert.ok((await refused.innerText()).length > 10, 'nothing is said');
  assert.equal(await page.locator('#uploads button').count(), 0, 'refused is not lost on the way');
  assert.equal(await page.locator('#uploads a').count(), 0);
});
