import type { SeparatorSources, Tool } from './setup';

/** Three dashes alone between two line ends, wherever they are. */
const DASHES = '\\r?\\n---\\r?\\n';
/** reveal.js means `^\s*notes?:`, but its string escape is lost. */
const NOTES = '^s*notes?:';

/** What separates slides and notes where nothing else is configured. Without a vertical separator there are no columns. */
export const TOOL_SEPARATORS: Readonly<Record<Tool, SeparatorSources>> = {
  hedgedoc: {
    separator: '^\\r?\\n---\\r?\\n$',
    verticalSeparator: '^\\r?\\n----\\r?\\n$',
    notesSeparator: '^note:',
  },
  'reveal-md': { separator: DASHES, verticalSeparator: '\\r?\\n----\\r?\\n', notesSeparator: NOTES },
  reveal: { separator: DASHES, notesSeparator: NOTES },
  mkslides: { separator: DASHES, notesSeparator: NOTES },
  'vscode-reveal': {
    separator: '^\\r?\\n---\\r?\\n$',
    verticalSeparator: '^\\r?\\n--\\r?\\n$',
    notesSeparator: '^note:',
  },
};
