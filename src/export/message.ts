import * as vscode from 'vscode';
import type { ExportProblem, Missing } from './exportOptions';

/** What was done, and what is missing in its result, in words for the user. */
export function withProblems(done: string, problems: readonly ExportProblem[]): string {
  const others = problems.filter(({ missing }) => !missing).length;
  return [
    done,
    ...missingSentence(problems.flatMap(({ missing }) => missing ?? [])),
    ...(others === 1 ? [vscode.l10n.t('There is 1 problem in the frontmatter.')] : []),
    ...(others > 1 ? [vscode.l10n.t('There are {0} problems in the frontmatter.', others)] : []),
  ].join(' ');
}

function missingSentence(missing: readonly Missing[]): string[] {
  const counts = KINDS.flatMap((kind) => {
    // A picture named twice is still one picture.
    const urls = missing.flatMap((each) => (each.kind === kind ? [each.url] : []));
    const count = new Set(urls).size;
    return count > 0 ? [{ kind, count }] : [];
  });
  const [first] = counts;
  if (!first) return [];
  if (counts.length === 1 && first.count === 1) return [SINGLE[first.kind]()];
  const list = counts.map(({ kind, count }) => (count === 1 ? ONE[kind]() : MANY[kind](count)));
  const joined = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(list);
  return [vscode.l10n.t('{0} could not be included.', joined)];
}

const KINDS: readonly Missing['kind'][] = ['picture', 'video', 'sound', 'font', 'file', 'page'];

/** Whole sentences, since other languages have the verb agree. */
const SINGLE: Record<Missing['kind'], () => string> = {
  picture: () => vscode.l10n.t('1 picture could not be included.'),
  video: () => vscode.l10n.t('1 video could not be included.'),
  sound: () => vscode.l10n.t('1 sound could not be included.'),
  font: () => vscode.l10n.t('1 font could not be included.'),
  file: () => vscode.l10n.t('1 file could not be included.'),
  page: () => vscode.l10n.t('1 embedded page could not be included.'),
};

const ONE: Record<Missing['kind'], () => string> = {
  picture: () => vscode.l10n.t('1 picture'),
  video: () => vscode.l10n.t('1 video'),
  sound: () => vscode.l10n.t('1 sound'),
  font: () => vscode.l10n.t('1 font'),
  file: () => vscode.l10n.t('1 file'),
  page: () => vscode.l10n.t('1 embedded page'),
};

const MANY: Record<Missing['kind'], (count: number) => string> = {
  picture: (count) => vscode.l10n.t('{0} pictures', count),
  video: (count) => vscode.l10n.t('{0} videos', count),
  sound: (count) => vscode.l10n.t('{0} sounds', count),
  font: (count) => vscode.l10n.t('{0} fonts', count),
  file: (count) => vscode.l10n.t('{0} files', count),
  page: (count) => vscode.l10n.t('{0} embedded pages', count),
};
