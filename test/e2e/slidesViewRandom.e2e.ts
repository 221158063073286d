import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deck, Slide } from '../../src/core/deck/deck';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { slideNumber } from '../../src/core/deck/slideNumber';
import {
  deleteSlides,
  duplicateSlides,
  type EditResult,
  insertSlides,
  type MoveStep,
  moveSlides,
  placeAfterStep,
  placeBeside,
} from '../../src/core/edit/editDeck';
import { cursorTarget } from '../../src/core/summary/slideAt';
import { slideTitle } from '../../src/core/summary/titles';
import { applyEdits } from '../../src/core/text/textEdits';
import { entriesOf, indicesOf } from '../../src/outline/chosenSlides';
import { openWorkbench } from '../vscode/session';
import { SlidesView } from './slidesView';
import type { Workbench } from './workbench';

const SEEDS = process.env.DECKWRIGHT_SEEDS?.split(',').map(Number) ?? [1, 2, 3];
const STEPS = 30;
const MIN_SLIDES = 4;
const MAX_SLIDES = 16;

const COLUMNS = [['One'], ['Two', 'Three', 'Four'], ['Five'], ['Six', 'Seven'], ['Eight'], ['Nine']];
const SLIDES = COLUMNS.map((titles) => titles.map((title) => `# ${title}\n`).join('\n----\n\n'));
const TEXT = `---\ntype: slide\n---\n\n${SLIDES.join('\n---\n\n')}`;

/** Each walk has its own: VS Code remembers what was undone in a file. */
const fileOf = (seed: number) => `random-${seed}.md`;

describe('The view of slides in any order of clicks, cursor moves, drags, keys, menus and undo', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
    // Before a file is opened: VS Code looks for files only once.
    for (const seed of SEEDS) writeFileSync(join(workbench.folder, fileOf(seed)), TEXT);
  });
  afterEach(() => workbench.discardEditors());
  after(() => workbench.close());

  for (const seed of SEEDS) {
    it(`changes what was highlighted, and nothing else (seed ${seed})`, async function () {
      this.timeout(600_000);
      const user = await User.open(workbench, seed);
      for (let step = 0; step < STEPS; step++) await user.act();
      await user.save();
    });
  }
});

/** What a key does with the slides of entries. */
type KeyEdit = [key: string, edit: (indices: number[], marked: readonly number[]) => EditResult | null];

/** Numbers from 0 to 1, the same for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** Simulates somebody who works in the view and knows what should come of it. */
class User {
  readonly #done: string[] = [];
  readonly #before: string[] = [];
  #deck: Deck = parseDeck(TEXT);
  /** Indices of the slides whose entries are selected. */
  #selected: readonly number[] = [0];
  /** The slide whose entry has the focus, where keys continue from; undefined where the focus was left behind. */
  #focused: number | undefined;
  /** Keys have moved the focus to an entry that is not selected. */
  #isMoved = false;
  /** In the view, not in the editor. */
  #hasKeyboard = false;

  private constructor(
    readonly workbench: Workbench,
    readonly slides: SlidesView,
    readonly file: string,
    readonly random: () => number,
  ) {}

  static async open(workbench: Workbench, seed: number): Promise<User> {
    const slides = await SlidesView.open(workbench);
    await workbench.openFile(fileOf(seed));
    const user = new User(workbench, slides, fileOf(seed), randomNumbers(seed));
    await user.#expect();
    return user;
  }

