import * as vscode from 'vscode';
import type { Deck, SlideContent } from '../core/deck/deck';
import type { SlideId, SlideIds } from '../core/deck/slideIds';
import { classifyUrl } from '../core/files/urls';
import { type Look, lookOf } from '../core/options/slideOptions';
import { UNAPPLIED, type Unapplied } from '../core/options/unapplied';
import { FONT_STYLE_SHEETS, type LookStyles } from '../core/page/pageStyles';
import { withParallax } from '../core/page/parallax';
import { purifyCss } from '../core/render/attributeValues';
import { baseOf, folderOf } from '../services/deckRoot';
import { documentName } from '../services/documentFile';
import { saveLabel } from '../services/lostFiles';
import { plainName } from '../services/plainText';
import { settings } from '../services/settings';
import { previewAsset } from './html';
import type { DeckMessage, LostNotice, PageStyleSheet } from './messages';
import type { Pictures } from './pictures';
import type { Render } from './slideRenderer';

/** What a page shows. */
export interface PreviewState {
  readonly document: vscode.TextDocument;
  readonly locked: boolean;
  /** The deck's file is gone. */
  readonly lost: boolean;
}

/** How a deck looks in a page, with all files looked up. */
export interface PageLook {
  readonly look: Look;
  readonly stylesheets: readonly PageStyleSheet[];
  readonly unapplied: readonly Unapplied[];
}

/** A line of the strip above the slide, and the place in the document where a click on it leads. */
export interface Notice {
  readonly text: string;
  readonly offset: number | null;
}

/** What a preview tells its page about one deck, other than the slides' content. */
export class DeckMessages {
  #goodLook: Look | null = null;

  constructor(
    readonly webview: vscode.Webview,
    readonly extensionUri: vscode.Uri,
  ) {}

  of(
    deck: Deck,
    { document, locked, lost }: PreviewState,
    ids: SlideIds,
    pictures: Pictures,
    { look, stylesheets, unapplied }: PageLook,
    render: Render,
  ): DeckMessage {
    const { options, lost: lostBackground } = withParallax(look.options, pictures.resolve);
    return {
      type: 'deck',
      columns: columnsOf(deck, ids),
      verticalSlides: verticalSlidesOf(deck, ids, render),
      options,
      mermaid: look.mermaid,
      shape: settings.shape(document.uri),
      lostBackground,
      dialect: deck.dialect,
      title: vscode.l10n.t('Slides of {0}', documentName(document)),
      lang: look.lang,
      stylesheets,
      confineStyles: !vscode.workspace.isTrusted,
      notices: noticesOf(deck, unapplied, document).map(({ text }) => text),
      folder: this.#folder(baseOf(document.uri, deck.setup)),
      lost: lost ? lostNotice(document) : null,
      document: document.uri.toString(),
      locked,
    };
  }

  #folder(base: vscode.Uri): string {
    const folder = folderOf(base);
    return folder ? this.webview.asWebviewUri(folder).toString() : '';
  }

  /** Half-typed YAML would make the look jump: the last valid one stays until it can be read again. */
  lookOf(deck: Deck): Look {
    const isBroken = deck.frontMatter?.problem != null;
    if (isBroken && this.#goodLook) return this.#goodLook;
    const look = lookOf(deck);
    if (!isBroken) this.#goodLook = look;
    return look;
  }

  /** The look with addresses that the page can load. */
  pageLook(look: Look, { styles, unapplied }: LookStyles, resolve: Pictures['resolve']): PageLook {
    const all = [...unapplied];
    // Pages of reveal.js have no icons of their own.
    const { icons, sourceSansPro } = FONT_STYLE_SHEETS;
    const fonts = look.tool === 'hedgedoc' ? [icons, sourceSansPro] : [sourceSansPro];
    const stylesheets = [...styles, ...fonts].map((style) => {
      if (typeof style === 'string') return this.#asset(`styles/${style}`);
      const { css, origin } = style;
      const resolved = purifyCss(css, {
        resolve: (url, kind) => {
          const target = classifyUrl(url);
          const found = resolve(url, kind);
          if (found === '' && target.kind === 'remote' && origin)
            all.push({ template: UNAPPLIED.remoteFile, name: target.host, origin });
          return found;
        },
      });
      return { css: resolved };
    });
    return { look, stylesheets, unapplied: all };
  }

  #asset(name: string): string {
    return this.webview.asWebviewUri(previewAsset(this.extensionUri, name)).toString();
  }
}

