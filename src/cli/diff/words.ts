import type { SettingChange } from '../../core/compare/comparison';
import type { SetupPart } from '../../core/compare/settings';
import { count } from '../output';
import type { DeckReport, DiffReport, SlideReport } from './report';

/** The name of a deck, and how it was called before if that was another name. */
export function nameInWords({ before, after }: DeckReport): string {
  if (before === null) return `${after} (new)`;
  if (after === null) return `${before} (deleted)`;
  return before === after ? after : `${after} (was ${before})`;
}

/** What happened to a slide: "moved from 3, text, notes". */
export function changeInWords({ change, before, moved, aspects, kin }: SlideReport): string {
  const shown = aspects.map((aspect) => (aspect === 'hidden' ? 'nothing that shows' : aspect));
  if (change !== 'changed') return [change, kin && KIN[kin.kind](kin.number)].filter(Boolean).join(', ');
  return [...(moved ? [`moved from ${before!.number}`] : []), ...shown].join(', ');
}

const KIN: Readonly<Record<NonNullable<SlideReport['kin']>['kind'], (number: string) => string>> = {
  copy: (number) => `copy of ${number}`,
  split: (number) => `split from ${number}`,
  joined: (number) => `now on ${number}`,
};

const SETUP: Readonly<Record<SetupPart, string>> = {
  separators: 'separators',
  theme: 'theme',
  highlightTheme: 'highlight theme',
  css: 'style sheets',
  options: 'options',
  mermaid: 'mermaid',
  math: 'formulas',
  page: 'page',
};

/** What changed for the whole deck, each in a line. */
export function deckInWords({ settings, styles, files, setup, dialects }: DeckReport): string[] {
  return [
    ...settings.map(settingInWords),
    ...(styles ? ['style sheets at the head of the deck'] : []),
    ...files.map((file) => `${file} has changed`),
    ...(setup.length > 0 ? [`set up differently: ${setup.map((part) => SETUP[part]).join(', ')}`] : []),
    ...(dialects ? [`dialect: ${dialects.before} → ${dialects.after}`] : []),
  ];
}

function settingInWords({ name, before, after }: SettingChange): string {
  return `${name}: ${valueInWords(before)} → ${valueInWords(after)}`;
}

function valueInWords(value: SettingChange['before']): string {
  if (value === null || value === undefined) return '(none)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** "2 slides changed, 1 added", or that nothing did. */
export function totalInWords({ decks }: DiffReport): string {
  const slides = decks.flatMap((deck) => deck.slides);
  const numberOf = (isMeant: (slide: SlideReport) => boolean) => slides.filter(isMeant).length;
  const parts = [
    {
      number: numberOf(({ change, aspects }) => change === 'changed' && aspects.length > 0),
      what: 'changed',
    },
    { number: numberOf(({ moved }) => moved), what: 'moved' },
    { number: numberOf(({ change }) => change === 'added'), what: 'added' },
    { number: numberOf(({ change }) => change === 'removed'), what: 'removed' },
  ].filter(({ number }) => number > 0);
  const [first, ...others] = parts;
  if (!first) return 'No slides have changed';
  return [
    `${count(first.number, 'slide')} ${first.what}`,
    ...others.map(({ number, what }) => `${number} ${what}`),
  ].join(', ');
}
