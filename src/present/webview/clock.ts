import { paceOf } from '../../core/present/pace';
import { clockText } from '../../core/present/timer';
import { setLabel } from '../../slides/webview/element';
import type { PresenterWords } from '../messages';
import type { Frame } from './frame';

/** How often the times are looked at, in milliseconds: no second is skipped. */
const INTERVAL = 200;

/** The time of day, the time that has passed, and how that compares with the plan. */
export class Clock {
  #elapsed = 0;
  /** When the page was told; null while the timer does not run. */
  #since: number | null = null;
  #timings: readonly number[] | null = null;
  #index = 0;

  constructor(
    readonly frame: Frame,
    readonly words: PresenterWords,
  ) {
    setInterval(() => this.#show(), INTERVAL);
    this.#show();
  }

  setTimer(elapsed: number, isRunning: boolean): void {
    this.#elapsed = elapsed;
    this.#since = isRunning ? performance.now() : null;
    const { start, pause } = this.words;
    setLabel(this.frame.buttons.timer, isRunning ? pause : start);
    this.#show();
  }

  /** The seconds planned for each slide, if any, and the slide that is shown. */
  setPlan(timings: readonly number[] | null, index: number): void {
    this.#timings = timings;
    this.#index = index;
    this.#show();
  }

  #show(): void {
    const { clock, elapsed, planned, pace } = this.frame;
    const passed = this.#elapsed + (this.#since === null ? 0 : performance.now() - this.#since);
    write(clock, new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' }));
    write(elapsed, clockText(passed));
    const { text, kind, total } = this.#paceText(Math.floor(passed / 1000));
    write(planned, total > 0 ? fill(this.words.planned, total) : '');
    write(pace, text);
    pace.dataset.kind = kind;
  }

  #paceText(seconds: number): { text: string; kind: string; total: number } {
    if (!this.#timings) return { text: '', kind: '', total: 0 };
    const { left, ahead, behind, total } = paceOf(this.#timings, this.#index, seconds);
    if (behind > 0) return { text: fill(this.words.behind, behind), kind: 'behind', total };
    if (ahead > 0) return { text: fill(this.words.ahead, ahead), kind: 'ahead', total };
    return { text: fill(this.words.left, left), kind: 'left', total };
  }
}

function fill(words: string, seconds: number): string {
  return words.replace('{0}', clockText(seconds * 1000));
}

/** Only a change is work for the browser, and for screen readers. */
function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
