import type { FromWebview, SlideId } from '../../slides/messages';
import type { NotesMessage, SlideNotes, ToPreview, WrittenNotes } from '../messages';
import { Sash } from './sash';

/** What the user has typed and is not in the deck yet. */
interface Draft {
  /** The notes as they were before. */
  readonly base: string;
  readonly text: string;
  /** Whether the extension has been asked to write it. */
  readonly isSent: boolean;
  /** Whether the extension could not write it. */
  readonly isRefused: boolean;
}

export interface NotesHandlers {
  post(message: FromWebview | WrittenNotes): void;
  /** Address of the deck whose notes are shown. */
  document(): string;
}

const NONE: SlideNotes = { text: '', line: null };

/**
 * The strip below the slide with the speaker notes of the slide that is shown. They are written to the deck when the
 * user leaves them.
 */
export class NotesStrip {
  readonly element = document.createElement('div');
  readonly #area = document.createElement('textarea');
  readonly #said = document.createElement('div');
  readonly #sash: Sash;
  readonly #saved = new Map<SlideId, SlideNotes>();
  readonly #drafts = new Map<SlideId, Draft>();
  #words: NotesMessage['words'] | null = null;
  #shown: SlideId | undefined;
  /** The notes are to have the keyboard focus once they are shown. */
  #isAwaited = false;

  constructor(
    readonly handlers: NotesHandlers,
    height: number | undefined,
    heightChanged: (height: number) => void,
  ) {
    this.element.id = 'notes';
    this.element.hidden = true;
    this.element.role = 'region';
    this.#said.role = 'status';
    this.#sash = new Sash(this.element, height, heightChanged);
    this.element.append(this.#sash.element, this.#area, this.#said);
    document.body.append(this.element);
    this.#area.addEventListener('input', () => this.#onInput());
    this.#area.addEventListener('blur', () => this.#commit());
    this.#area.addEventListener('keydown', (event) => this.#onKey(event));
    // reveal.js turns slides by the wheel.
    this.element.addEventListener('wheel', (event) => event.stopPropagation());
  }

  take(message: ToPreview): void {
    if (message.type === 'notes') this.#take(message);
    else if (message.type === 'noted') this.#onNoted(message.id, message.text);
    else this.#focus();
  }

  /** Shows the notes of another slide. */
  show(id: SlideId): void {
    if (id === this.#shown) return;
    this.#commit();
    this.#shown = id;
    this.#draw();
  }

  /** The page goes on with another deck. */
  forget(): void {
    this.#saved.clear();
    this.#drafts.clear();
    this.#shown = undefined;
    this.#draw();
  }

  #take({ isShown, notes, words }: NotesMessage): void {
    if (!isShown) this.#commit();
    for (const [id, each] of notes) this.#saved.set(id, each);
    this.#words = words;
    this.element.ariaLabel = words.label;
    this.#area.ariaLabel = words.label;
    this.#sash.element.ariaLabel = words.height;
    this.element.hidden = !isShown;
    this.#draw();
    if (this.#isAwaited) this.#focus();
  }

  #onNoted(id: SlideId, text: string | null): void {
    const draft = this.#drafts.get(id);
    if (text !== null) this.#saved.set(id, { text, line: null });
    if (draft?.isSent) {
      if (text === null) this.#drafts.set(id, { ...draft, isSent: false, isRefused: true });
      else this.#drafts.delete(id);
    }
    this.#draw();
  }

  #focus(): void {
    this.#isAwaited = this.element.hidden !== false;
    if (!this.#isAwaited) this.#area.focus();
  }

  get #notes(): SlideNotes {
    return (this.#shown !== undefined && this.#saved.get(this.#shown)) || NONE;
  }

  get #draft(): Draft | undefined {
    return this.#shown === undefined ? undefined : this.#drafts.get(this.#shown);
  }

  #onInput(): void {
    if (this.#shown === undefined) return;
    const before = this.#draft;
    // What was sent before is what the deck is about to have.
    const base = before ? (before.isSent ? before.text.trim() : before.base) : this.#notes.text;
    const draft = { base, text: this.#area.value, isSent: false, isRefused: false };
    this.#drafts.set(this.#shown, draft);
    this.#send(draft, false);
    this.#say();
  }

  #onKey(event: KeyboardEvent): void {
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.isComposing || (!isDone && event.key !== 'Escape')) return;
    // Neither reveal.js nor VS Code has anything to do.
    event.preventDefault();
    event.stopPropagation();
    if (isDone) this.#commit(true);
    else this.#revert();
    this.#area.blur();
  }

  #revert(): void {
    const draft = this.#draft;
    if (!draft || draft.isSent) return;
    this.#drafts.delete(this.#shown!);
    this.#send({ ...draft, text: draft.base }, true);
    this.#draw();
  }

  /** Has the extension write what was typed; what it could not write only on request. */
  #commit(isRequested = false): void {
    const draft = this.#draft;
    if (!draft || draft.isSent || (draft.isRefused && !isRequested)) return;
    this.#drafts.set(this.#shown!, { ...draft, isSent: true, isRefused: false });
    this.#send(draft, true);
  }

  #send({ base, text }: Draft, isDone: boolean): void {
    const document = this.handlers.document();
    this.handlers.post({ type: 'notes', document, id: this.#shown!, base, text, isDone });
  }

  #draw(): void {
    const { text, line } = this.#notes;
    const shown = this.#draft?.text ?? text;
    this.#area.readOnly = line !== null;
    this.#area.placeholder = this.#words?.none ?? '';
    if (this.#area.value !== shown) {
      const { selectionStart, selectionEnd, scrollTop } = this.#area;
      this.#area.value = shown;
      // The author may be typing in the editor, with the cursor still here.
      this.#area.setSelectionRange(selectionStart, selectionEnd);
      this.#area.scrollTop = scrollTop;
    }
    this.#say();
  }

  #say(): void {
    const { text, line } = this.#notes;
    const draft = this.#draft;
    const said: (string | HTMLElement)[] = [];
    if (!this.#words) return;
    if (line !== null) said.push(this.#words.elsewhere, this.#sourceButton(line, this.#words.showSource));
    else if (draft?.isRefused) said.push(this.#words.unsaved);
    else if (draft && !draft.isSent && draft.base !== text) said.push(this.#words.changed);
    this.#said.replaceChildren(...said);
    this.#said.hidden = said.length === 0;
  }

  #sourceButton(line: number, label: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.className = 'source';
    button.textContent = label;
    const id = this.#shown!;
    button.addEventListener('click', () => this.handlers.post({ type: 'source', id, line }));
    return button;
  }
}
