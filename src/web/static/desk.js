// What the desk does beyond plain pages. Every page works without it for reading.

const formToken = document.querySelector('meta[name="form-token"]').content;

/** A request of ours that changes something. */
export function send(path, options = {}) {
  return fetch(path, { method: 'POST', ...options, headers: { 'Fonds-Form': formToken, ...options.headers } });
}

for (const select of document.querySelectorAll('select[data-submit]')) {
  select.addEventListener('change', () => select.form.requestSubmit());
}

/** Offers completions under an input while one types: a combobox as WAI-ARIA describes it. */
function completeWhileTyping(input) {
  const list = document.createElement('ul');
  list.className = 'offers';
  list.id = `${input.id}-offers`;
  list.setAttribute('role', 'listbox');
  list.hidden = true;
  list.setAttribute('aria-label', input.labels[0]?.textContent ?? input.placeholder);
  input.after(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  let chosen = -1;
  let asked = 0;
  let timer = 0;

  const show = (visible) => {
    list.hidden = !visible;
    input.setAttribute('aria-expanded', String(visible));
    if (!visible) {
      chosen = -1;
      input.removeAttribute('aria-activedescendant');
    }
  };
  const choose = (index) => {
    chosen = index;
    [...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
    if (index >= 0) input.setAttribute('aria-activedescendant', list.children[index].id);
  };
  const take = (item) => {
    input.value = item.dataset.text;
    show(false);
    input.dispatchEvent(new CustomEvent('taken', { bubbles: true, detail: item.dataset }));
    if (input.dataset.submit !== undefined || input.type === 'search') input.form.requestSubmit();
  };
  const offer = (found) => {
    list.replaceChildren(...found.map((each, index) => {
      const item = document.createElement('li');
      item.id = `${list.id}-${index}`;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      item.dataset.text = each.text;
      if (each.student) item.dataset.student = each.student;
      const about = document.createElement('span');
      about.className = 'quiet';
      about.textContent = each.about;
      item.append(each.text, about);
      item.addEventListener('mousedown', (event) => { event.preventDefault(); take(item); });
      return item;
    }));
    show(found.length > 0);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    const typed = input.value.trim();
    if (typed.length < 2) return show(false);
    timer = setTimeout(async () => {
      const mine = ++asked;
      const answer = await fetch(`${input.dataset.completions}?q=${encodeURIComponent(typed)}`);
      if (answer.ok && mine === asked && document.activeElement === input) offer(await answer.json());
    }, 120);
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose((chosen + step + list.children.length) % list.children.length);
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    } else if (event.key === 'Escape') {
      show(false);
    }
  });
  input.addEventListener('blur', () => show(false));
}
document.querySelectorAll('input[data-completions]').forEach(completeWhileTyping);

// What scrolls sideways can be reached and scrolled by keys.
const reachScrolls = () => {
  for (const part of document.querySelectorAll('.scroll')) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    else part.removeAttribute('tabindex');
  }
};
reachScrolls();
addEventListener('resize', reachScrolls);

// "/" goes to the box from anywhere.
document.addEventListener('keydown', (event) => {
  const box = document.getElementById('box');
  const typing = event.target.closest?.('input, textarea, select');
  if (event.key === '/' && box && !typing && !event.ctrlKey && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const drop of document.querySelectorAll('details.person[open]')) drop.open = false;
});
