// The server is killed while files are being sent: what a browser was told is accepted is there
// afterwards, whole; the session outlives the server; what was not told can be sent again.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { crc32Of, deflated } from './png.mjs';
import { Desk, password } from './desk.mjs';

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
