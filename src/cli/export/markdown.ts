import { exportMarkdown } from '../../export/markdown';
import { deckFormat } from './deckFormat';
import { choiceOf } from './format';

export const text = deckFormat({
  name: 'text',
  extension: '.text.md',
  summary: 'one markdown document of what is on the slides, to read or to write minutes in',
  options: { notes: { type: 'string', default: 'none' } },
  help: `  --notes none             leave out the notes (default)
  --notes below            quote the notes of each slide after its text

Separators, comments and layout are left out; headings that slides repeat are there once. Pictures and links to files
lead from the folder of the output to where they are.`,
  prepare(values) {
    const notes = choiceOf(values, 'notes', ['none', 'below']);
    return (deck, surroundings) =>
      exportMarkdown(deck, notes === 'below' ? 'textAndNotes' : 'text', surroundings);
  },
});

export const notes = deckFormat({
  name: 'notes',
  extension: '.notes.md',
  summary: 'one markdown document of the notes, with the number and title of each slide, to speak by',
  options: {},
  help: '  no options of its own',
  prepare: () => (deck, surroundings) => exportMarkdown(deck, 'notes', surroundings),
});
