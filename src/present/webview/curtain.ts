import type { Screen } from '../messages';

/** The black or white screen in place of the slides. */
export class Curtain {
  readonly #element = document.createElement('div');

  constructor(viewport: HTMLElement) {
    this.#element.className = 'curtain';
    this.#element.hidden = true;
    viewport.append(this.#element);
  }

  set screen(screen: Screen) {
    this.#element.hidden = screen === 'slides';
    this.#element.dataset.screen = screen;
  }
}

/** What the audience sees once a key for one of the screens is pressed: the same key brings the slides back. */
export function toggled(screen: Screen, key: 'black' | 'white'): Screen {
  return screen === key ? 'slides' : key;
}
