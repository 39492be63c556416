// First visit, signing in and out, locks, language, reading without scripts, telephone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, Desk, openBrowser, openPage, overflows, password, signIn } from './desk.mjs';

let desk;
let browser;
before(async () => {
  desk = await new Desk().serve();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

test('the first visit makes the first account, once, for whoever knows the code', async () => {
  const page = await openPage(browser, desk);
  await page.goto('/');
  assert.match(page.url(), /\/begin$/);
  desk.realCode = desk.setupCode;
  desk.setupCode = '0'.repeat(16);
  await begin(page, desk);
  assert.match(await page.locator('.problem').innerText(), /код/i);
  desk.setupCode = desk.realCode;
  await begin(page, desk);
  await page.waitForURL('**/');
  assert.match(await page.locator('h1').innerText(), /Сегодня/);
  await page.goto('/begin');
  assert.doesNotMatch(page.url(), /begin/);
  assert.deepEqual([page.foreign, page.faults], [[], []]);
});

test('whoever signs out is out, and comes back where they were going', async () => {
  const page = await openPage(browser, desk);
  await page.goto('/find?q=диплом');
  assert.match(page.url(), /\/sign-in\?then=/);
  await page.fill('input[name=login]', 'archivist');
  await page.fill('input[name=password]', password);
  await page.click('button.main');
  assert.match(page.url(), /\/find\?q=/);
  await page.click('details.person summary');
  await page.click('form[action="/sign-out"] button');
  await page.waitForURL('**/sign-in');
  await page.goto('/');
  assert.match(page.url(), /sign-in/);
});

test('five wrong passwords lock the login for a minute, and the right one is no use then', async () => {
  desk.addUser('locked.one', 'clerk');
  const page = await openPage(browser, desk);
  for (let time = 0; time < 5; ++time) {
    await signIn(page, 'locked.one', `неверный пароль ${time}`);
    assert.match(await page.locator('.problem').innerText(), /неверен/i);
  }
  await signIn(page, 'locked.one');
  assert.match(await page.locator('.problem').innerText(), /слишком много/i);
});

test('the desk speaks English when asked, and keeps doing so', async () => {
  const page = await openPage(browser, desk);
  await page.goto('/sign-in');
  assert.equal(await page.locator('html').getAttribute('lang'), 'ru');
  await page.click('form.language button');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('h1').innerText(), 'Sign in');
});

test('without scripts one can sign in and read', async () => {
  const page = await openPage(browser, desk, { javaScriptEnabled: false });
  await signIn(page, 'archivist');
  assert.match(await page.locator('h1').innerText(), /Сегодня/);
  await page.fill('#box', 'диплом');
  await page.press('#box', 'Enter');
  assert.match(page.url(), /\/find\?q=/);
});

test('on a telephone nothing stands beside the page', async () => {
  const page = await openPage(browser, desk, { viewport: { width: 390, height: 844 } });
  await page.goto('/sign-in');
  assert.equal(await overflows(page), false);
  await signIn(page, 'archivist');
  for (const path of ['/', '/find', '/find?q=диплом', '/account', '/purpose']) {
    await page.goto(path);
    assert.equal(await overflows(page), false, path);
  }
});
