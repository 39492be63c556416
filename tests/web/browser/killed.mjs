// What the tests share that kill the server: a browser without pages, pictures, the kill itself.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { password } from './desk.mjs';
import { crc32Of, deflated } from './png.mjs';

export const kills = Number(process.env.FONDS_WEB_KILLS ?? 4);

/** A picture like no other, so that nothing is a duplicate by chance. */
export function picture() {
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
export class Client {
  cookies = new Map();

  constructor(desk) {
    this.desk = desk;
  }

  async ask(path, options = {}) {
    const answer = await fetch(this.desk.address + path, {
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

  /** Makes the first account, the archivist's, and is signed in. */
  async begin() {
    const fields = { name: 'Зорина (вымышленная)', login: 'archivist', password, again: password };
    await this.submit('/begin', { code: this.desk.setupCode, ...fields });
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

/** Work with the server, which is killed in the middle of it and started again. */
export async function killedOnTheWay(desk, work, least = 100, most = 1000) {
  const death = setTimeout(() => desk.server.kill('SIGKILL'), least + Math.random() * (most - least));
  try {
    await work();
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
  }
  clearTimeout(death);
  await desk.stop('SIGKILL');
  await desk.serve();
}
