// The API as programs use it: what it answers is what its description says; a file is sent over a
// broken connection; without a token nothing is told.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Desk, scans } from './desk.mjs';

let desk;
let token;
let description;
let ajv;
before(async () => {
  desk = new Desk();
  desk.run('user', 'add', 'program', '--role', 'archivist');
  desk.run('user', 'add', 'the.director', '--role', 'director');
  const made = desk.run('--json', 'user', 'token', 'add', 'program', '--label', 'проверка', '--expires', '2099-12-31');
  token = JSON.parse(made).text;
  const list = join(desk.folder, 'list.csv');
  writeFileSync(list, 'на 2015 год\nИндекс,Заголовок,Срок хранения,Статья,Примечание\n02 Учебная часть\n'
    + '02-03,Журналы,5 лет,протокол ЭК № 1 от 10.01.2014,\n');
  desk.run('nomenclature', 'import', list);
  desk.run('nomenclature', 'agree', '2015', '--protocol', '№ 3 от 12.12.2014');
  desk.run('nomenclature', 'approve', '2015', '--number', '12', '--on', '25.12.2014', '--as', 'the.director');
  desk.run('case', 'open', '02-03', '--year', '2015', '--title', 'Акварель');
  desk.run('add', join(scans, 'doc-0066.pdf'), join(scans, 'scan_0007.jpg'), '--wait');
  await desk.serve();
  description = await (await fetch(`${desk.address}/api/v1/openapi.json`)).json();
  ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(description, 'description');
});
after(() => desk?.close());

const wait = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

async function until(what) {
  for (let time = 0; time < 200; ++time) {
    if (await what()) return;
    await wait(50);
  }
  assert.fail('it never came so');
}

function ask(path, options = {}) {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'ru', ...options.headers };
  return fetch(desk.address + path, { ...options, headers });
}

