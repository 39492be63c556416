// Taking in: files dropped or pasted anywhere, each sent by itself with its progress, large ones in
// pieces that go on after a break; pages about work under way renew themselves.

const formToken = document.querySelector('meta[name="form-token"]').content;

/** Shows the delivery anew when the server says that it has changed, until it is read. */
function follow(part) {
  const events = new EventSource(part.dataset.state);
  events.addEventListener('state', async (event) => {
    if (JSON.parse(event.data).mark === part.dataset.mark) return;
    part = await renewed(part);
    if (!part.dataset.state) events.close();
  });
  // Refused, not cut off: signed out, or it is there no more.
  events.addEventListener('error', () => { if (events.readyState === EventSource.CLOSED) location.reload(); });
}

/** Asks every moment how far the scanner is; a page that is done is loaded anew. */
function keepFresh(part) {
  const pause = 2000;
  const look = async () => {
    try {
      const answer = await fetch(part.dataset.state, { headers: { Accept: 'application/json' } });
      if (answer.status === 401 || answer.status === 404 || answer.redirected) return location.reload();
      if (answer.ok) {
        const state = await answer.json();
        if (part.id === 'scanner' && !state.running) return location.reload();
        if (part.id !== 'scanner' && state.mark !== part.dataset.mark) part = await renewed(part);
      }
    } catch { /* no connection for a moment: the next look may fare better */ }
    if (part.dataset.state) setTimeout(look, pause);
  };
  setTimeout(look, pause);
}

async function renewed(part) {
  const answer = await fetch(location.href);
  if (!answer.ok) return part;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
  if (!fresh) return part;
  part.replaceWith(fresh);
  return fresh;
}

for (const part of document.querySelectorAll('[data-state]')) {
  if (part.id === 'delivery') follow(part);
  else keepFresh(part);
}

// Enter in the title of a preset keeps it: a form's first button would begin to scan.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.target.name !== 'preset') return;
  event.preventDefault();
  event.target.form.querySelector('[formaction="/scan/presets"]').click();
});

const form = document.getElementById('upload');
const list = document.getElementById('uploads');
const atOnce = 3;
const waiting = [];
let running = 0;
let delivery = 0;

function row(file) {
  const item = document.createElement('li');
  item.className = 'upload';
  const name = document.createElement('strong');
  name.textContent = file.name;
  const bar = document.createElement('progress');
  bar.max = Math.max(file.size, 1);
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  const words = document.createElement('span');
  words.textContent = form.dataset.waits;
  item.append(name, ' ', bar, ' ', words);
  list.append(item);
  return { file, item, bar, words };
}

/** What became of the file, in place of its progress: of a batch each paper's. */
function tell(task, reports) {
  const lines = reports.map((report) => {
    const line = document.createElement('span');
    line.className = { accepted: 'good', duplicate: 'doubt', refused: 'bad' }[report.outcome];
    const link = document.createElement(report.path ? 'a' : 'span');
    if (report.path) link.href = report.path;
    link.textContent = report.words;
    if (report.outcome === 'accepted') line.append('✓ ');
    if (report.name !== task.file.name) line.append(`${report.name}: `);
    line.append(link);
    if (report.hint) {
      const hint = document.createElement('p');
      hint.className = 'quiet';
      hint.textContent = report.hint;
      line.append(hint);
    }
    return line;
  });
  task.bar.remove();
  task.words.replaceChildren(...lines.flatMap((line) => [line, document.createElement('br')]));
}

/** It is not known whether it arrived: sent again it is a duplicate at worst. */
function offerAgain(task, message) {
  task.bar.hidden = true;
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = form.dataset.again;
  again.addEventListener('click', () => {
    task.bar.hidden = false;
    task.words.textContent = form.dataset.waits;
    waiting.push(task);
    proceed();
  });
  const line = document.createElement('span');
  line.className = 'bad';
  line.textContent = message;
  task.words.replaceChildren(line, ' ', again);
}

function seeDelivery(path) {
  const end = document.getElementById('upload-end');
  if (!path || end.firstChild) return;
  const link = document.createElement('a');
  link.className = 'button main';
  link.href = path;
  link.textContent = form.dataset.see;
  end.append(link);
}

