// Every page that links lead to, as the archivist sees it: no barriers (axe-core) in either theme, no
// sideways scrolling on a telephone, nothing from elsewhere, no script or style the policy refuses,
// little to transfer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { begin, Desk, openBrowser, openPage, overflows, pictureOpens } from './desk.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const most = { pages: 70, bytes: 200 * 1024 };
let desk;
let browser;
let page;
before(async () => {
  desk = new Desk();
  desk.run('add', `${process.env.FONDS_SCANS}/doc-0066.pdf`, '--wait');
  await desk.serve();
  browser = await openBrowser();
  page = await openPage(browser, desk);
  await begin(page, desk);
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

/** One page of a shape is enough: numbers and queries do not make another one. */
const shape = (path) => path.split('#')[0].replace(/\?.*/, '').replace(/\d+(-\d+)*/g, 'N');

/** Paths of every page within reach, one of each shape; downloads are none. */
async function crawl() {
  const found = new Map();
  const ahead = ['/', '/find?q=диплом'];
  while (ahead.length > 0 && found.size < most.pages) {
    const path = ahead.shift();
    if (found.has(shape(path))) continue;
    const answer = await page.request.get(path, { maxRedirects: 0 });
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
    assert.equal(answer.status(), 200, path);
    found.set(shape(path), path);
    await page.goto(path);
    const links = await page.$$eval('a[href]', (all) => all.map((each) => each.getAttribute('href')));
    ahead.push(...links.filter((link) => link.startsWith('/')));
  }
  return [...found.values()];
}

async function barriersOf(path, scheme) {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return result.violations.map((each) => `${path} ${scheme} ${each.id}: ${each.nodes.map((n) => n.html).slice(0, 3).join(' | ')}`);
}

test('no page within reach has barriers, scrolls sideways on a telephone or is heavy', async () => {
  const paths = await crawl();
  assert.ok(paths.length > 5, `pages: ${paths}`);
  const problems = [];
  for (const path of paths) {
    await page.setViewportSize({ width: 1280, height: 900 });
    const sizes = [];
    const count = (response) => {
      const { 'content-type': kind = '', 'content-length': sent } = response.headers();
      if (/^(image|text\/event-stream)/.test(kind)) return;
      // As it travels: packed, where the server packs it.
      sizes.push(sent ? Number(sent) : response.body().then((body) => body.length, () => 0));
    };
    page.on('response', count);
    await page.goto(path, { waitUntil: 'load' });
    page.off('response', count);
    const bytes = (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
    if (await page.locator('.sheet img').count() > 0) await pictureOpens(page);
    if (bytes > most.bytes) problems.push(`${path}: ${bytes} bytes`);
    if (await page.locator('h1').count() !== 1) problems.push(`${path}: not one h1`);
    for (const scheme of ['light', 'dark']) problems.push(...await barriersOf(path, scheme));
    await page.setViewportSize({ width: 390, height: 844 });
    if (await overflows(page)) problems.push(`${path}: scrolls sideways at 390 px`);
  }
  assert.deepEqual(problems, []);
  assert.deepEqual([page.foreign, page.faults], [[], []]);
});

test('the pages before signing in have no barriers either', async () => {
  page = await openPage(browser, desk);
  for (const path of ['/sign-in', '/nothing-here']) {
    await page.goto(path);
    for (const scheme of ['light', 'dark']) assert.deepEqual(await barriersOf(path, scheme), []);
  }
});
