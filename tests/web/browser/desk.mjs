// What the browser tests share: an archive of their own with the real program serving it, and
// Debian's Chromium over it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const program = process.env.FONDS;
export const scans = process.env.FONDS_SCANS;
export const password = 'северный ветер 47';
const givenPassword = 'выдан на один раз 5';

/** An archive in a folder of its own, served until close(). */
export class Desk {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'fonds-desk-'));
    this.archive = join(this.folder, 'archive');
    this.run('init', this.archive);
  }

  /** The command line on this archive; its standard output. */
  run(...words) {
    const command = words[0] === 'init' ? words : ['--archive', this.archive, ...words];
    const ended = spawnSync(program, command, { encoding: 'utf8', env: this.environment(), input: this.input });
    if (ended.status !== 0 && ended.status !== 3) {
      throw new Error(`fonds ${command.join(' ')}: ${ended.status}\n${ended.stderr}`);
    }
    return ended.stdout;
  }

  /** Settings of a section, as they stand in fonds.toml. */
  set(section, lines) {
    const file = join(this.archive, 'fonds.toml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(`[${section}]`, `[${section}]\n${lines}`));
  }

  environment() {
    return { ...process.env, FONDS_LANG: 'ru', ASAN_OPTIONS: 'detect_leaks=0', OMP_THREAD_LIMIT: '1' };
  }

  /** An account with a password somebody else chose: comeIn() changes it. */
  addUser(login, role, ...more) {
    this.run('user', 'add', login, '--role', role, ...more);
    this.input = `${givenPassword}\n`;
    this.run('user', 'password', login);
    this.input = undefined;
  }

  async serve(...words) {
    this.server = spawn(program, ['--archive', this.archive, '--json', 'serve', '--port', '0', ...words],
      { env: this.environment(), stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: this.server.stdout });
    const first = await new Promise((resolve, reject) => {
      lines.once('line', resolve);
      this.server.once('exit', (code) => reject(new Error(`fonds serve ended: ${code}`)));
    });
    const said = JSON.parse(first);
    this.address = said.address.replace(/\/$/, '');
    this.setupCode = said.setup_code;
    return this;
  }

  async stop(signal = 'SIGTERM') {
    if (!this.server || this.server.exitCode !== null || this.server.signalCode !== null) return;
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.kill(signal);
    await ended;
  }

  async close() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function openBrowser() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}

/** A fresh browser of one person. */
export async function openPage(browser, desk, options = {}) {
  const context = await browser.newContext({ baseURL: desk.address, locale: 'ru-RU', ...options });
  const page = await context.newPage();
  page.foreign = [];
  page.faults = [];
  page.on('request', (request) => {
    if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(desk.address)) page.foreign.push(request.url());
  });
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) page.faults.push(message.text()); });
  return page;
}

/** The first visit: makes the archivist's account and is signed in. */
export async function begin(page, desk, login = 'archivist') {
  await page.goto(`/begin?code=${desk.setupCode}`);
  await page.fill('input[name=name]', 'Зорина Вера Павловна (вымышленная)');
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', password);
  await page.fill('input[name=again]', password);
  await page.click('button.main');
}

export async function signIn(page, login, word = password) {
  await page.goto('/sign-in');
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', word);
  await page.click('button.main');
}

/** The first sign-in of an account made with addUser(): chooses a password of its own. */
export async function comeIn(page, login) {
  await signIn(page, login, givenPassword);
  await page.fill('input[name=old]', givenPassword);
  await page.fill('input[name=new]', password);
  await page.fill('input[name=again]', password);
  await page.click('button.main');
  await page.waitForURL('**/account');
}

/** Whether the program was built with the page viewer (OpenSeadragon). */
export const hasViewer = process.env.FONDS_PAGE_VIEWER !== 'OFF';

/** The picture of a paper's page is there, in the viewer where the program has it. */
export async function pictureOpens(page) {
  await page.locator('.sheet img').evaluate((image) => image.decode());
  if (hasViewer) await page.locator('.viewer .boxes, .viewer canvas').first().waitFor();
}

/** Whether the page can be scrolled sideways: on a telephone it must not. */
export function overflows(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