function send(method, path, body) {
  return ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/** What a reference of the description stands for, and the way to it. */
function resolved(way) {
  const found = way.reduce((node, name) => node?.[name], description);
  if (found?.$ref === undefined) return { found, way };
  return resolved(found.$ref.slice(2).split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** The answer of an operation must be as described; returns its JSON, if it is any. */
async function checked(method, template, answer) {
  const place = `${method} ${template} ${answer.status}`;
  const { responses } = description.paths[template][method];
  const name = String(answer.status) in responses ? String(answer.status) : 'default';
  assert.ok(name !== 'default' || answer.status >= 400, `${place} is not described`);
  const { found, way } = resolved(['paths', template, method, 'responses', name]);
  const type = (answer.headers.get('content-type') ?? '').split(';')[0];
  if (found.content === undefined) {
    assert.equal((await answer.arrayBuffer()).byteLength, 0, place);
    return undefined;
  }
  assert.ok(type in found.content, `${place}: ${type} is not described`);
  if (type !== 'application/json') {
    assert.ok((await answer.arrayBuffer()).byteLength > 0, place);
    return undefined;
  }
  const pointer = [...way, 'content', type, 'schema']
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const validate = ajv.getSchema(`description#/${pointer}`);
  const told = await answer.json();
  assert.ok(validate(told), `${place}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(told).slice(0, 2000)}`);
  return told;
}

/** GET of a path of the description, its names filled in. */
async function shown(template, names = {}, query = '', status = 200) {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(names[name]));
  const answer = await ask(path + query);
  assert.equal(answer.status, status, `GET ${path}${query}`);
  return checked('get', template, answer);
}

async function done(method, template, names, body, status) {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(names[name]));
  const answer = await send(method.toUpperCase(), path, body);
  assert.equal(answer.status, status, `${method} ${path}`);
  return checked(method, template, answer);
}

test('the description is one of OpenAPI 3.1 and all its schemas can be used', () => {
  assert.match(description.openapi, /^3\.1\./);
  for (const name of Object.keys(description.components.schemas)) {
    assert.ok(ajv.getSchema(`description#/components/schemas/${name}`), name);
  }
});

/** What stands for names in paths of GET; what is not here is not asked for. */
const known = {};

test('what is made is told as described', async () => {
  const paper = (await shown('/api/v1/documents')).items[0];
  Object.assign(known, { document: paper.accession, page: 1, login: 'program', volume: '02-03/2015/1', year: 2015 });
  const student = await done('post', '/api/v1/students', {}, { last: 'Кречетова', first: 'Варвара', birth_date: '2015-03-14' }, 201);
  known.student = student.id;
  await done('post', '/api/v1/holds', {}, { subject: 'document', target: paper.accession, reason: 'проверка' }, 201);
  await done('post', '/api/v1/volumes/{volume}/documents', known, { document: paper.accession }, 201);
  const application = await done('post', '/api/v1/disclosures', {}, {
    student: String(student.id), applicant: 'other', name: 'Кречетова Нина', relation: 'бабушка',
  }, 201);
  known.disclosure = application.number;
  await done('post', '/api/v1/disclosures/{disclosure}/refuse', known, { reason: 'нет права' }, 200);
  await done('post', '/api/v1/restrictions', {}, { student: String(student.id), name: 'Кречетов Пётр', reason: 'решение суда № 5' }, 201);
  await done('post', '/api/v1/users', {}, { login: 'osipova', role: 'clerk' }, 201);
  await done('post', '/api/v1/users/{login}/tokens', { login: 'osipova' }, { label: 'поиск', expires: '2099-01-31', scope: ['search'] }, 201);
  await done('put', '/api/v1/users/{login}', { login: 'osipova' }, { name: 'Осипова', rule: 'king' }, 400);
  await done('post', '/api/v1/index/check', {}, {}, 200);
  await done('post', '/api/v1/schedule/run', {}, { jobs: ['retention_plan'], all: true }, 200);
});

test('what is asked for is answered as described', async () => {
  await until(async () => (await shown('/api/v1/index')).lag === 0);
  for (const template of [
    '/api/v1/me', '/api/v1/documents', '/api/v1/documents/{document}', '/api/v1/documents/{document}/history',
    '/api/v1/documents/{document}/pages/{page}', '/api/v1/students', '/api/v1/students/{student}', '/api/v1/volumes',
    '/api/v1/volumes/{volume}', '/api/v1/volumes/{volume}/documents', '/api/v1/holds', '/api/v1/loans', '/api/v1/inbox',
    '/api/v1/disclosures', '/api/v1/disclosures/{disclosure}', '/api/v1/users', '/api/v1/users/{login}/tokens',
    '/api/v1/journal', '/api/v1/journal/verification', '/api/v1/jobs', '/api/v1/index', '/api/v1/schedule',
    '/api/v1/health', '/api/v1/settings', '/api/v1/acts', '/api/v1/inventories', '/api/v1/transfers',
  ]) {
    await shown(template, known);
  }
  const found = await shown('/api/v1/search', {}, '?q=диплом&facets=true');
  assert.ok(Array.isArray(found.hits ?? found.items));
  assert.equal((await shown('/api/v1/restrictions', {}, `?student=${known.student}`)).items.length, 1);
  const part = await shown('/api/v1/journal', {}, '?limit=2');
  assert.equal((await shown('/api/v1/journal', {}, `?limit=1&before=${part.next}`)).items[0].number, part.next - 1);
  await shown('/api/v1/disclosures/{disclosure}', { disclosure: 99 }, '', 404);
  await shown('/api/v1/jobs', {}, '?state=lost', 400);
});

test('whatever else can be asked for is answered as described, too', async () => {
  for (const [template, path] of Object.entries(description.paths)) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    if (path.get === undefined || !names.every((name) => name in known)) continue;
    const target = template.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(known[name]));
    const answer = await ask(target);
    assert.ok(answer.status < 500, `${target}: ${answer.status}`);
    await checked('get', template, answer);
  }
});

