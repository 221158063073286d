import type { TextProblem } from '../deck/deck';
import { problem } from '../deck/problems';
import { pathFrom } from '../files/deckFiles';
import { classifyUrl } from '../files/urls';
import { folderOfPath } from './deckPaths';
import type { SetupValues } from './values';

/** A file that a configuration names. */
export interface NamedFile {
  /** As written. */
  readonly name: string;
  /** Without it no deck is shown. */
  readonly isTemplate: boolean;
}

/** Of reveal-md's installation. */
const OWN_TEMPLATE = 'template/reveal.html';

/** The files of the decks' page that `reveal-md.json` names. */
export function namedFiles({ theme, css, scripts, template }: SetupValues): NamedFile[] {
  const sheets = theme !== undefined && /\.css$/i.test(theme) ? [theme, ...css] : css;
  const named = [...sheets, ...scripts].map((name) => ({ name, isTemplate: false }));
  return template === undefined || template === OWN_TEMPLATE
    ? named
    : [...named, { name: template, isTemplate: true }];
}

/**
 * Where a file may be that a configuration names, as paths from the root: reveal-md may be started in the
 * configuration's folder or in one above. Null if it may be outside of the root, or comes with an installation.
 */
export function placesOf(name: string, configuration: string): string[] | null {
  const target = classifyUrl(name);
  if (target.kind !== 'local' || /(?:^|\/)node_modules\//.test(target.path)) return null;
  const written = target.path.replace(/^\/+/, '');
  const places: string[] = [];
  let from = configuration;
  for (;;) {
    const place = pathFrom(from, written);
    if (place === null) return null;
    places.push(place);
    if (!from.includes('/')) return places;
    from = folderOfPath(from);
  }
}

/** That a file does not exist, at its name in the configuration's text. */
export function missingFile({ name, isTemplate }: NamedFile, text: string): TextProblem {
  const start = Math.max(text.indexOf(name), 0);
  const effect = isTemplate ? 'reveal-md cannot show the decks' : 'reveal-md shows the decks without it';
  const message = `"{0}" does not exist, so ${effect}. Put the file there or correct the path.`;
  return problem(message, { start, end: text.startsWith(name, start) ? start + name.length : start }, name);
}
