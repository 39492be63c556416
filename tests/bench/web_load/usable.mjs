// How long until a page can be used, in Chromium on loopback: from the click until it stands there
// and its scripts have run (usable), and until its images stand, too (load); and what came over the
// line without the images of scans.
//
//   search_bench FOLDER make 100000
//   cp tests/bench/web_load/usable.mjs build/dev/tests/web/browser
//   FONDS=build/bench/src/cli/fonds node build/dev/tests/web/browser/usable.mjs FOLDER
//
// Each page is opened first as new to the browser, then so many times more; the median is printed.
import { comeIn, Desk, openBrowser, openPage } from './desk.mjs';

const times = 9;
const login = `usable${process.pid}`;

class GivenDesk extends Desk {
  constructor(archive) {
    super();
    this.archive = archive;
  }
}

/** Milliseconds from the start of going there, bytes of all answers but of images. */
async function open(page, path) {
  let bytes = 0;
  const count = async (response) => {
    if (/\/(thumbnails|pages|images)\//.test(response.url())) return;
    const sizes = await response.request().sizes().catch(() => undefined);
    if (sizes) bytes += sizes.responseBodySize + sizes.responseHeadersSize;
  };
  page.on('requestfinished', async (request) => { const answer = await request.response(); if (answer) await count(answer); });
  const answer = await page.goto(path, { waitUntil: 'load' });
  if (answer.status() !== 200) throw new Error(`${path} answers ${answer.status()}`);
  const { usable, load } = await page.evaluate(() => {
    const times = performance.getEntriesByType('navigation')[0];
    return { usable: times.domContentLoadedEventEnd, load: times.loadEventEnd };
  });
  await page.waitForTimeout(100);
  page.removeAllListeners('requestfinished');
  return { usable, load, bytes };
}

const desk = new GivenDesk(process.argv[2]);
const browser = await openBrowser();
try {
  desk.addUser(login, 'archivist', '--name', 'Проба П. (вымышленная)');
  await desk.serve();
  const page = await openPage(browser, desk);
  await comeIn(page, login);
  await page.goto('/find?q=диплом');
  const paper = await page.getAttribute('a[href^="/documents/"]', 'href');
  console.log('page                     usable: new  again   load: new  again   KB: new');
  for (const path of ['/', '/find?q=диплом победителя', paper, '/students', '/students/1', '/scan', '/review',
    '/cases', '/retention', '/journal', '/institution', '/health']) {
    const context = await browser.newContext({ baseURL: desk.address, storageState: await page.context().storageState() });
    const fresh = await context.newPage();
    const first = await open(fresh, path);
    const again = [];
    for (let i = 0; i < times; ++i) again.push(await open(fresh, path));
    const median = (name) => again.map((each) => each[name]).sort((a, b) => a - b)[times >> 1];
    const row = [first.usable, median('usable'), first.load, median('load'), first.bytes / 1024];
    console.log(path.slice(0, 24).padEnd(25), ...row.map((number) => number.toFixed(0).padStart(9)));
    await context.close();
  }
} finally {
  await browser.close();
  await desk.close();
}
