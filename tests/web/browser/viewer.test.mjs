// A page of a paper looked at closely: with the viewer, by keys, mouse and fingers; without scripts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, Desk, hasViewer, openBrowser, openPage, overflows, password, pictureOpens, signIn } from './desk.mjs';

let desk;
let browser;
let paper; // its address, with the words it was found by
before(async () => {
  desk = new Desk();
  desk.run('add', `${process.env.FONDS_SCANS}/doc-0066.pdf`, '--wait');
  await desk.serve();
  browser = await openBrowser();
  const page = await openPage(browser, desk);
  await begin(page, desk);
  await page.goto('/find?q=протокол');
  paper = await page.locator('.hit h2 a').first().getAttribute('href');
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

/** Somebody who looks at papers; what the console complains of is a fault. */
async function visitor(options) {
  const page = await openPage(browser, desk, { reducedMotion: 'reduce', ...options });
  page.on('console', (message) => { if (message.type() === 'error') page.faults.push(message.text()); });
  page.pictures = [];
  page.on('requestfinished', (request) => { if (/\/pages\/\d+\?side=/.test(request.url())) page.pictures.push(request.url()); });
  await signIn(page, 'archivist', password);
  return page;
}

const boxOf = (page, what) => page.locator(what).first().boundingBox();
const widthOf = async (page) => (await boxOf(page, '.viewer svg')).width;

/** Until the page is drawn wider (or narrower) than `width`. */
async function becomes(page, width, wider, timeout = 30000) {
  await page.waitForFunction(([from, more]) => {
    const now = document.querySelector('.viewer svg').getBoundingClientRect().width;
    return more ? now > from + 5 : now < from - 5;
  }, [width, wider], { timeout });
}

/** Turns the wheel until it has done what it should: a turn soon after another one belongs to the
 *  scrolling that one began, so on a busy machine one turn may not be enough. */
async function turnUntil(page, by, happened) {
  for (let time = 0; time < 20; ++time) {
    await page.mouse.wheel(0, by);
    const done = await happened().then(() => true, () => false);
    if (done) return;
  }
  assert.fail(`a wheel turned by ${by} does nothing`);
}

/** In the middle of the viewer, or as near to it as the edge of the page lets it come; soon. */
async function isInTheMiddle(page, what) {
  for (let time = 0; time < 50; ++time) {
    if (await offTheMiddle(page, what) === '') return;
    await page.waitForTimeout(100);
  }
  assert.fail(await offTheMiddle(page, what));
}

async function offTheMiddle(page, what) {
  const [frame, sheet, box] = [await boxOf(page, '.viewer'), await boxOf(page, '.viewer svg'), await boxOf(page, what)];
  for (const [at, size] of [['x', 'width'], ['y', 'height']]) {
    const off = box[at] + box[size] / 2 - frame[at] - frame[size] / 2;
    const edge = Math.abs(sheet[at] - frame[at]) < 3 || Math.abs(sheet[at] + sheet[size] - frame[at] - frame[size]) < 3;
    if (Math.abs(off) >= 3 && !edge) return `${what} is off the middle by ${off} (${at})`;
    if (box[at] < frame[at] - 1 || box[at] + box[size] > frame[at] + frame[size] + 1) return `${what} is out of sight`;
  }
  return '';
}

const address = () => new URL(paper, desk.address).pathname;
const review = () => `/review/${address().split('/').pop()}`;

test('a found page opens in the viewer, comes closer by keys and shows its places', { skip: !hasViewer }, async () => {
  const page = await visitor();
  await page.goto(paper);
  await pictureOpens(page);
  assert.equal(await page.locator('.sheet svg').count(), 1, 'drawn once');
  const whole = await widthOf(page);
  await page.keyboard.press('+');
  await becomes(page, whole, true);
  const zoomed = await boxOf(page, '.viewer svg');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction((top) => document.querySelector('.viewer svg').getBoundingClientRect().top < top - 5, zoomed.y);
  assert.equal(page.url(), `${desk.address}${paper}`.replace('&amp;', '&'), 'an arrow over a closer picture turns no page');
  await page.keyboard.press('-');
  await becomes(page, zoomed.width, false);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('0');
  await page.waitForFunction((width) => Math.abs(document.querySelector('.viewer svg').getBoundingClientRect().width - width) < 2, whole);
  await page.keyboard.press('KeyN');
  await becomes(page, whole, true);
  assert.equal(await page.locator('rect.hit.now').count(), 1);
  await isInTheMiddle(page, 'rect.hit.now');
  assert.ok((await boxOf(page, 'rect.hit.now')).height >= 20, 'it can be read');
  assert.equal(page.pictures.filter((path) => path.includes('side=4096')).length, 0, 'nobody needs the largest yet');
  const largest = page.waitForEvent('requestfinished', (request) => request.url().includes('side=4096'));
  for (let time = 0; time < 4; ++time) await page.keyboard.press('+');
  await largest;
  await page.keyboard.press('0');
  await page.keyboard.press('+');
  assert.equal(new Set(page.pictures).size, page.pictures.length, `asked for twice: ${page.pictures}`);
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowRight');
  await page.waitForURL('**page=2');
  assert.deepEqual([page.foreign, page.faults], [[], []]);
});

test('wheel, mouse and buttons do what the keys do, and a whole page lets the desk scroll', { skip: !hasViewer }, async () => {
  const page = await visitor();
  await page.goto(paper);
  await pictureOpens(page);
  const whole = await widthOf(page);
  const frame = await boxOf(page, '.viewer');
  await page.mouse.move(frame.x + frame.width / 2, frame.y + 200);
  await turnUntil(page, 120, () => page.waitForFunction(() => window.scrollY > 0, null, { timeout: 1500 }));
  assert.ok(Math.abs(await widthOf(page) - whole) < 2);
  await page.evaluate(() => window.scrollTo(0, 0));
  await turnUntil(page, -120, () => becomes(page, whole, true, 1500));
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  const before = await boxOf(page, '.viewer svg');
  await page.mouse.down();
  await page.mouse.move(frame.x + frame.width / 2, frame.y + 150, { steps: 5 });
  await page.mouse.up();
  await page.waitForFunction((top) => document.querySelector('.viewer svg').getBoundingClientRect().top < top - 5, before.y);
  await page.getByRole('button', { name: 'Страница целиком' }).click();
  await becomes(page, before.width, false);
  await page.getByRole('button', { name: 'Крупнее' }).click();
  await becomes(page, whole, true);
  assert.deepEqual([page.foreign, page.faults], [[], []]);
});

test('the value whose place was asked for is in sight and stands out', { skip: !hasViewer }, async () => {
  const page = await visitor();
  await page.goto(`${address()}?page=1&mark=number`);
  await pictureOpens(page);
  assert.equal(await page.locator('rect.now').count(), 1);
  await isInTheMiddle(page, 'rect.now');
});

test('on the page for checking a box leads to its field and a field to its box', { skip: !hasViewer }, async () => {
  const page = await visitor();
  await page.goto(review());
  await pictureOpens(page);
  const target = 'field-date';
  const box = await boxOf(page, `rect[data-target=${target}]`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForFunction((id) => document.activeElement.closest('.field')?.id === id, target);
  assert.equal(await page.locator('rect.now').getAttribute('data-target'), target);
  await page.locator('#field-number input:not([type=hidden])').first().focus();
  assert.equal(await page.locator('rect.now').getAttribute('data-target'), 'field-number');
  await isInTheMiddle(page, 'rect.now');
  assert.equal(await page.locator('[data-zoom]').getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('z');
  await page.waitForSelector('[data-zoom][aria-pressed=false]');
  assert.deepEqual([page.foreign, page.faults], [[], []]);
});

test('on a telephone one finger scrolls past a whole page; a turned one keeps it whole', { skip: !hasViewer }, async () => {
  const page = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto(paper);
  await pictureOpens(page);
  assert.equal(await overflows(page), false);
  assert.equal(await page.locator('.viewer .openseadragon-canvas').evaluate((part) => part.style.touchAction), 'pan-y');
  await page.setViewportSize({ width: 844, height: 390 });
  await page.waitForFunction(() => {
    const [sheet, frame] = ['.viewer svg', '.viewer'].map((what) => document.querySelector(what).getBoundingClientRect());
    return sheet.width <= frame.width + 1 && Math.abs(sheet.height - frame.height) < 3;
  });
  await page.keyboard.press('+');
  await page.waitForFunction(() => document.querySelector('.viewer .openseadragon-canvas').style.touchAction === 'none');
});

test('without scripts the picture and its boxes are there', async () => {
  const page = await visitor({ javaScriptEnabled: false });
  for (const path of [paper, review()]) {
    await page.goto(path);
    await page.locator('.sheet img').waitFor();
    const [picture, box] = [await boxOf(page, '.sheet img'), await boxOf(page, '.sheet svg rect')];
    assert.ok(picture.width > 300 && picture.height > 300);
    assert.ok(box.x >= picture.x && box.y + box.height <= picture.y + picture.height);
    assert.equal(await page.locator('.viewer').count(), 0);
  }
});

test('without the library the plain picture comes closer and shows its places, too', async () => {
  const page = await openPage(browser, desk);
  await signIn(page, 'archivist', password);
  await page.route('**/openseadragon.min.js', (route) => route.abort());
  await page.goto(paper);
  const whole = await boxOf(page, '.sheet img');
  await page.keyboard.press('+');
  const closer = await boxOf(page, '.sheet img');
  assert.ok(closer.width > whole.width * 1.2, `${closer.width} of ${whole.width}`);
  await page.keyboard.press('n');
  assert.equal(await page.locator('rect.hit.now').count(), 1);
  await page.keyboard.press('0');
  assert.equal((await boxOf(page, '.sheet img')).width, whole.width);
  await page.goto(review());
  await page.locator('rect[data-target=field-date]').click();
  await page.waitForFunction(() => document.activeElement.closest('.field')?.id === 'field-date');
  assert.equal(await page.locator('rect.now').getAttribute('data-target'), 'field-date');
  await page.click('[data-zoom]');
  assert.equal(await page.locator('[data-zoom]').getAttribute('aria-pressed'), 'true');
  assert.equal(await page.locator('.viewer').count(), 0);
  assert.deepEqual(page.faults, []);
});

test('a picture that does not come leaves the page as it is', { skip: !hasViewer }, async () => {
  const page = await openPage(browser, desk);
  await signIn(page, 'archivist', password);
  const pictures = /\/pages\/\d+\?side=/;
  await page.route(pictures, (route) => route.abort());
  await page.goto(paper);
  await page.keyboard.press('n');
  assert.equal(await page.locator('rect.hit.now').count(), 1);
  assert.equal(await page.locator('.viewer').count(), 0);
  await page.unroute(pictures);
  // Only the viewer's own first picture is missing now.
  await page.route((url) => url.pathname === address(), async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/data-levels="[^"]*"/,
      'data-levels="[{&quot;path&quot;:&quot;/none.jpg&quot;,&quot;width&quot;:1131,&quot;height&quot;:1600}]"');
    await route.fulfill({ response: answer, body });
  });
  const missing = page.waitForEvent('response', (response) => response.url().endsWith('/none.jpg'));
  await page.goto(paper);
  await missing;
  await page.waitForFunction(() => !document.querySelector('.viewer'));
  const plain = await boxOf(page, '.sheet img');
  await page.keyboard.press('+');
  assert.ok((await boxOf(page, '.sheet img')).width > plain.width * 1.2, 'the plain picture comes closer');
  await page.keyboard.press('n');
  assert.equal(await page.locator('.sheet > svg rect.hit.now').count(), 1);
  assert.deepEqual(page.faults, []);
});
