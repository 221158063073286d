import path from 'node:path';
import type { SlideChange } from '../../core/compare/comparison';
import { ADDED_CLASS, markChanges, REMOVED_CLASS } from '../../core/compare/markChanges';
import {
  buildComparisonPage,
  type ComparedDeck,
  type ComparedSlide,
  comparisonPolicy,
} from '../../core/page/comparisonPage';
import { inlineScript, type PageSlide } from '../../core/page/page';
import { addressOf } from '../../core/page/pageStart';
import { type ExportedDeck, exportDeck } from '../../export/exportDeck';
import type { Retouch } from '../../export/exportOptions';
import { readText, scriptHash } from '../../export/runtime';
import { coloring } from '../export/coloring';
import { runtime, surroundingsOf } from '../export/deckFormat';
import { complain } from '../output';
import type { DeckDiff, DeckVersion } from './decks';
import { type DeckReport, type DiffReport, isTold } from './report';
import { changeInWords, deckInWords, nameInWords, totalInWords } from './words';

/** Around words and pictures, whatever the theme does with `<mark>`. */
const MARKS = `
.${REMOVED_CLASS}, .${ADDED_CLASS} { color: #000 !important; border-radius: 0.1em; forced-color-adjust: none }
.${REMOVED_CLASS} { background: #ffc9c9 !important; text-decoration: line-through }
.${ADDED_CLASS} { background: #b7f0c0 !important }
:is(img, svg, video, iframe, pre, span).${REMOVED_CLASS} { outline: 4px solid #d1242f !important; outline-offset: 4px }
:is(img, svg, video, iframe, pre, span).${ADDED_CLASS} { outline: 4px solid #1a7f37 !important; outline-offset: 4px }
`;

export interface HtmlOptions {
  readonly report: DiffReport;
  readonly withHidden: boolean;
}

/** A page that shows the slides that differ, before and after. Reports what is not in it; `problems` counts that. */
export async function asHtml(
  diffs: readonly DeckDiff[],
  { report, withHidden }: HtmlOptions,
): Promise<{ html: string; problems: number }> {
  const decks: ComparedDeck[] = [];
  let problems = 0;
  for (const deckReport of report.decks) {
    const diff = diffs.find((each) => isAbout(each, deckReport))!;
    const made = await comparedDeck(diff, deckReport, withHidden);
    decks.push(made.deck);
    problems += made.problems;
  }
  const script = inlineScript(await readText(runtime, 'page/comparison.js'));
  const pages = decks.flatMap(({ before, after }) => [before ?? '', after ?? '']);
  const html = buildComparisonPage({
    title: totalInWords(report),
    decks,
    style: await readText(runtime, 'page/comparison.css'),
    script,
    policy: comparisonPolicy([await scriptHash(script), ...new Set(pages.flatMap(allowedScripts))]),
  });
  return { html, problems };
}

/** The hashes of the scripts that an exported page allows itself: its frame may do no more than the page around it. */
function allowedScripts(page: string): string[] {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  return Array.from(policy.matchAll(/sha256-([\w+/=]+)/g), ([, hash]) => hash!);
}

function isAbout({ before, after }: DeckDiff, report: DeckReport): boolean {
  const is = (version: DeckVersion | null, name: string | null) =>
    name === null ? !version : version?.version.file === path.resolve(name);
  return is(before, report.before) && is(after, report.after);
}

async function comparedDeck(
  diff: DeckDiff,
  report: DeckReport,
  withHidden: boolean,
): Promise<{ deck: ComparedDeck; problems: number }> {
  const make = (version: DeckVersion | null, retouch?: Retouch) => version && exported(version, retouch);
  const [before, after] = [await make(diff.before), await make(diff.after)];
  const told = diff.comparison.slides.filter((change) => isTold(change, withHidden));
  const marked = markedSlides(told, before, after);
  const pages = {
    before: (await make(diff.before, retouchWith(marked.before)))?.html ?? null,
    after: (await make(diff.after, retouchWith(marked.after)))?.html ?? null,
  };
  const problems = [tell(diff.before, before), tell(diff.after, after)];
  const deck = {
    name: nameInWords(report),
    notes: deckInWords(report),
    changes: told.map((change, index) => comparedSlide(change, report.slides[index]!, before, after)),
    ...pages,
  };
  return { deck, problems: problems.reduce((sum, each) => sum + each) };
}

async function exported(
  { version: { file, state }, deck }: DeckVersion,
  retouch: Retouch | undefined,
): Promise<ExportedDeck> {
  const surroundings = await surroundingsOf(file, state.git.folder, state.recognizer, {});
  const files = state.filesAround(file);
  const { highlight } = coloring();
  return exportDeck(deck, { ...surroundings, files, assets: 'inline', embeds: 'card', highlight, retouch });
}

/** The HTML of the slides that changed, by index, with what differs marked. */
function markedSlides(
  changes: readonly SlideChange[],
  before: ExportedDeck | null,
  after: ExportedDeck | null,
) {
  const marked = { before: new Map<number, string>(), after: new Map<number, string>() };
  for (const change of changes) {
    const [earlier, later] = [before?.slides[change.before ?? -1], after?.slides[change.after ?? -1]];
    if (!earlier || !later || change.aspects.length === 0) continue;
    const html = markChanges(earlier.html, later.html);
    marked.before.set(earlier.slide.index, html.before);
    marked.after.set(later.slide.index, html.after);
  }
  return marked;
}

function retouchWith(marked: ReadonlyMap<number, string>): Retouch {
  return { css: MARKS, html: ({ slide, html }: PageSlide) => marked.get(slide.index) ?? html };
}

function comparedSlide(
  change: SlideChange,
  report: DeckReport['slides'][number],
  before: ExportedDeck | null,
  after: ExportedDeck | null,
): ComparedSlide {
  const place = (report.after ?? report.before)!;
  const addressIn = (deck: ExportedDeck | null, index: number | null) =>
    deck && index !== null ? addressOf({ index }, deck.slides) || '#/' : null;
  return {
    number: place.number,
    title: place.title || '(no text)',
    change: changeInWords(report),
    before: addressIn(before, change.before),
    after: addressIn(after, change.after),
  };
}

/** Says what is not in the page of a version, and returns how many things. */
function tell(version: DeckVersion | null, made: ExportedDeck | null): number {
  if (!version || !made) return 0;
  const { file, state } = version.version;
  const name = path.relative('', file) + (state.commit === null ? '' : ` at ${state.commit.slice(0, 8)}`);
  for (const { line, message } of made.problems) complain(`${name}:${line + 1}: ${message}`);
  return made.problems.length;
}
