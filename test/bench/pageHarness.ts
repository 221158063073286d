// Runs in the measured pages and plays the part of VS Code around the preview.
import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import type { ToWebview } from '../../src/slides/messages';

/** All times are in ms, until the frame that shows the change is painted. */
export interface Bench {
  /** Time from the page's beginning until its first slide was painted. */
  readonly firstPaint: Promise<number>;
  /** Passes the preview a message as VS Code does. */
  send(message: ToWebview): Promise<number>;
  /** Starts reveal.js on a page other than the preview's. */
  startReveal(options: RevealConfig): void;
  /** What many previews do: replace all sections and have reveal.js look at all of them. */
  replaceAll(html: string): Promise<number>;
}

declare global {
  interface Window {
    bench: Bench;
    /** What the preview is sent once it is ready. */
    benchMessages?: readonly ToWebview[];
  }
}

function painted(): Promise<number> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    // The frame is laid out and painted when the callbacks are done; the next task follows it.
    requestAnimationFrame(() => channel.port2.postMessage(null));
  });
}

/** Waits for something that the page does by itself. */
function appears(selector: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
}

async function firstPaint(): Promise<number> {
  await appears('.reveal.ready section.present h2');
  return painted();
}

async function send(message: ToWebview): Promise<number> {
  const start = performance.now();
  // Registered after the preview's listener: when it hears the message, the preview has done its work.
  const heard = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
  window.postMessage(message);
  await heard;
  return (await painted()) - start;
}

let reveal: RevealApi | undefined;

function startReveal(options: RevealConfig): void {
  reveal = new Reveal(options);
  void reveal.initialize();
}

async function replaceAll(html: string): Promise<number> {
  const start = performance.now();
  document.querySelector('.slides')!.innerHTML = html;
  reveal!.sync();
  return (await painted()) - start;
}

window.bench = { firstPaint: firstPaint(), send, startReveal, replaceAll };
window.acquireVsCodeApi = () => ({
  getState: () => undefined,
  setState: () => {},
  postMessage: ({ type }) => {
    if (type !== 'ready') return;
    for (const message of window.benchMessages ?? []) window.postMessage(message);
  },
});
