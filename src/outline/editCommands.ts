import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import {
  copySlides,
  deleteSlides,
  duplicateSlides,
  type EditOptions,
  headingSource,
  insertSlides,
  joinWithNext,
  moveSlides,
  type Place,
  placeAfterStep,
  placeBeside,
  renameSlide,
  type SlideRules,
  type Step,
  splitSlide,
  toggleHidden,
} from '../core/deck/editDeck';
import { slideNumber } from '../core/deck/slideNumber';
import { slideTitle } from '../core/deck/titles';
import type { Change } from '../services/deckEdits';
import { parseOptions } from '../services/decks';
import type { Services } from '../services/services';
import { type ChosenSlides, chosenSlides, findChosen, indicesOf } from './chosenSlides';
import type { SlidesView } from './slidesView';
import type { TreeNode } from './slideTree';
import { titleText } from './words';

/** The commands that edit a deck slide by slide, from the view "Slides", by its keys and from the palette. */
export class EditCommands implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  /** The slides that were copied last; where they are pasted, slides may be separated in another way. */
  #copied: { readonly text: string; readonly from: SlideRules } | undefined;

  constructor(
    readonly services: Services,
    readonly slidesView: SlidesView,
  ) {
    const commands: Record<string, (chosen: ChosenSlides) => Promise<unknown>> = {
      moveUp: (chosen) => this.#move(chosen, 'up'),
      moveDown: (chosen) => this.#move(chosen, 'down'),
      moveIntoStack: (chosen) => this.#move(chosen, 'intoStack'),
      moveOutOfStack: (chosen) => this.#move(chosen, 'outOfStack'),
      duplicate: (chosen) => this.#edit(chosen, duplicateSlides),
      delete: (chosen) => this.#edit(chosen, deleteSlides),
      cut: (chosen) => this.#cut(chosen),
      copy: (chosen) => this.#copy(chosen),
      paste: (chosen) => this.#paste(chosen),
      insertBefore: (chosen) => this.#insertNew(chosen, ([first]) => placeBeside(first!, 'before')),
      insertAfter: (chosen) => this.#insertNew(chosen, (slides) => placeBeside(slides.at(-1)!, 'after')),
      insertBelow: (chosen) => this.#insertNew(chosen, (slides) => ({ after: slides.at(-1)!.index })),
      split: (chosen) => this.#split(chosen),
      joinWithNext: (chosen) => this.#joinWithNext(chosen),
      rename: (chosen) => this.#rename(chosen),
      toggleHidden: (chosen) => this.#edit(chosen, toggleHidden),
    };
    this.#subscription = vscode.Disposable.from(
      ...Object.entries(commands).map(([name, run]) =>
        vscode.commands.registerCommand(
          `deckwright.slide.${name}`,
          async (argument?: TreeNode | 'view', selected?: readonly TreeNode[]) => {
            const chosen = await chosenSlides(argument, selected, slidesView.view, services.currentSlide);
            if (chosen) await run(chosen);
          },
        ),
      ),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
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

  async #move(chosen: ChosenSlides, step: Step): Promise<void> {
    const moved = await this.#edit(chosen, (deck, indices, options) => {
      const place = placeAfterStep(deck, indices, step);
      return place && moveSlides(deck, indices, place, options, step === 'outOfStack');
    });
    // In another stack it is another entry to VS Code, which has not got the keyboard.
    if (moved && chosen.asEntries) await this.slidesView.focusCurrent();
  }

  async #cut(chosen: ChosenSlides): Promise<void> {
    if (await this.#copy(chosen)) await this.#edit(chosen, deleteSlides);
  }

  async #copy(chosen: ChosenSlides): Promise<boolean> {
    const { decks, deckEdits } = this.services;
    const deck = decks.deckOf(chosen.document);
    const slides = findChosen(deck, chosen);
    if (!slides) return deckEdits.refuse({ refusal: 'changed' });
    const indices = indicesOf(deck, slides, chosen.asEntries);
    const text = copySlides(deck, indices, parseOptions(deck.dialect));
    if (text === null) return deckEdits.refuse({ refusal: 'no-separator' });
    const { dialect, frontMatter } = deck;
    this.#copied = { text: withLineEnds(text, '\n'), from: { dialect, frontMatter } };
    await vscode.env.clipboard.writeText(text);
    return true;
  }

  async #paste(chosen: ChosenSlides): Promise<void> {
    const clipboard = await vscode.env.clipboard.readText();
    const from = withLineEnds(clipboard, '\n') === this.#copied?.text ? this.#copied.from : undefined;
    const text = withLineEnds(clipboard, chosen.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');
    if (text.trim() === '') {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no text in the clipboard.'));
      return;
    }
    await this.#change(chosen, (deck, slides, options) =>
      insertSlides(deck, text, placeBeside(slides.at(-1)!, 'after'), options, from),
    );
  }

  /** The new slide's title is selected in the editor, to be typed over. */
  async #insertNew(chosen: ChosenSlides, placeFor: (slides: readonly Slide[]) => Place): Promise<void> {
    const title = vscode.l10n.t('New Slide');
    const [slide] =
      (await this.#change(chosen, (deck, slides, options) => {
        const place = placeFor(slides);
        return insertSlides(deck, `${'column' in place ? '#' : '##'} ${title}`, place, options);
      })) ?? [];
    const editor = this.services.currentSlide.editorOf(chosen.document);
    if (!slide || !editor) return;
    const start = slide.span.start + slide.content.text.lastIndexOf(title);
    const { document } = editor;
    editor.selection = new vscode.Selection(
      document.positionAt(start),
      document.positionAt(start + title.length),
    );
  }

  async #split({ document }: ChosenSlides): Promise<void> {
    const editor = this.services.currentSlide.editorOf(document);
    const offset = editor ? document.offsetAt(editor.selection.active) : 0;
    await this.services.deckEdits.apply(
      document,
      (deck, options) => splitSlide(deck, offset, options),
      vscode.l10n.t('Put the cursor between two lines of a slide to split it there.'),
    );
  }

  async #joinWithNext(chosen: ChosenSlides): Promise<void> {
    await this.#change(
      chosen,
      (deck, [slide], options) => joinWithNext(deck, slide!.index, options),
      vscode.l10n.t('No slide follows that this one could be joined with.'),
    );
  }

  /** The heading's markdown is offered, so that what is not changed of it stays. */
  async #rename(chosen: ChosenSlides): Promise<void> {
    const slide = chosen.slides[0]!;
    const number = slideNumber(slide, this.services.decks.deckOf(chosen.document));
    const value = headingSource(slide.content) ?? '';
    const title = await vscode.window.showInputBox({
      title: vscode.l10n.t('Rename Slide {0}', number),
      value,
      valueSelection: wordsIn(value, slide),
      placeHolder: titleText(slide),
      prompt: vscode.l10n.t('The slide’s first heading'),
      validateInput: (value) =>
        value.trim() === '' ? vscode.l10n.t('A heading can not be empty.') : undefined,
    });
    if (title === undefined) return;
    await this.#change({ ...chosen, slides: [slide] }, (deck, [found], options) =>
      renameSlide(deck, found!.index, title, options),
    );
  }
}

/** Where the title's words stand in its markdown, so that typing replaces only them; its end where they are not one piece. */
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
