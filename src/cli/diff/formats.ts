import type { DeckReport, DiffReport, SlideReport } from './report';
import { changeInWords, deckInWords, nameInWords, totalInWords } from './words';

/** For reading in a terminal. */
export function asText(report: DiffReport): string {
  return `${report.decks.map(deckAsText).join('')}${totalInWords(report)}.\n`;
}

function deckAsText(deck: DeckReport): string {
  const rows = deck.slides.map((slide) => ({ number: numberOf(slide), ...rowOf(slide) }));
  const width = Math.max(0, ...rows.map(({ number }) => number.length));
  const lines = rows.map(({ number, title, change }) => `  ${number.padEnd(width)}  ${title}  (${change})\n`);
  const ofDeck = deckInWords(deck).map((line) => `  ${line}\n`);
  return `${nameInWords(deck)}\n${lines.join('')}${ofDeck.join('')}\n`;
}

/** Markdown for a comment on GitHub. */
export function asGithub(report: DiffReport): string {
  return `### ${totalInWords(report)}\n${report.decks.map(deckAsGithub).join('')}`;
}

function deckAsGithub(deck: DeckReport): string {
  const rows = deck.slides.map((slide) => {
    const { title, change } = rowOf(slide);
    return `| ${numberOf(slide)} | ${inert(title)} | ${change} |\n`;
  });
  const table = rows.length > 0 ? `\n| Slide | Title | Change |\n| --- | --- | --- |\n${rows.join('')}` : '';
  const ofDeck = deckInWords(deck).map((line) => `- ${inert(line)}\n`);
  return `\n**${inert(nameInWords(deck))}**\n${table}${ofDeck.length > 0 ? '\n' : ''}${ofDeck.join('')}`;
}

/** A removed slide has only its old number. */
function numberOf({ before, after }: SlideReport): string {
  return (after ?? before)!.number;
}

function rowOf(slide: SlideReport): { title: string; change: string } {
  const { title } = (slide.after ?? slide.before)!;
  return { title: title || '(no text)', change: changeInWords(slide) };
}

/** Text that GitHub shows as it is: no markup, nobody notified, nothing linked. */
function inert(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~]/g, '\\$&')
    .replace(/[@#]|(?<=http|https|www)(?=[:.])/g, '$&<!-- -->');
}
