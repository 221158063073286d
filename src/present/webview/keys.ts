/** What a key does in a presentation besides moving it, which reveal.js sees to. */
export type KeyAction =
  | 'black'
  | 'white'
  | 'pointer'
  | 'timer'
  | 'reset'
  | 'list'
  | 'larger'
  | 'smaller'
  | 'scrollDown'
  | 'scrollUp';

/** Clickers send `.` or `b` for a black screen. */
const ACTIONS: Readonly<Record<string, KeyAction>> = {
  b: 'black',
  '.': 'black',
  w: 'white',
  ',': 'white',
  d: 'pointer',
  t: 'timer',
  r: 'reset',
  g: 'list',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  s: 'scrollDown',
};

/** The action of a key; null if it has none. */
export function actionOf({
  key,
  shiftKey,
  ctrlKey,
  altKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>): KeyAction | null {
  // They are VS Code's.
  if (ctrlKey || altKey || metaKey) return null;
  const action = Object.hasOwn(ACTIONS, key.toLowerCase()) ? ACTIONS[key.toLowerCase()]! : null;
  return action === 'scrollDown' && shiftKey ? 'scrollUp' : action;
}

/** Does what keys mean, before reveal.js hears of them. `act` returns false for what the page does not do. */
export function onKeys(act: (action: KeyAction) => boolean): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (isTyping(event)) return;
      const action = actionOf(event);
      if (!action || !act(action)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
}

function isTyping(event: KeyboardEvent): boolean {
  return event.composedPath()[0] instanceof HTMLInputElement;
}

/** Whether a key moves the slides, rather than being meant for what has the focus. F1 is VS Code's command palette. */
export function movesSlides(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (event.key === 'F1' || isTyping(event)) return false;
  if (target instanceof HTMLButtonElement) return event.key !== ' ';
  // The notes are scrolled.
  if (target instanceof HTMLElement && target.matches('.notes')) return !/^Arrow(?:Up|Down)$/.test(event.key);
  return true;
}