/** Begins a piece that never becomes whole: the connection ends behind `bytes`. */
async function broken(path, bytes, announced, headers) {
  const piece = request(desk.address + path, {
    method: 'PATCH', headers: { authorization: `Bearer ${token}`, ...headers, 'content-length': announced },
  });
  piece.on('error', () => {});
  piece.write(bytes);
  const head = { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } };
  await until(async () => Number((await ask(path, head)).headers.get('upload-offset')) === bytes.length);
  piece.destroy();
}

test('a file goes on from where its connection broke', async () => {
  const file = readFileSync(join(scans, 'scan_0028.jpg'));
  const tus = { 'tus-resumable': '1.0.0' };
  const spoken = await fetch(`${desk.address}/api/v1/uploads`, { method: 'OPTIONS' });
  assert.equal(spoken.status, 204);
  assert.equal(spoken.headers.get('tus-version'), '1.0.0');
  const begun = await ask('/api/v1/uploads', {
    method: 'POST',
    headers: {
      ...tus, 'upload-length': String(file.length),
      'upload-metadata': `filename ${Buffer.from('Скан 28.jpg').toString('base64')}`,
    },
  });
  assert.equal(begun.status, 201);
  const path = begun.headers.get('location');
  const half = file.length >> 1;
  const headers = { ...tus, 'content-type': 'application/offset+octet-stream' };
  await broken(path, file.subarray(0, half), file.length, { ...headers, 'upload-offset': '0' });
  const head = await ask(path, { method: 'HEAD', headers: tus });
  assert.equal(head.status, 200);
  assert.equal(head.headers.get('upload-length'), String(file.length));
  const offset = Number(head.headers.get('upload-offset'));
  assert.equal(offset, half);
  let sent;
  // The server learns a moment later that the connection is broken: the file is busy until then.
  await until(async () => {
    sent = await ask(path, { method: 'PATCH', headers: { ...headers, 'upload-offset': String(offset) }, body: file.subarray(offset) });
    return sent.status !== 409;
  });
  assert.equal(sent.status, 204);
  assert.equal(sent.headers.get('upload-offset'), String(file.length));
  const ended = await shown('/api/v1/uploads/{upload}', { upload: path.split('/').pop() });
  assert.equal(ended.ended, true);
  assert.deepEqual(ended.papers.map((each) => [each.outcome, each.name]), [['accepted', 'Скан 28.jpg']]);
  const paper = await shown('/api/v1/documents/{document}', { document: ended.papers[0].accession });
  assert.equal(paper.originals[0].size, file.length);
  const gone = await ask(path, { method: 'DELETE', headers: tus });
  assert.equal(gone.status, 204);
  await shown('/api/v1/uploads/{upload}', { upload: path.split('/').pop() }, '', 404);
});

test('without a token every path answers 401, and so it does with a token that opens nothing', async () => {
  for (const headers of [{}, { authorization: `Bearer fonds_${'0'.repeat(64)}` }]) {
    for (const [template, path] of Object.entries(description.paths)) {
      for (const [method, operation] of Object.entries(path)) {
        if (method === 'parameters' || operation.security?.length === 0) continue;
        const target = template.replaceAll(/\{\w+\}/g, '1');
        const answer = await fetch(desk.address + target, { method: method.toUpperCase(), headers });
        assert.equal(answer.status, 401, `${method} ${target}`);
        const told = await checked(method, template, answer);
        assert.equal(told.error.fault, 'denied', target);
        assert.equal(answer.headers.get('www-authenticate'), 'Bearer', target);
      }
    }
  }
});

test('a token that is limited does no more than it is for', async () => {
  const made = desk.run('--json', 'user', 'token', 'add', 'program', '--label', 'поиск', '--expires', '2099-12-31', '--scope', 'search');
  const headers = { authorization: `Bearer ${JSON.parse(made).text}` };
  const me = await (await fetch(`${desk.address}/api/v1/me`, { headers })).json();
  assert.deepEqual(me.operations, ['search']);
  assert.equal((await fetch(`${desk.address}/api/v1/search?q=диплом`, { headers })).status, 200);
  assert.equal((await fetch(`${desk.address}/api/v1/users`, { headers })).status, 403);
});
