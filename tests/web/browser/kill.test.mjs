// The server is killed while files are being sent, in one piece and in many, and while a person's
// words are saved: what was told is there afterwards, whole; the session outlives the server; what was
// not told can be sent again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Client, killedOnTheWay, kills, picture } from './killed.mjs';
import { Desk, scans } from './desk.mjs';

let desk;
before(() => { desk = new Desk(); });
after(() => desk?.close());

test(`after each of ${kills} kills all that was told accepted is there, and the rest can be sent again`, async () => {
  await desk.serve();
  const client = new Client(desk);
  await client.begin();
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
  for (let kill = 0; kill < kills; ++kill) await killedOnTheWay(desk, () => program.send(path, bytes, 8 << 10));
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
    await killedOnTheWay(desk, async () => {
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
