// A paper's page: keys for pages and hits, and a closer look. Without it the links do the same.

const view = document.getElementById('sheet-view');
const sheet = view?.querySelector('.sheet');
const hits = sheet ? [...sheet.querySelectorAll('rect.hit')] : [];
const steps = ['', 'zoom-2', 'zoom-3', 'zoom-4'];
let step = 0;
let hit = -1;

function zoom(by) {
  const to = Math.min(Math.max(step + by, 0), steps.length - 1);
  if (to === step) return;
  if (steps[step]) sheet.classList.remove(steps[step]);
  if (steps[to]) sheet.classList.add(steps[to]);
  step = to;
  view.classList.toggle('zoomed', step > 0);
  sheet.querySelector('rect.now')?.scrollIntoView({ block: 'center', inline: 'center' });
}

/** The hit `by` further on this page; past its end the link to another page is followed. */
function goToHit(by) {
  const to = hit + by;
  if (to < 0 || to >= hits.length) {
    document.querySelector(`a[data-hit=${by > 0 ? 'after' : 'before'}]`)?.click();
    return;
  }
  hits[hit]?.classList.remove('now');
  hit = to;
  hits[hit].classList.add('now');
  hits[hit].scrollIntoView({ block: 'center', inline: 'center' });
}

const keys = {
  ArrowLeft: () => document.querySelector('a[rel=prev]')?.click(),
  ArrowRight: () => document.querySelector('a[rel=next]')?.click(),
  n: () => goToHit(1),
  p: () => goToHit(-1),
  '+': () => zoom(1),
  '=': () => zoom(1),
  '-': () => zoom(-1),
};

if (sheet) {
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, textarea, select');
    const scrolls = event.key.startsWith('Arrow') && step > 0;
    if (typing || scrolls || event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  const bar = view.previousElementSibling;
  for (const [sign, by] of [['−', -1], ['+', 1]]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.setAttribute('aria-label', view.dataset[by > 0 ? 'closer' : 'farther']);
    button.addEventListener('click', () => zoom(by));
    bar.append(button);
  }
  sheet.querySelector('rect.now')?.scrollIntoView({ block: 'nearest' });
}