  async save(): Promise<void> {
    await this.workbench.focusEditor(this.file);
    await this.workbench.savesAs(this.file, this.#deck.text);
  }

  async act(): Promise<void> {
    const actions = [
      () => this.#click(),
      () => this.#clickToo(),
      () => this.#moveCursor(),
      () => this.#moveCursor(),
      () => this.#drag(),
      () => this.#press(),
      () => this.#press(),
      () => this.#press(),
      () => this.#chooseFromMenu(),
      () => this.#chooseFromPalette(),
      () => this.#undo(),
    ];
    try {
      await this.#pick(actions)();
      await this.#expect();
    } catch (error) {
      throw new Error(`${(error as Error).message}\nafter:\n${this.#done.join('\n')}`);
    }
  }

  async #click(): Promise<void> {
    const slide = this.#pick(this.#deck.slides);
    this.#note(`click ${this.#name(slide)}`);
    await this.slides.row(this.#name(slide)).click();
    this.#mark([slide.index], slide.index);
    this.#hasKeyboard = true;
  }

  async #clickToo(): Promise<void> {
    const slide = this.#pick(this.#deck.slides.filter(({ index }) => !this.#selected.includes(index)));
    this.#note(`click ${this.#name(slide)} too`);
    await this.slides.row(this.#name(slide)).click({ modifiers: ['ControlOrMeta'] });
    this.#mark([...this.#selected, slide.index], slide.index);
    this.#hasKeyboard = true;
  }

  async #moveCursor(): Promise<void> {
    const slide = this.#pick(this.#deck.slides);
    this.#note(`cursor to ${this.#name(slide)}`);
    await this.workbench.focusEditor(this.file);
    const line = this.#deck.text.slice(0, cursorTarget(slide)).split('\n').length;
    await this.workbench.goTo(line);
    if (!this.#selected.includes(slide.index)) this.#mark([slide.index], undefined);
    this.#hasKeyboard = false;
  }

  async #drag(): Promise<void> {
    const slide = this.#pick(this.#deck.slides);
    const dragged = this.#selected.includes(slide.index) ? this.#selected : [slide.index];
    const target = this.#pick(this.#deck.slides.filter(({ index }) => !dragged.includes(index)));
    this.#note(`drag ${this.#names(dragged)} by ${this.#name(slide)} onto ${this.#name(target)}`);
    await this.slides.drag(this.#name(slide), this.#name(target));
    this.#apply(moveSlides(this.#deck, this.#indices(dragged), placeBeside(target, 'after')));
    this.#hasKeyboard = true;
  }

  async #press(): Promise<void> {
    if (!this.#hasKeyboard) {
      this.#note('keyboard to the view');
      await this.slides.focus();
      this.#hasKeyboard = true;
    }
    const arrows = Math.floor(this.random() * 3);
    for (let arrow = 0; arrow < arrows; arrow++) await this.#arrow(this.random() < 0.5 ? -1 : 1);
    const marked = this.#isMoved ? [this.#focused!] : this.#selected;
    const [key, edit] = this.#pick(this.#edits());
    this.#note(`${key} on ${this.#names(marked)}`);
    await this.workbench.page.keyboard.press(key);
    this.#apply(edit(this.#indices(marked), marked));
  }