/** Sent in pieces of so many bytes: what came stays when the connection breaks. */
const piece = 8 * 1024 * 1024;
const later = [408, 409, 429];  // too slow, another piece is being written, too many at once
const longestPause = 32;  // seconds between tries; then the person is asked

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** One request of tus 1.0.0. What the server refuses is `told`; all else may fare better later. */
function asked(method, path, headers, body, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    const all = { 'Fonds-Form': formToken, 'Tus-Resumable': '1.0.0', Accept: 'application/json', ...headers };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    if (progress) request.upload.addEventListener('progress', progress);
    request.addEventListener('loadend', () => {
      if (request.status >= 200 && request.status < 300) return resolve(request);
      const told = request.status >= 400 && request.status < 500 && !later.includes(request.status);
      const error = told && request.response?.error;
      const words = error ? [error.message, error.hint].filter(Boolean).join('; ') : form.dataset.failed;
      reject(Object.assign(new Error(words), { told }));
    });
    request.send(body);
  });
}

/** Where the upload is: begun when it was not. */
async function placeOf(task) {
  if (task.path) return;
  const about = { filename: task.file.name, label: form.elements.label.value, description: form.elements.description.value };
  const told = Object.entries(about).filter(([, text]) => text).map(([name, text]) => `${name} ${base64(text)}`);
  const begun = await asked('POST', form.dataset.pieces, { 'Upload-Length': task.file.size, 'Upload-Metadata': told.join(',') });
  task.path = begun.getResponseHeader('Location');
}

/** From where the server is on, until it says what became of the file. */
async function goOn(task) {
  await placeOf(task);
  for (;;) {
    const { response: state } = await asked('GET', task.path, {});
    if (state.ended) return state.papers;
    task.bar.value = state.offset;
    task.words.textContent = form.dataset.sending;
    const bytes = task.file.slice(state.offset, state.offset + piece);
    const headers = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': state.offset };
    await asked('PATCH', task.path, headers, bytes, (event) => {
      task.bar.value = state.offset + event.loaded;
      const all = state.offset + event.loaded >= task.file.size;
      task.words.textContent = all ? form.dataset.checked : form.dataset.sending;
    });
    task.pause = 1;
  }
}

function reportOf(paper) {
  const path = paper.accession && `/documents/${paper.accession}`;
  const here = paper.outcome === 'duplicate' ? `${paper.accession ?? ''} ${form.dataset.here}`.trim() : paper.accession;
  return { outcome: paper.outcome, name: paper.name, path, words: paper.problem ?? here, hint: paper.hint };
}

async function sendInPieces(task) {
  task.pause = 1;
  for (;;) {
    try {
      return tell(task, (await goOn(task)).map(reportOf));
    } catch (problem) {
      if (problem.told) delete task.path;
      if (problem.told || task.pause > longestPause) return offerAgain(task, problem.message);
      task.words.textContent = form.dataset.broken;
      await new Promise((resolve) => { setTimeout(resolve, task.pause * 1000); });
      task.pause *= 2;
    }
  }
}

function sendOne(task) {
  if (task.file.size > piece) {
    sendInPieces(task).finally(() => {
      running -= 1;
      proceed();
    });
    return;
  }
  const data = new FormData();
  data.append('label', form.elements.label.value);
  data.append('description', form.elements.description.value);
  if (delivery) data.append('delivery', delivery);
  data.append('file', task.file, task.file.name);
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('Fonds-Form', formToken);
  request.setRequestHeader('Accept', 'application/json');
  request.responseType = 'json';
  task.words.textContent = form.dataset.sending;
  request.upload.addEventListener('progress', (event) => { task.bar.value = event.loaded; });
  request.upload.addEventListener('load', () => {
    task.bar.removeAttribute('value');
    task.words.textContent = form.dataset.checked;
  });
  request.addEventListener('loadend', () => {
    const answer = request.response;
    if (request.status === 200 && answer?.reports) {
      tell(task, answer.reports);
      delivery ||= answer.delivery;
      seeDelivery(answer.delivery_path);
    } else {
      offerAgain(task, answer?.problem ?? form.dataset.failed);
    }
    running -= 1;
    proceed();
  });
  request.send(data);
}

/** The first goes alone: the others join the delivery it begins. */
function proceed() {
  while (waiting.length > 0 && running < (delivery ? atOnce : 1)) {
    running += 1;
    sendOne(waiting.shift());
  }
}

function take(files) {
  for (const file of files) waiting.push(row(file));
  proceed();
}

if (form) {
  form.addEventListener('submit', (event) => {
    const inputs = [...form.querySelectorAll('input[type=file]')];
    const files = inputs.flatMap((input) => [...input.files]);
    if (files.length === 0) return;  // the desk says what is missing
    event.preventDefault();
    take(files);
    for (const input of inputs) input.value = '';
  });
  document.addEventListener('dragover', (event) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.body.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    document.body.classList.remove('dropping');
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  });
  document.addEventListener('paste', (event) => {
    if (event.clipboardData.files.length > 0) take(event.clipboardData.files);
  });
  addEventListener('beforeunload', (event) => {
    if (running + waiting.length > 0) event.preventDefault();
  });
}
