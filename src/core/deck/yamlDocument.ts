import { type Document, parseDocument, type YAMLError } from 'yaml';

/** A parsed YAML text. */
export interface YamlDocument {
  readonly document: Document.Parsed;
  /** Turns the document's offsets into those of the text. */
  toSource(offset: number): number;
}

/** No frontmatter has more such lines; each costs another try. */
const MAX_INDENTED = 100;

/**
 * Parses YAML whose lines end with LF or CRLF. What is between brackets or quotation marks may continue in any column, as the
 * parsers of HedgeDoc and all other tools have it: these lines are indented for the library, which insists on that. If
 * that does not help, the result is that of the text as it is.
 */
export function parseYamlDocument(yaml: string): YamlDocument {
  const asWritten = parse(yaml);
  const width = Math.max(...[...yaml.matchAll(/^[ \t]*/gm)].map(([indent]) => indent.length)) + 1;
  const starts: number[] = [];
  const toSource = (offset: number) =>
    starts.reduce((at, start) => (at > start ? Math.max(start, at - width) : at), offset);
  let document = asWritten;
  while (document.errors[0] && starts.length < MAX_INDENTED) {
    const start = continuationAt(document.errors[0], indented(yaml, starts, width));
    const source = start === null ? null : toSource(start);
    if (source === null || source <= (starts.at(-1) ?? 0)) break;
    starts.push(source);
    document = parse(indented(yaml, starts, width));
  }
  return document.errors.length > 0
    ? { document: asWritten, toSource: (offset) => offset }
    : { document, toSource };
}

function parse(yaml: string): Document.Parsed {
  return parseDocument(yaml, { uniqueKeys: false, schema: 'core', logLevel: 'silent' });
}

function indented(yaml: string, starts: readonly number[], width: number): string {
  const space = ' '.repeat(width);
  return starts.reduceRight((text, start) => text.slice(0, start) + space + text.slice(start), yaml);
}

/** Start of the line that continues brackets or quotation marks and is not indented; null if that is not the error. */
function continuationAt({ code, message, pos }: YAMLError, yaml: string): number | null {
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return yaml.lastIndexOf('\n', pos[0] - 1) + 1;
  if (code !== 'MISSING_CHAR' || !message.startsWith('Missing closing')) return null;
  const lineEnd = yaml.indexOf('\n', pos[0]);
  return lineEnd < 0 || lineEnd === yaml.length - 1 ? null : lineEnd + 1;
}
