// Shows the two versions of the slide that is chosen in a comparison.

type Side = 'before' | 'after';

const data = document.querySelector('script[type="application/json"]')!.textContent!;
const decks = JSON.parse(data) as Record<Side, string | null>[];
const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-deck]')];
const figures = [...document.querySelectorAll<HTMLElement>('figure')];
/** The addresses of the pages, by deck and side. */
const urls = new Map<string, string>();

function urlOf(deck: number, side: Side): string {
  const key = `${deck} ${side}`;
  let url = urls.get(key);
  if (url === undefined) {
    url = URL.createObjectURL(new Blob([decks[deck]![side]!], { type: 'text/html;charset=utf-8' }));
    urls.set(key, url);
  }
  return url;
}

function show(button: HTMLButtonElement): void {
  for (const each of buttons) {
    if (each === button) each.setAttribute('aria-current', 'true');
    else each.removeAttribute('aria-current');
  }
  for (const figure of figures) {
    const side = figure.dataset.side as Side;
    const address = button.dataset[side];
    const frame = figure.querySelector('iframe')!;
    frame.hidden = address === undefined;
    figure.querySelector('p')!.hidden = address !== undefined;
    if (address !== undefined) frame.src = urlOf(Number(button.dataset.deck), side) + address;
  }
}

function step(by: number): void {
  const at = buttons.findIndex((button) => button.hasAttribute('aria-current'));
  const next = buttons[at + by];
  if (!next) return;
  next.focus();
  show(next);
}

for (const button of buttons) button.addEventListener('click', () => show(button));
document.addEventListener('keydown', (event) => {
  // There they scroll.
  if ((event.target as Element).closest('main')) return;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  step(by);
});
if (buttons[0]) show(buttons[0]);
