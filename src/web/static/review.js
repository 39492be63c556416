// Checking papers by the keyboard. All of it can be done with forms and links alone, too.

import { SheetView } from './sheet_view.js';

const desk = document.querySelector('.review');
const view = document.getElementById('sheet-view');
const keys = document.getElementById('keys');
const zoom = document.querySelector('[data-zoom]');
const look = view && new SheetView(view, (box) => enter(box.dataset.target));

/** What is in hand stands out on the picture, which moves so that it is in sight. */
function show(target) {
  look?.show(look.boxes.filter((box) => box.dataset.target === target));
}

desk.addEventListener('focusin', (event) => {
  const part = event.target.closest('.field, .mention, tr[id]');
  if (part) show(part.id);
});

/** The input of a field, or the first thing to press of a name. */
function enter(target) {
  const part = document.getElementById(target);
  const input = part?.querySelector('input:not([type=hidden]), button, a');
  part?.closest('details')?.setAttribute('open', '');
  input?.focus();
  input?.select?.();
}

const turnZoom = () => look?.turn();
zoom?.addEventListener('click', turnZoom);
view?.addEventListener('zoomed', () => zoom?.setAttribute('aria-pressed', String(look.zoomed)));

// Whoever was chosen from the list is sent by number: names are not unique.
const added = document.getElementById('add-student');
added?.addEventListener('taken', (event) => {
  added.elements.student.value = event.detail.student ?? '';
  if (event.detail.student) added.requestSubmit();
});
added?.elements.name.addEventListener('input', () => { added.elements.student.value = ''; });

// Twice pressed is once meant.
for (const form of desk.querySelectorAll('form')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent !== undefined) event.preventDefault();
    form.dataset.sent = '';
  });
}
addEventListener('pageshow', () => {
  for (const form of desk.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

const byKey = {
  Enter: () => document.getElementById('accept')?.requestSubmit(),
  n: () => location.assign(desk.dataset.next),
  p: () => location.assign(desk.dataset.previous),
  e: () => enter(desk.querySelector('.field.open, .field')?.id),
  z: turnZoom,
  '?': () => keys.showModal(),
};

// A key means its place, so that it works in the Russian layout, too.
const byCode = { KeyN: 'n', KeyP: 'p', KeyE: 'e', KeyZ: 'z' };

function choose(figure) {
  const candidate = desk.querySelector(`.candidate[data-key="${figure}"]`);
  candidate?.querySelector('button[value="linked"]')?.click();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || keys.open) return;
  const typing = event.target.closest?.('input, textarea, select');
  if (event.key === 'Escape' && typing) return typing.blur();
  if (typing || look?.key(event) || event.repeat) return;
  if (event.key === 'Enter' && event.target.closest?.('button, a, summary')) return;
  if (/^[1-9]$/.test(event.key)) return choose(event.key);
  const action = byKey[event.key] ?? byKey[byCode[event.code]];
  if (!action) return;
  event.preventDefault();
  action();
});
look?.addButtons(zoom.parentElement);
document.querySelector('[data-keys]')?.addEventListener('click', () => keys.showModal());

for (const hidden of document.querySelectorAll('.only-script')) hidden.classList.remove('only-script');
if (location.hash === '#text') document.getElementById('text').open = true;
else if (location.hash) show(location.hash.slice(1));
