// A paper's page: keys for pages and hits, and a closer look. Without it the links do the same.
import { SheetView } from './sheet_view.js';

const view = document.getElementById('sheet-view');
const look = view && new SheetView(view, (box) => show(box));
const hits = look ? look.boxes.filter((box) => box.classList.contains('hit')) : [];
let hit = -1;

function show(box) {
  if (hits.includes(box)) hit = hits.indexOf(box);
  look.show([box], true);
}

/** The hit `by` further on this page; past its end the link to another page is followed. */
function goToHit(by) {
  const to = hit + by;
  if (to >= 0 && to < hits.length) show(hits[to]);
  else document.querySelector(`a[data-hit=${by > 0 ? 'after' : 'before'}]`)?.click();
}

const keys = {
  ArrowLeft: () => document.querySelector('a[rel=prev]')?.click(),
  ArrowRight: () => document.querySelector('a[rel=next]')?.click(),
  n: () => goToHit(1),
  p: () => goToHit(-1),
};
const byCode = { KeyN: 'n', KeyP: 'p' }; // the place of a key, for the Russian layout

if (look) {
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, textarea, select');
    if (typing || event.ctrlKey || event.altKey || event.metaKey || look.key(event)) return;
    const action = keys[event.key] ?? keys[byCode[event.code]];
    if (!action) return;
    event.preventDefault();
    action();
  });
  look.addButtons(view.previousElementSibling);
  look.sheet.querySelector('rect.now')?.scrollIntoView({ block: 'nearest' });
}