/**
 * Everything except their text that determines the size of slides, in one string that changes when any of it
 * does.
 */
export function appearanceOf(
  { options, mermaid, shape, dialect, lang, stylesheets, confineStyles, verticalSlides }: DeckMessage,
  deck: Deck,
): string {
  const styles = deck.slides
    .filter(({ content }) => hasStyle(content))
    .map(({ content }) => styleText(content));
  const inParts = verticalSlides.map(([id]) => id);
  return JSON.stringify([
    options,
    mermaid,
    shape,
    dialect,
    lang,
    stylesheets,
    confineStyles,
    styles,
    inParts,
  ]);
}

const STYLE_ELEMENT = /<style/i;

/** Whether the slide has a style sheet, which styles the whole deck. */
export const hasStyle = known(STYLE_ELEMENT);

/** Whether the slide may consist of vertical slides. */
const mayHaveSections = known(/section/i);

/** Looks for something in slides, once in each. */
function known(sought: RegExp): (content: SlideContent) => boolean {
  const results = new WeakMap<SlideContent, boolean>();
  return (content) => {
    let has = results.get(content);
    if (has === undefined) {
      has = sought.test(content.text);
      results.set(content, has);
    }
    return has;
  };
}

/** From a slide's first style sheet to the end of its last. */
function styleText({ text }: SlideContent): string {
  return text.slice(text.search(STYLE_ELEMENT), text.toLowerCase().lastIndexOf('</style'));
}

function columnsOf(deck: Deck, ids: SlideIds): SlideId[][] {
  const columns: SlideId[][] = [];
  for (const { index, h } of deck.slides) {
    columns[h] ??= [];
    columns[h].push(ids.at(index)!);
  }
  return columns;
}

/** The page must know them before it has their content, for reveal.js counts them. */
function verticalSlidesOf(deck: Deck, ids: SlideIds, render: Render): [SlideId, number][] {
  if (deck.dialect === 'hedgedoc') return [];
  return deck.slides
    .filter(({ content, stacked }) => !stacked && mayHaveSections(content))
    .map((slide): [SlideId, number] => [ids.at(slide.index)!, render(slide).verticalSlides])
    .filter(([, count]) => count > 0);
}

function lostNotice({ uri }: vscode.TextDocument): LostNotice {
  const said = vscode.l10n.t('{0} no longer exists. This is its last text.', plainName(uri));
  return { text: said, save: saveLabel() };
}

/** What is wrong with the deck, then what is not applied. */
export function noticesOf(
  { problems }: Deck,
  unapplied: readonly Unapplied[],
  document: vscode.TextDocument,
): Notice[] {
  const notices = [
    ...problems.map(({ template, values, span }) => at(span.start, vscode.l10n.t(template, ...values))),
    ...unapplied.map(({ template, name, origin }) => {
      const said = vscode.l10n.t(template, name);
      return 'offset' in origin ? at(origin.offset, said) : { text: `${origin.file}: ${said}`, offset: null };
    }),
  ];
  // A style sheet names many files on one server.
  return [...new Map(notices.map((notice) => [notice.text, notice])).values()];

  function at(offset: number, said: string): Notice {
    const { line, character } = document.positionAt(offset);
    return { text: vscode.l10n.t('Line {0}, column {1}: {2}', line + 1, character + 1, said), offset };
  }
}
