import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import {
  copySlides,
  type Destination,
  deleteSlides,
  duplicateSlides,
  type EditOptions,
  headingSource,
  insertSlides,
  joinWithNext,
  type MoveStep,
  moveSlides,
  placeAfterStep,
  placeBeside,
  renameSlide,
  type SlideRules,
  splitSlide,
  takeSide,
  toggleHidden,
} from '../core/edit/editDeck';
import { slideTitle } from '../core/summary/titles';
import type { Change } from '../services/deckEdits';
import { parseOptions } from '../services/decks';
import type { Services } from '../services/services';
import { titleText } from '../services/slideWords';
import { offerUndo } from '../services/undo';
import { type ChosenSlides, findChosen, indicesOf } from './chosenSlides';
import { runOnce } from './firstKeys';
import type { SlidesView } from './slidesView';
import type { TreeNode } from './slideTree';
import { slideName } from './words';

/** What a command does with slides. Returns the slides it is about afterwards; null if nothing was done. */
type Run = (chosen: ChosenSlides) => Promise<readonly Slide[] | null>;

/** The commands that edit a deck slide by slide, from the view "Slides", by its keys and from the palette. */
export class EditCommands implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  /** The slides that were copied last; where they are pasted, slides may be separated differently. */
  #copied: { readonly text: string; readonly from: SlideRules } | undefined;

  constructor(
    readonly services: Services,
    readonly slidesView: SlidesView,
  ) {
    const commands: readonly [run: Run, command: string, inView?: string][] = [
      [(chosen) => this.#move(chosen, 'up'), 'deckwright.slide.moveUp', 'deckwright.slidesView.moveUp'],
      [(chosen) => this.#move(chosen, 'down'), 'deckwright.slide.moveDown', 'deckwright.slidesView.moveDown'],
      [
        (chosen) => this.#move(chosen, 'intoStack'),
        'deckwright.slide.moveIntoStack',
        'deckwright.slidesView.moveIntoStack',
      ],
      [
        (chosen) => this.#move(chosen, 'outOfStack'),
        'deckwright.slide.moveOutOfStack',
        'deckwright.slidesView.moveOutOfStack',
      ],
      [
        (chosen) => this.#edit(chosen, duplicateSlides),
        'deckwright.slide.duplicate',
        'deckwright.slidesView.duplicate',
      ],
      [(chosen) => this.#delete(chosen), 'deckwright.slide.delete', 'deckwright.slidesView.delete'],
      [(chosen) => this.#cut(chosen), 'deckwright.slide.cut', 'deckwright.slidesView.cut'],
      [
        async (chosen) => {
          await this.#copy(chosen);
          return null;
        },
        'deckwright.slide.copy',
        'deckwright.slidesView.copy',
      ],
      [(chosen) => this.#paste(chosen), 'deckwright.slide.paste', 'deckwright.slidesView.paste'],
      [
        (chosen) => this.#insertNew(chosen, ([first]) => placeBeside(first!, 'before')),
        'deckwright.slide.insertBefore',
        'deckwright.slidesView.insertBefore',
      ],
      [
        (chosen) => this.#insertNew(chosen, (slides) => placeBeside(slides.at(-1)!, 'after')),
        'deckwright.slide.insertAfter',
        'deckwright.slidesView.insertAfter',
      ],
      [
        (chosen) => this.#insertNew(chosen, (slides) => ({ after: slides.at(-1)!.index })),
        'deckwright.slide.insertBelow',
        'deckwright.slidesView.insertBelow',
      ],
      [(chosen) => this.#split(chosen), 'deckwright.slide.split'],
      [
        (chosen) => this.#joinWithNext(chosen),
        'deckwright.slide.joinWithNext',
        'deckwright.slidesView.joinWithNext',
      ],
      [(chosen) => this.#rename(chosen), 'deckwright.slide.rename', 'deckwright.slidesView.rename'],
      [
        (chosen) => this.#edit(chosen, toggleHidden),
        'deckwright.slide.toggleHidden',
        'deckwright.slidesView.toggleHidden',
      ],
      [(chosen) => this.#take(chosen, 'this'), 'deckwright.slide.take', 'deckwright.slidesView.take'],
      [(chosen) => this.#take(chosen, 'both'), 'deckwright.slide.takeBoth', 'deckwright.slidesView.takeBoth'],
    ];
    this.#subscription = vscode.Disposable.from(
      ...commands.map(([run, command]) => this.#register(command, run)),
      ...commands.flatMap(([run, , inView]) => (inView ? [this.#registerInView(inView, run)] : [])),
      runOnce(
        slidesView.view,
        commands.flatMap(([, , inView]) => inView ?? []),
      ),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** A command of the palette and of keys in the editor, for the slide the user is on. */
  #register(command: string, run: Run): vscode.Disposable {
    return vscode.commands.registerCommand(command, (calledFrom?: unknown) =>
      this.slidesView.turns.take(async () => {
        // In the editor the keyboard acts on the cursor, whatever is selected in the view.
        const handpicked = calledFrom === 'editor' ? [] : await this.slidesView.handpicked();
        const current = this.services.currentSlide.get();
        const chosen =
          handpicked.length > 0
            ? this.slidesView.chosen(handpicked)
            : current && { document: current.document, slides: [current.slide], asEntries: false };
        if (chosen) await run(chosen);
        return undefined;
      }),
    );
  }

  /** The same for entries of the view: its menus pass them; its keys act on those that VS Code marks. */
  #registerInView(command: string, run: Run): vscode.Disposable {
    return vscode.commands.registerCommand(
      command,
      async (node?: TreeNode, selected?: readonly TreeNode[]) => {
        const { turns, marks } = this.slidesView;
        const { navigations } = marks;
        if (selected?.length === 0) return;
        await turns.take(async (before) => {
          const given = selected ?? (node && [node]);
          const chosen = this.slidesView.chosen(given ?? before ?? (await marks.marked(navigations)));
          const edited = chosen && (await this.slidesView.edit(chosen.document, () => run(chosen)));
          return edited ?? undefined;
        });
      },
    );
  }

  #edit(
    chosen: ChosenSlides,
    change: (deck: Deck, indices: readonly number[], options: EditOptions) => ReturnType<Change>,
  ) {
    return this.#change(chosen, (deck, slides, options) =>
      change(deck, indicesOf(deck, slides, chosen.asEntries), options),
    );
  }

  #change(
    chosen: ChosenSlides,
    change: (deck: Deck, slides: readonly Slide[], options: EditOptions) => ReturnType<Change>,
    nothing?: string,
  ): Promise<readonly Slide[] | null> {
    const findAndChange: Change = (deck, options) => {
      const slides = findChosen(deck, chosen);
      return slides ? change(deck, slides, options) : { refusal: 'changed' };
    };
    return this.services.deckEdits.apply(chosen.document, findAndChange, nothing);
  }

  #move(chosen: ChosenSlides, step: MoveStep): Promise<readonly Slide[] | null> {
    return this.#edit(chosen, (deck, indices, options) => {
      const place = placeAfterStep(deck, indices, step);
      return place && moveSlides(deck, indices, place, options, step === 'outOfStack');
    });
  }

  /**
   * For several slides, such as a stack of which the view shows one entry, the message says which are gone.
   */
  async #delete(chosen: ChosenSlides): Promise<readonly Slide[] | null> {
    let deleted: readonly string[] = [];
    const slides = await this.#edit(chosen, (deck, indices, options) => {
      deleted = indices.map((index) => slideName(deck.slides[index]!, deck));
      return deleteSlides(deck, indices, options);
    });
    if (slides && deleted.length > 1) void offerUndo(chosen.document, slidesDeleted(deleted));
    return slides;
  }

  async #cut(chosen: ChosenSlides): Promise<readonly Slide[] | null> {
    return (await this.#copy(chosen)) ? this.#edit(chosen, deleteSlides) : null;
  }

  async #copy(chosen: ChosenSlides): Promise<boolean> {
    const { decks, deckEdits } = this.services;
    const deck = decks.deckOf(chosen.document);
    const slides = findChosen(deck, chosen);
    if (!slides) return deckEdits.refuse({ refusal: 'changed' });
    const indices = indicesOf(deck, slides, chosen.asEntries);
    const text = copySlides(deck, indices, parseOptions(deck));
    if (typeof text !== 'string') return deckEdits.refuse(text, deck);
    const { setup, frontMatter } = deck;
    this.#copied = { text: withLineEnds(text, '\n'), from: { setup, frontMatter } };
    await vscode.env.clipboard.writeText(text);
    return true;
  }

  async #paste(chosen: ChosenSlides): Promise<readonly Slide[] | null> {
    const clipboard = await vscode.env.clipboard.readText();
    const from = withLineEnds(clipboard, '\n') === this.#copied?.text ? this.#copied.from : undefined;
    const text = withLineEnds(clipboard, chosen.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');
    if (text.trim() === '') {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no text on the clipboard.'));
      return null;
    }
    return this.#change(chosen, (deck, slides, options) =>
      insertSlides(deck, text, placeBeside(slides.at(-1)!, 'after'), options, from),
    );
  }

  /** The new slide's title is selected in the editor, ready to be replaced by typing. */
  async #insertNew(
    chosen: ChosenSlides,
    placeFor: (slides: readonly Slide[]) => Destination,
  ): Promise<readonly Slide[] | null> {
    const title = vscode.l10n.t('New Slide');
    const inserted = await this.#change(chosen, (deck, slides, options) => {
      const place = placeFor(slides);
      return insertSlides(deck, `${'column' in place ? '#' : '##'} ${title}`, place, options);
    });
    const [slide] = inserted ?? [];
    const editor = this.services.currentSlide.editorOf(chosen.document);
    if (!slide || !editor) return inserted;
    const start = slide.span.start + slide.content.text.lastIndexOf(title);
    const { document } = editor;
    editor.selection = new vscode.Selection(
      document.positionAt(start),
      document.positionAt(start + title.length),
    );
    return inserted;
  }

  /** Resolves the merge conflict that the slide is in. */
  #take(chosen: ChosenSlides, taken: 'this' | 'both'): Promise<readonly Slide[] | null> {
    return this.#change(
      chosen,
      (deck, [slide], options) => takeSide(deck, slide!.index, taken, options),
      vscode.l10n.t('This slide is not in a merge conflict.'),
    );
  }

  #split({ document }: ChosenSlides): Promise<readonly Slide[] | null> {
    const editor = this.services.currentSlide.editorOf(document);
    const offset = editor ? document.offsetAt(editor.selection.active) : 0;
    return this.services.deckEdits.apply(
      document,
      (deck, options) => splitSlide(deck, offset, options),
      vscode.l10n.t('To split a slide, put the cursor between two of its lines.'),
    );
  }

  #joinWithNext(chosen: ChosenSlides): Promise<readonly Slide[] | null> {
    return this.#change(
      chosen,
      (deck, [slide], options) => joinWithNext(deck, slide!.index, options),
      vscode.l10n.t('There is no next slide to merge with.'),
    );
  }

  /** The heading's markdown is offered, so that the unchanged parts of it stay. */
  async #rename(chosen: ChosenSlides): Promise<readonly Slide[] | null> {
    const slide = chosen.slides[0]!;
    const number = slideNumber(slide, this.services.decks.deckOf(chosen.document));
    const value = headingSource(slide.content) ?? '';
    const title = await vscode.window.showInputBox({
      title: vscode.l10n.t('Rename Slide {0}', number),
      value,
      valueSelection: wordsIn(value, slide),
      placeHolder: titleText(slide),
      prompt: vscode.l10n.t("The slide's first heading"),
      validateInput: (value) =>
        value.trim() === '' ? vscode.l10n.t("A heading can't be empty.") : undefined,
    });
    if (title === undefined) return null;
    return this.#change({ ...chosen, slides: [slide] }, (deck, [found], options) =>
      renameSlide(deck, found!.index, title, options),
    );
  }
}

/** More would not fit into a message. */
const MAX_NAMED = 4;

function slidesDeleted(names: readonly string[]): string {
  const shown = names.length > MAX_NAMED ? names.slice(0, MAX_NAMED - 1) : names;
  const named = shown.map((name) => vscode.l10n.t('"{0}"', name)).join(', ');
  return shown.length === names.length
    ? vscode.l10n.t('{0} slides deleted: {1}.', names.length, named)
    : vscode.l10n.t(
        '{0} slides deleted: {1} and {2} more.',
        names.length,
        named,
        names.length - shown.length,
      );
}

/**
 * The range of the title's words in its markdown, so that typing replaces only them; its end if they are not
 * contiguous.
 */
function wordsIn(source: string, { content }: Slide): [number, number] {
  const title = slideTitle(content);
  const words = 'text' in title ? title.text : '';
  const start = source.indexOf(words);
  const isOnlyPlace = start >= 0 && source.lastIndexOf(words) === start;
  return isOnlyPlace ? [start, start + words.length] : [source.length, source.length];
}

function withLineEnds(text: string, lineEnd: '\n' | '\r\n'): string {
  return text.replace(/\r\n?|\n/g, lineEnd);
}
