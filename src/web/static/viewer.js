// The picture of a page in OpenSeadragon: nearer by wheel, fingers and keys, sharp at every size. The
// library comes from npm; a program built without it has none, and sheet_view.js goes on without.

const stillAsked = matchMedia('(prefers-reduced-motion: reduce)');
const readable = { least: 20, wanted: 28 }; // height of what is to be read, CSS pixels
const step = 1.5; // of a key, of a button
const push = 0.2; // of what is in sight, by an arrow key

export const hasViewer = () => typeof window.OpenSeadragon === 'function';

/** Our own buttons and keys only, no pictures of the library's; drawn without WebGL, as schools' PCs can. */
function settings(host, levels) {
  const gestures = { clickToZoom: false, dblClickToZoom: false, flickEnabled: !stillAsked.matches };
  return {
    element: host,
    tileSources: { type: 'legacy-image-pyramid', levels: levels.map(({ path, width, height }) => ({ url: path, width, height })) },
    drawer: 'canvas',
    showNavigationControl: false,
    visibilityRatio: 1,
    constrainDuringPan: true,
    minZoomImageRatio: 1,
    maxZoomPixelRatio: 3,
    maxImageCacheCount: levels.length,
    timeout: 120000, // a large page is scaled by a worker that may have others to do first
    animationTime: stillAsked.matches ? 0 : 0.4,
    blendTime: 0,
    gestureSettingsMouse: gestures,
    gestureSettingsTouch: { ...gestures, pinchToZoom: true },
    gestureSettingsPen: gestures,
    gestureSettingsUnknown: { ...gestures, pinchToZoom: true },
  };
}

/** A rect of the drawing in parts of the page's width, as OpenSeadragon counts. */
function placeOf(box, aspect) {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(box.getAttribute(name)));
  return new window.OpenSeadragon.Rect(x, y * aspect, width, height * aspect);
}

export class LargePicture {
  /** `told`: label; pressed(box or null, place), changed(). */
  constructor(viewer, host, boxes, told) {
    const { width, height } = viewer.world.getItemAt(0).source;
    Object.assign(this, { viewer, host, boxes, told, width, aspect: height / width, wasWhole: true, resizing: false });
    this.viewport = viewer.viewport;
    this.drawBoxes();
    viewer.canvas.setAttribute('role', 'group');
    viewer.canvas.setAttribute('aria-label', told.label);
    viewer.addHandler('canvas-key', (event) => { event.preventDefaultAction = true; });
    viewer.addHandler('canvas-click', (event) => this.press(event));
    viewer.addHandler('canvas-scroll', (event) => this.scroll(event));
    viewer.addHandler('zoom', () => this.settle());
    viewer.addHandler('resize', () => this.resize());
    this.settle();
  }

  get zoomed() { return this.viewport.getZoom() > this.viewport.getHomeZoom() * 1.001; }

  zoom(by) { this.go(() => this.viewport.zoomBy(step ** by, null, stillAsked.matches)); }

  whole() { this.viewport.goHome(stillAsked.matches); }

  /** From the whole page to its real size, or at least nearer, and back. */
  turn(place = null) {
    if (this.zoomed) return this.whole();
    const real = this.width / this.viewport.getContainerSize().x;
    const nearer = this.viewport.getHomeZoom() * 2;
    this.go(() => this.viewport.zoomTo(Math.max(real, nearer), place, stillAsked.matches));
  }

  /** Whether an arrow key moves the picture: that of a whole page means something else. */
  pan(x, y) {
    if (!this.zoomed) return false;
    const { width, height } = this.viewport.getBounds();
    const by = new window.OpenSeadragon.Point(x * push * width, y * push * height);
    this.go(() => this.viewport.panBy(by, stillAsked.matches));
    return true;
  }

  /** Into the middle, and so near that it can be read. */
  show(box, { still = stillAsked.matches, scroll = false } = {}) {
    const place = placeOf(box, this.aspect);
    const seen = this.viewport.getContainerSize();
    const most = 0.9 * Math.min(1 / place.width, seen.y / seen.x / place.height);
    const zoomFor = (pixels) => Math.min(pixels / (place.height * seen.x), most);
    const now = this.viewport.getZoom();
    const fits = now >= zoomFor(readable.least) && now <= most;
    const to = fits ? now : Math.max(zoomFor(readable.wanted), this.viewport.getMinZoom());
    this.go(() => {
      this.viewport.zoomTo(to, null, still);
      if (this.zoomed) this.viewport.panTo(place.getCenter(), still);
      else this.viewport.goHome(still);
    }, still);
    if (scroll) this.host.scrollIntoView({ block: 'nearest' });
  }

  /** Moves, and stays on the page. */
  go(move, still = stillAsked.matches) {
    move();
    this.viewport.applyConstraints(still);
  }

  /** The rects that lie on the plain picture, as they are: whoever marks one marks it here. */
  drawBoxes() {
    const drawing = this.boxes[0]?.ownerSVGElement;
    if (!drawing) return;
    const element = document.createElement('div');
    element.className = 'boxes';
    element.append(drawing);
    const { Rect } = window.OpenSeadragon;
    this.viewer.addOverlay({ element, location: new Rect(0, 0, 1, this.aspect), checkResize: false });
  }

  press(event) {
    if (!event.quick) return; // it was drawn along
    const place = this.viewport.pointFromPixel(event.position, true);
    const hit = this.boxes.map((box) => ({ box, area: placeOf(box, this.aspect) }))
      .filter(({ area }) => area.containsPoint(place))
      .sort((one, other) => one.area.width * one.area.height - other.area.width * other.area.height);
    event.preventDefaultAction = true;
    this.told.pressed(hit[0]?.box ?? null, place);
  }

  /** Away from a page that is whole already: then the desk's page is scrolled, as everywhere. */
  scroll(event) {
    if (event.scroll > 0 || this.zoomed) return;
    event.preventDefaultAction = true;
    event.preventDefault = false;
  }

  settle() {
    if (this.resizing) return;
    this.wasWhole = !this.zoomed;
    this.host.classList.toggle('whole', this.wasWhole);
    // A finger on a whole page scrolls the desk's page; two come nearer.
    for (const part of [this.viewer.canvas, this.viewer.container, this.viewer.drawer.canvas]) {
      part.style.touchAction = this.wasWhole ? 'pan-y' : 'none';
    }
    this.told.changed();
  }

  /** A page that was whole stays whole in a window of another size. */
  resize() {
    if (this.resizing) return;
    this.resizing = true;
    queueMicrotask(() => {
      this.resizing = false;
      if (this.wasWhole) this.viewport.goHome(true);
      this.settle();
    });
  }
}

/** Over the plain picture, whose first level it must be; rejected when there is no picture to be had. */
export function openLarge(sheet, levels, boxes, told) {
  const host = document.createElement('div');
  host.className = 'viewer';
  sheet.append(host);
  return new Promise((resolve, reject) => {
    const viewer = window.OpenSeadragon(settings(host, levels));
    let large = null;
    const fail = (event) => {
      if (large) return; // the larger picture does not come: the smaller one stays
      viewer.destroy();
      host.remove();
      reject(new Error(event.message));
    };
    viewer.addHandler('open-failed', fail);
    viewer.addHandler('tile-load-failed', fail);
    viewer.addHandler('tile-loaded', ({ tile, data }) => {
      // The card knows a picture's size from recognition; it may come a little larger or smaller.
      tile.sourceBounds.width = data.naturalWidth;
      tile.sourceBounds.height = data.naturalHeight;
      if (large) return;
      large = new LargePicture(viewer, host, boxes, told);
      resolve(large);
    });
  });
}
