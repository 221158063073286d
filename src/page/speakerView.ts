import Reveal from 'reveal.js';

/** The speaker view shows the deck in frames of its own, which it moves by messages. */
export const isInSpeakerView = /[?&]receiver\b/.test(window.location.search);

/**
 * Lets the speaker view move the deck. Nothing else can: reveal.js's own messages, which it would accept from
 * every window, are off outside of the speaker view.
 */
export function followSpeakerView(): void {
  window.addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    const message = isOurs(source) ? read(data) : null;
    if (message?.method === 'setState' && Array.isArray(message.args)) Reveal.setState(message.args[0]);
  });
}

/** The window that reveal.js's plugin opens has this page's origin. */
function isOurs(source: MessageEventSource | null): boolean {
  try {
    return source !== window && (source as Window).location.origin === window.location.origin;
  } catch {
    return false;
  }
}

function read(data: unknown): Record<string, unknown> | null {
  try {
    return JSON.parse(String(data)) as Record<string, unknown> | null;
  } catch {
    return null;
  }
}
