import type { CopyMessage } from '../messages';

const PNG = 'image/png';

/** Puts pictures onto the clipboard, for which the extension asks before it has them. */
export class PictureCopies {
  readonly #arrive = new Map<number, (png: Uint8Array | null) => void>();

  constructor(readonly post: (message: CopyMessage) => void) {}

  async copy(copy: number): Promise<void> {
    const picture = new Promise<Blob>((resolve, reject) => {
      this.#arrive.set(copy, (png) =>
        png ? resolve(new Blob([new Uint8Array(png)], { type: PNG })) : reject(new Error('canceled')),
      );
    });
    try {
      // Without the focus, browsers refuse. Nothing is waited for if there is no picture after all.
      await Promise.race([focused(), picture.then(focused)]);
      const writing = navigator.clipboard.write([new ClipboardItem({ [PNG]: picture })]);
      this.post({ type: 'copying', copy });
      await writing;
      this.post({ type: 'copied', copy, error: '' });
    } catch (error) {
      this.post({ type: 'copied', copy, error: (error as Error).name });
    }
  }

  /** Takes a picture, or the news that there is none. */
  take(copy: number, png: Uint8Array | null): void {
    this.#arrive.get(copy)?.(png);
    this.#arrive.delete(copy);
  }
}

function focused(): Promise<void> {
  if (document.hasFocus()) return Promise.resolve();
  return new Promise((resolve) => window.addEventListener('focus', () => resolve(), { once: true }));
}
