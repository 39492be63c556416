// The picture of a page and what is drawn on it, as the desk's pages use it. At first it is the plain
// picture, which scrolls when it is enlarged; OpenSeadragon (viewer.js) takes its place when it can.
import { hasViewer, openLarge } from './viewer.js';

const steps = ['', 'zoom-2', 'zoom-3', 'zoom-4'];
const nearer = { '+': 1, '=': 1, '-': -1, '−': -1 };
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

class PlainPicture {
  constructor(view, sheet, changed) {
    Object.assign(this, { view, sheet, changed, step: 0 });
  }

  get zoomed() { return this.view.classList.contains('zoomed'); }

  zoom(by) { this.set(Math.min(Math.max(this.step + by, 0), steps.length - 1), false); }

  whole() { this.set(0, false); }

  turn() { this.set(0, !this.zoomed); }

  set(to, real) {
    for (const each of steps) if (each) this.sheet.classList.toggle(each, each === steps[to]);
    this.sheet.classList.toggle('real', real);
    this.view.classList.toggle('zoomed', to > 0 || real);
    this.step = to;
    this.sheet.querySelector('rect.now')?.scrollIntoView({ block: 'center', inline: 'center' });
    this.changed();
  }

  /** The browser scrolls. */
  pan() { return false; }

  show(box) { box.scrollIntoView({ block: 'center', inline: 'center' }); }
}

export class SheetView {
  /** `view`: .sheet-view; `pressed(box)`: a box was pressed; beside them a press zooms. */
  constructor(view, pressed) {
    this.view = view;
    this.sheet = view.querySelector('.sheet');
    this.boxes = [...this.sheet.querySelectorAll('rect')];
    this.shown = null;
    this.told = {
      label: view.getAttribute('aria-label'),
      pressed: (box, place) => (box ? pressed(box) : this.turn(place)),
      changed: () => view.dispatchEvent(new CustomEvent('zoomed')),
    };
    this.plain = new PlainPicture(view, this.sheet, this.told.changed);
    this.way = this.plain;
    this.sheet.addEventListener('click', (event) => {
      if (this.way === this.plain) this.told.pressed(event.target.closest('rect'), null);
    });
    if (hasViewer()) this.enlarge();
  }

  get zoomed() { return this.way.zoomed; }

  zoom(by) { this.way.zoom(by); }

  whole() { this.way.whole(); }

  turn(place) { this.way.turn(place); }

  /** These stand out; the first of them comes into sight. `scroll`: the desk's page, too, if need be. */
  show(boxes, scroll = false) {
    for (const box of this.boxes) box.classList.toggle('now', boxes.includes(box));
    this.shown = boxes[0] ?? null;
    if (this.shown) this.way.show(this.shown, { scroll });
  }

  /** Whether the key was meant for the picture. An arrow that scrolls is, too, and left to the browser. */
  key(event) {
    const arrow = arrows[event.key];
    if (arrow && (!this.zoomed || event.target.closest?.('.scroll'))) return false;
    if (arrow ? this.way.pan(...arrow) : this.zoomByKey(event.key)) event.preventDefault();
    else if (!arrow) return false;
    return true;
  }

  zoomByKey(key) {
    if (key === '0') this.whole();
    else if (nearer[key]) this.zoom(nearer[key]);
    else return false;
    return true;
  }

  addButtons(bar) {
    const { farther, closer, whole } = this.view.dataset;
    const add = (sign, name, key, press) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = sign;
      if (name !== sign) button.setAttribute('aria-label', name);
      button.title = name === sign ? key : `${name} (${key})`;
      button.addEventListener('click', press);
      bar.append(button);
      return button;
    };
    add('−', farther, '-', () => this.zoom(-1));
    add('+', closer, '+', () => this.zoom(1));
    add(whole, whole, '0', () => this.whole());
  }

  /** As soon as the plain picture is there: it is the first level, and comes over the network once. */
  async enlarge() {
    const image = this.sheet.querySelector('img');
    const reserve = (width, height) => {
      this.view.style.setProperty('--ratio', width / height);
      this.view.classList.add('framed');
    };
    if (image.hasAttribute('width')) reserve(image.getAttribute('width'), image.getAttribute('height'));
    try {
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const path = image.getAttribute('src');
      const levels = JSON.parse(this.view.dataset.levels || 'null') ?? [{ path, width, height }];
      if (!image.hasAttribute('width')) reserve(width, height);
      this.plain.whole();
      this.sheet.classList.add('large');
      this.way = await openLarge(this.sheet, levels, this.boxes, this.told);
    } catch {
      this.sheet.classList.remove('large');
      this.view.classList.remove('framed');
      return; // it stays plain
    }
    this.leavePlain();
  }

  /** The library's own frame is what one comes to by the Tab key now. */
  leavePlain() {
    const focused = document.activeElement === this.view;
    for (const name of ['tabindex', 'role', 'aria-label']) this.view.removeAttribute(name);
    if (focused) this.way.viewer.canvas.focus({ preventScroll: true });
    const now = this.shown ?? this.boxes.find((box) => box.classList.contains('now'));
    if (now) this.way.show(now, { still: true });
    this.told.changed();
  }
}
