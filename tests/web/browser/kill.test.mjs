// The server is killed while files are being sent, in one piece and in many, and while a person's
// words are saved: what was told is there afterwards, whole; the session outlives the server; what was
// not told can be sent again.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { crc32Of, deflated } from './png.mjs';
import { Desk, password, scans } from './desk.mjs';

const kills = Number(process.env.FONDS_WEB_KILLS ?? 4);
let desk;
before(() => { desk = new Desk(); });
after(() => desk?.close());

/** A picture like no other, so that nothing is a duplicate by chance. */
function picture() {
  const side = 64;
  const rows = Buffer.concat(Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), randomBytes(side)])));
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, body, crc32Of(body)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflated(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** A browser without pages: keeps cookies, sends forms. */
class Client {
  cookies = new Map();

  async ask(path, options = {}) {
    const answer = await fetch(desk.address + path, {
      redirect: 'manual', ...options,
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...options.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split('=');
      this.cookies.set(name, value);
    }
    return answer;
  }

  async token(path) {
    const text = await (await this.ask(path)).text();
    return /name="form-token" content="([0-9a-f]+)"/.exec(text)[1];
  }

  async submit(path, fields, from = path) {
    const body = new URLSearchParams({ form: await this.token(from), ...fields });
    return this.ask(path, { method: 'POST', body });
  }

  async send(file, name, token) {
    const body = new FormData();
    body.set('form', token);
    body.set('file', new Blob([file]), name);
    const answer = await this.ask('/scan/files', { method: 'POST', body, headers: { accept: 'application/json' } });
    assert.equal(answer.status, 200);
    return (await answer.json()).reports[0];
  }
}

test(`after each of ${kills} kills all that was told accepted is there, and the rest can be sent again`, async () => {
  await desk.serve();
  const client = new Client();
  await client.submit('/begin', {
    code: desk.setupCode, name: 'Зорина (вымышленная)', login: 'archivist', password, again: password,
  });
  const told = [];
  let pending = [];
  for (let kill = 0; kill < kills; ++kill) {
    const token = await client.token('/scan');
    const files = [...pending, ...Array.from({ length: 30 }, () => picture())];
    pending = [];
    const death = setTimeout(() => desk.server.kill('SIGKILL'), 200 + Math.random() * 1500);
    await Promise.all([0, 1, 2].map(async (lane) => {
      for (let at = lane; at < files.length; at += 3) {
        try {
          const report = await client.send(files[at], `${kill}-${at}.png`, token);
          assert.notEqual(report.outcome, 'refused', JSON.stringify(report));
          told.push(report.path);
        } catch (error) {
          if (error instanceof assert.AssertionError) throw error;
          pending.push(files[at]);
        }
      }
    }));
    clearTimeout(death);
    await desk.stop('SIGKILL');
    await desk.serve();
    for (const path of told) assert.equal((await client.ask(path)).status, 200, `${path} is lost`);
  }
  assert.ok(told.length > 0, 'nothing was accepted before any kill');
  await desk.stop();
  desk.run('check');
});

/** Asks the API as a program with a token of the archivist does. */
class Program {
  constructor() {
    const year = new Date().getFullYear() + 1;
    const made = desk.run('--json', 'user', 'token', 'add', 'archivist', '--label', 'kills', '--expires', `${year}-01-01`);
    this.token = JSON.parse(made).text;
  }

  async ask(method, path, body, headers = {}) {
    const answer = await fetch(desk.address + path, {
      method, body, headers: { authorization: `Bearer ${this.token}`, 'fonds-purpose': 'task', ...headers },
    });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  async json(method, path, record) {
    const body = record === undefined ? undefined : JSON.stringify(record);
    return (await this.ask(method, path, body, body ? { 'content-type': 'application/json' } : {})).json();
  }

  /** Sends by tus from where the server says it is; true when all came. */
  async send(path, bytes, piece) {
    const headers = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
    const head = await this.ask('HEAD', path, undefined, headers);
    for (let at = Number(head.headers.get('upload-offset')); at < bytes.length; at += piece) {
      await this.ask('PATCH', path, bytes.subarray(at, at + piece), { ...headers, 'upload-offset': String(at) });
    }
  }
}

async function killedOnTheWay(work) {
  const death = setTimeout(() => desk.server.kill('SIGKILL'), 100 + Math.random() * 900);
  try {
    await work();
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
  }
  clearTimeout(death);
  await desk.stop('SIGKILL');
  await desk.serve();
}

test(`a file sent in pieces over ${kills} kills comes whole, once`, async () => {
  await desk.serve();
  const program = new Program();
  // Bytes behind the end of a PDF do no harm and make it long.
  const bytes = Buffer.concat([readFileSync(join(scans, 'doc-0066.pdf')), Buffer.alloc(6 << 20, 10)]);
  const begun = await program.ask('POST', '/api/v1/uploads', undefined, {
    'tus-resumable': '1.0.0', 'upload-length': String(bytes.length),
    'upload-metadata': `filename ${Buffer.from('протокол.pdf').toString('base64')}`,
  });
  const path = begun.headers.get('location');
  for (let kill = 0; kill < kills; ++kill) await killedOnTheWay(() => program.send(path, bytes, 8 << 10));
  await program.send(path, bytes, 1 << 20);
  const ended = await program.json('GET', path);
  assert.ok(ended.ended);
  assert.equal(ended.papers.length, 1);
  const paper = await program.json('GET', `/api/v1/documents/${ended.papers[0].accession}`);
  assert.equal(paper.originals[0].size, bytes.length);
});

test(`a person's word that was told is there after each of ${kills} kills`, async () => {
  const program = new Program();
  const sent = await program.ask('POST', '/api/v1/documents?name=word.pdf',
    Buffer.concat([readFileSync(join(scans, 'doc-0066.pdf')), Buffer.from('\n\n')]), { 'content-type': 'application/octet-stream' });
  const { accession } = (await sent.json()).items[0];
  assert.ok(accession);
  const path = `/api/v1/documents/${accession}`;
  for (let time = 0; time < 60 && (await program.json('GET', path)).state !== 'recognised'; ++time) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  let told = 0;
  let tried = 0;
  for (let kill = 0; kill < kills; ++kill) {
    await killedOnTheWay(async () => {
      for (;;) {
        tried = told + 1;
        await program.json('PUT', `/api/v1/review/${accession}/fields/number`, { value: `К-${tried}` });
        told = tried;
      }
    });
    const { card } = await program.json('GET', path);
    const number = card.fields.find((field) => field.field === 'number' && field.origin === 'person')?.value;
    const stands = Number(number?.split('-')[1] ?? 0);
    assert.ok(stands === told || stands === tried, `told ${told}, tried ${tried}, stands ${number}`);
    told = stands;
  }
  assert.ok(told > 0, 'nothing was saved before any kill');
  await desk.stop();
  desk.run('check');
  desk.run('journal', 'verify');
});
