import { parseArgs } from 'node:util';
import { SETUP_NAMES } from '../core/deck/namedSetups';
import type { Command } from './command';
import { type ConfigProblem, complainOf } from './config';
import { dialectOption } from './deckFile';
import { compareFiles, type DeckDiff } from './diff/decks';
import { asGithub, asText } from './diff/formats';
import { asHtml } from './diff/html';
import { type DiffReport, reportOf } from './diff/report';
import { type Range, readRange, UNCOMMITTED } from './diff/revisions';
import { chosenFiles } from './diff/versions';
import { totalInWords } from './diff/words';
import { unknownFormat } from './errors';
import { exists } from './nodeFiles';
import { megabytes, print, printableJson } from './output';
import { checkTarget, writeAtomically } from './writeFile';

const FORMATS: Readonly<Record<string, (report: DiffReport) => string>> = {
  text: asText,
  json: (report) => `${printableJson(report)}\n`,
  github: asGithub,
};

const HELP = `deckwright diff [REV | REV..REV | REV...REV] [FILES …] [options]

Tells what changed in decks, slide by slide. FILES are decks and folders; default: the working directory.

  REV                the working tree against this revision of git; default: HEAD, the last commit
  REV..REV           one revision against another
  REV...REV          what the second has that the first does not have: for a pull request, origin/main...HEAD

  --format FORMAT    text, json, or github: markdown for a comment on a pull request; default: text
  --json             the same as --format json
  --html FILE        write a page that shows the changed slides before and after, with what differs marked; it needs no
                     other files, and pictures are those of each revision
  --force            overwrite this file if it exists
  --hidden           tell of slides, too, whose source changed, but nothing that they show: a comment, white space
  --dialect NAME     ${SETUP_NAMES.join(', ')}; default: from
                     .deckwright.json or the deck itself

Moved, copied, split and joined slides are recognized, and so are renamed decks. What differs on a slide is one or more
of: text, picture, link, background, style, notes.

The JSON is {"decks": [{"before", "after", "slides", "settings", "styles", "files", "setup", "dialects"}]}. "before" and
"after" are the names of the file, null for a deck that is new or deleted. "slides" are those that changed, each {"change",
"moved", "aspects", "before", "after", "kin"}: the change is "added", "removed" or "changed", "before" and "after" are
{"number", "title", "line"} or null, and "kin" is {"kind", "number"} for a slide that is a "copy", was "split" off or is
"joined" with another. "settings" are values of the frontmatter, each {"name", "before", "after"}. "files" are style sheets
that differ, and pictures in these and in the options of the deck. "setup" are the parts that differ of what sets up the
deck in .deckwright.json or the configuration of its tool.

The exit code is 0 whether or not anything changed, 1 if some of the decks can't be read or
something is not in the page, 2 if nothing can be compared.
`;

export const diffCommand: Command = {
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        json: { type: 'boolean', default: false },
        hidden: { type: 'boolean', default: false },
        html: { type: 'string' },
        force: { type: 'boolean', default: false },
        dialect: { type: 'string' },
      },
    });
    const format = formatOf(values.json ? 'json' : (values.format ?? 'text'));
    const dialect = dialectOption(values.dialect);
    const output = values.html;
    if (output !== undefined) await checkTarget(output, values.force);
    const { range, files } = await readPositionals(positionals);
    const diffs = await compareFiles(await chosenFiles(range, files), dialect);
    const compared = diffs.filter((diff): diff is DeckDiff => diff !== null);
    if (compared.length === 0 && diffs.length > 0) return 2;
    const report = reportOf(compared, values.hidden);
    const unread = compared.length < diffs.length ? 1 : 0;
    if (output === undefined) print(format(report));
    const missing = output === undefined ? 0 : await writePage(output, compared, values, report);
    return Math.max(complainOf(problemsIn(compared)), unread, missing);
  },
};

/** What is wrong around the decks as they are now: what was wrong earlier can't be mended. */
function problemsIn(diffs: readonly DeckDiff[]): ConfigProblem[] {
  const states = new Set(diffs.flatMap(({ after }) => after?.version.state ?? []));
  return [...states].flatMap(({ recognizer }) => recognizer.problems);
}

/** Writes the page, says so, and returns the exit code. */
async function writePage(
  output: string,
  diffs: readonly DeckDiff[],
  { hidden, force }: { readonly hidden: boolean; readonly force: boolean },
  report: DiffReport,
): Promise<0 | 1> {
  const { html, problems } = await asHtml(diffs, { report, withHidden: hidden });
  await writeAtomically(output, html, force);
  print(`${output}: ${totalInWords(report)}, ${megabytes(html.length)}\n`);
  return problems > 0 ? 1 : 0;
}

function formatOf(name: string): (report: DiffReport) => string {
  if (Object.hasOwn(FORMATS, name)) return FORMATS[name]!;
  throw unknownFormat(name, Object.keys(FORMATS));
}

/** As git has it: what comes first is a revision, unless there is a file of this name. */
async function readPositionals(
  positionals: readonly string[],
): Promise<{ range: Range; files: readonly string[] }> {
  const [first, ...others] = positionals;
  const isFile = first === undefined || (await exists(first)) || /\.(?:md|markdown)$/i.test(first);
  const files = isFile ? positionals : others;
  return {
    range: isFile ? UNCOMMITTED : readRange(first),
    files: files.length > 0 ? files : ['.'],
  };
}