  async #arrow(step: 1 | -1): Promise<void> {
    const from = this.#focused ?? this.#selected[0]!;
    const to = Math.min(Math.max(from + step, 0), this.#deck.slides.length - 1);
    this.#note(`arrow to ${this.#name(this.#deck.slides[to]!)}`);
    await this.workbench.page.keyboard.press(step > 0 ? 'ArrowDown' : 'ArrowUp');
    await this.slides.focuses(this.#name(this.#deck.slides[to]!));
    this.#focused = to;
    this.#isMoved = !this.#selected.includes(to);
  }

  async #chooseFromMenu(): Promise<void> {
    const slide = this.#pick(this.#deck.slides);
    const marked = this.#selected.includes(slide.index) ? this.#selected : [slide.index];
    const indices = this.#indices(marked);
    const duplicates = this.#deck.slides.length < MAX_SLIDES;
    const label = duplicates ? 'Duplicate Slide' : 'Delete Slide';
    this.#note(`menu: ${label} on ${this.#names(marked)}`);
    await this.workbench.chooseFromContextMenu(this.slides.row(this.#name(slide)), label);
    this.#apply(duplicates ? duplicateSlides(this.#deck, indices) : deleteSlides(this.#deck, indices));
    this.#hasKeyboard = true;
  }

  async #chooseFromPalette(): Promise<void> {
    const marked = this.#selected.length > 1 ? this.#indices(this.#selected) : this.#selected;
    if (this.#deck.slides.length - marked.length < MIN_SLIDES) return;
    this.#note(`palette: Delete Slide on ${this.#names(this.#selected)}`);
    await this.workbench.command('Deckwright: Delete Slide');
    const { length } = this.#selected;
    this.#apply(deleteSlides(this.#deck, marked));
    // The palette does not give the focus back to the view.
    if (length > 0) this.#focused = undefined;
    this.#hasKeyboard = false;
  }

  async #undo(): Promise<void> {
    const text = this.#before.pop();
    if (text === undefined) return;
    this.#note('undo');
    await this.workbench.focusEditor(this.file);
    await this.workbench.page.keyboard.press('Control+z');
    this.#deck = parseDeck(text);
    this.#hasKeyboard = false;
    await this.#expectNames();
    // VS Code decides where the cursor goes then.
    const slide = this.#pick(this.#deck.slides);
    const line = this.#deck.text.slice(0, cursorTarget(slide)).split('\n').length;
    await this.workbench.goTo(line);
    this.#mark([slide.index], undefined);
  }

  #edits(): KeyEdit[] {
    const deck = this.#deck;
    const move =
      (step: MoveStep) =>
      (indices: number[]): EditResult | null => {
        const place = placeAfterStep(deck, indices, step);
        return place && moveSlides(deck, indices, place, {}, step === 'outOfStack');
      };
    const edits: KeyEdit[] = [
      ['Alt+ArrowUp', move('up')],
      ['Alt+ArrowDown', move('down')],
      ['Alt+ArrowRight', move('intoStack')],
      ['Alt+ArrowLeft', move('outOfStack')],
    ];
    const { length } = deck.slides;
    if (length > 2 * MIN_SLIDES) edits.push(['Delete', (indices) => deleteSlides(deck, indices)]);
    if (length < MAX_SLIDES) {
      edits.push(['Shift+Alt+ArrowDown', (indices) => duplicateSlides(deck, indices)]);
      edits.push([
        'Control+Enter',
        (_, marked) => {
          const place = placeBeside(deck.slides[Math.max(...marked)]!, 'after');
          return insertSlides(deck, `${'column' in place ? '#' : '##'} New Slide`, place);
        },
      ]);
    }
    return edits;
  }

  #apply(result: EditResult | null): void {
    if (!result || 'refusal' in result) return;
    if (result.edits.length > 0) this.#before.push(this.#deck.text);
    this.#deck = parseDeck(applyEdits(this.#deck.text, result.edits));
    const concerned = entriesOf(result.slides.map((index) => this.#deck.slides[index]!));
    this.#mark(
      concerned.map(({ index }) => index),
      concerned.at(-1)!.index,
    );
  }

  #mark(selected: readonly number[], focused: number | undefined): void {
    this.#selected = selected;
    this.#focused = focused;
    this.#isMoved = false;
  }

  #indices(entries: readonly number[]): number[] {
    const slides = entries.map((index) => this.#deck.slides[index]!);
    return indicesOf(this.#deck, slides, true);
  }

  /** Waits until the view shows the deck as it should be, with what should be highlighted. */
  async #expect(): Promise<void> {
    await this.#expectNames();
    const expected = [...this.#selected].sort((a, b) => a - b).map((index) => this.#deck.slides[index]!);
    await this.slides.selectsAll(expected.map((slide) => this.#name(slide)));
  }

  async #expectNames(): Promise<void> {
    const expected = this.#deck.slides.map((slide) => `${slide.v > 0 ? '  ' : ''}${this.#name(slide)}`);
    await this.slides.lists(expected);
  }

  #name(slide: Slide): string {
    const title = slideTitle(slide.content);
    return `${slideNumber(slide, this.#deck)} ${'text' in title ? title.text : ''}`;
  }

  #names(indices: readonly number[]): string {
    return indices.map((index) => this.#name(this.#deck.slides[index]!)).join(' and ');
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)]!;
  }

  #note(what: string): void {
    this.#done.push(what);
  }
}
