// The server is killed while a scanner feeds pages: what the desk called safe is there, once; the
// desk says of the scan what is true; and the next scan goes as if nothing had been.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Client, kills } from './killed.mjs';
import { Desk } from './desk.mjs';

const sheets = 10; // of the feeder of SANE's own scanner for tests
let desk;
before(() => {
  desk = new Desk();
  const sane = join(desk.folder, 'sane');
  mkdirSync(sane);
  writeFileSync(join(sane, 'dll.conf'), 'test\n');
  // So slow that a sheet takes a third of a second.
  writeFileSync(join(sane, 'test.conf'), 'number_of_devices 1\nread_limit true\nread_limit_size 4096\n'
    + 'read_delay true\nread_delay_duration 5000\n');
  process.env.SANE_CONFIG_DIR = sane;
});
after(() => desk?.close());

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Looks for scanners, begins a scan; the path of it. */
async function begin(client) {
  const looked = (await client.submit('/scan/scanners', {}, '/scan')).headers.get('location');
  const look = `/scan/runs/${looked.split('=')[1]}`;
  while ((await (await client.ask(`${look}/state`)).json()).running) await pause(50);
  const started = await client.submit('/scan/runs', { device: 'test:0', source: 'adf', dpi: '150', mode: 'grey' }, '/scan');
  assert.equal(started.status, 303, await started.text());
  return started.headers.get('location');
}

/** Follows a scan until it ends or the server dies; `told` grows as papers are called safe. */
async function follow(client, run, told) {
  for (;;) {
    const state = await (await client.ask(`${run}/state`)).json();
    for (const paper of state.papers) told.add(paper.path);
    if (!state.running) return state;
    await pause(20);
  }
}

const recorded = () => desk.run('--json', 'document', 'list').split('\n').filter((line) => line !== '').length;

/** How many papers there are once the scan whose server died has taken in what lay in the feeder. */
async function settled() {
  for (let known = -1; ; await pause(1000)) {
    const now = recorded();
    if (now === known) return now;
    known = now;
  }
}

test(`after each of ${kills} kills during a scan what was called safe is there, once`, async () => {
  await desk.serve();
  const client = new Client(desk);
  await client.begin();
  const told = new Set();
  for (let kill = 0; kill < kills; ++kill) {
    const run = await begin(client);
    const death = setTimeout(() => desk.server.kill('SIGKILL'), 300 + Math.random() * 1500);
    await follow(client, run, told).catch((error) => {
      if (error instanceof assert.AssertionError) throw error;
    });
    clearTimeout(death);
    await desk.stop('SIGKILL');
    await desk.serve();
    for (const path of told) assert.equal((await client.ask(path)).status, 200, `${path} is lost`);
    assert.equal((await client.ask(run)).status, 404, 'a scan that is over is told of as under way');
  }
  const before = await settled();
  assert.ok(told.size > 0, 'nothing was safe before any kill');
  assert.ok(before >= told.size && before <= kills * sheets, `${before} papers of ${kills} scans`);

  const whole = new Set();
  const end = await follow(client, await begin(client), whole);
  assert.deepEqual([end.problem, whole.size], ['', sheets]);
  assert.equal(recorded(), before + sheets, 'a paper is there twice, or not at all');
  await desk.stop();
  desk.run('check');
  desk.run('journal', 'verify');
});
