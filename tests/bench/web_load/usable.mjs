// How long until a page can be used, in Chromium on loopback: from the click until its scripts have
// run and its images stand (load), and what came over the line without the images of scans.
//
//   search_bench FOLDER make 100000
//   cp tests/bench/web_load/usable.mjs build/dev/tests/web/browser
//   FONDS=build/bench/src/cli/fonds node build/dev/tests/web/browser/usable.mjs FOLDER
//
// Each page is opened first as new to the browser, then so many times more; the median is printed.
import { comeIn, Desk, openBrowser, openPage } from './desk.mjs';

const times = 9;
const login = 'usable.archivist';

class GivenDesk extends Desk {
  constructor(archive) {
    super();
    this.archive = archive;
  }
}

/** Milliseconds from the start of going there until `load`, bytes of all answers but of images. */
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
  const took = await page.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventEnd);
  await page.waitForTimeout(100);
  page.removeAllListeners('requestfinished');
  return { took, bytes };
}

const desk = await new GivenDesk(process.argv[2]);
const browser = await openBrowser();
try {
  desk.addUser(login, 'archivist', '--name', 'Проба П. (вымышленная)');
  await desk.serve();
  const page = await openPage(browser, desk);
  await comeIn(page, login);
  await page.goto('/find?q=диплом');
  const paper = await page.getAttribute('a[href^="/documents/"]', 'href');
  console.log('page                    new ms   again ms   new KB');
  for (const path of ['/', '/find?q=диплом победителя', paper, '/students', '/students/1', '/scan', '/review',
    '/cases', '/retention', '/journal', '/institution', '/health']) {
    const context = await browser.newContext({ baseURL: desk.address, storageState: await page.context().storageState() });
    const fresh = await context.newPage();
    const first = await open(fresh, path);
    const again = [];
    for (let i = 0; i < times; ++i) again.push((await open(fresh, path)).took);
    again.sort((a, b) => a - b);
    console.log(path.padEnd(24), first.took.toFixed(0).padStart(5), again[times >> 1].toFixed(0).padStart(10),
      (first.bytes / 1024).toFixed(0).padStart(8));
    await context.close();
  }
} finally {
  await browser.close();
  await desk.close();
}
