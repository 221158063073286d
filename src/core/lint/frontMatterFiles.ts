import { TOOL_NAMES } from '../deck/namedSetups';
import { findFile } from '../files/deckFiles';
import { classifyUrl } from '../files/urls';
import { type Wish, wishesOf } from '../options/wishes';
import type { Span } from '../text/spans';
import { changeTo } from './changeTo';
import type { DeckContext } from './rule';

/** Reports the files that the frontmatter names for the deck's page and that are not there. */
export function checkNamedFiles(context: DeckContext): void {
  const { deck, report } = context;
  const tool = TOOL_NAMES[deck.setup.tool];
  for (const wish of namedFiles(context)) {
    const found = lookedUp(wish.name, context);
    if (!found) continue;
    const span = placeOf(wish, context);
    const meant = found.nearest && wish.name.replace(/[^/]*$/, found.nearest.replace(/^.*\//, ''));
    const effect = wish.isTemplate ? `${tool} cannot show the deck` : `${tool} shows the deck without it`;
    const remedy = meant ? `Did you mean "${meant}"?` : 'Put the file there or correct the path.';
    report({
      message: found.isUncommitted
        ? `"${wish.name}" is not in the commit, so ${effect}. Stage it with "git add".`
        : `"${wish.name}" does not exist, so ${effect}. ${remedy}`,
      span,
      severity: wish.isTemplate ? 'error' : 'warning',
      fixes: meant ? [changeTo(meant, span)] : [],
    });
  }
}

interface NamedFile extends Wish {
  readonly isTemplate: boolean;
}

function namedFiles({ deck }: DeckContext): NamedFile[] {
  const { tool } = deck.setup;
  const { theme, css, scripts, template } = wishesOf(deck, tool, null);
  const parts = (wishes: readonly Wish[]) => wishes.map((wish) => ({ ...wish, isTemplate: false }));
  if (tool === 'vscode-reveal') return parts(css);
  if (tool !== 'reveal-md') return [];
  const sheets = theme && /\.css$/i.test(theme.name) ? [theme, ...css] : css;
  return [...parts([...sheets, ...scripts]), ...(template ? [{ ...template, isTemplate: true }] : [])];
}

interface Missing {
  readonly nearest: string | undefined;
  /** Whether only the commit lacks it. */
  readonly isUncommitted: boolean;
}

/**
 * What is known of a file that is missing wherever the tool may be started: from the deck's folder up. Null if it is
 * there, is not known yet, or comes with an installation.
 */
function lookedUp(name: string, { files }: DeckContext): Missing | null {
  const target = classifyUrl(name);
  if (target.kind !== 'local' || /(?:^|\/)node_modules\//.test(target.path)) return null;
  const path = target.path.replace(/^\/+/, '');
  let nearest: string | undefined;
  let isUncommitted = false;
  for (let up = files.deck.split('/').length - 1; up >= 0; up--) {
    const found = findFile(files, '../'.repeat(up) + path);
    if (found?.kind === 'missing') {
      nearest = found.nearest ?? nearest;
      isUncommitted ||= found.isUncommitted;
    } else if (found?.kind !== 'outside') return null;
  }
  return { nearest: isUncommitted ? undefined : nearest, isUncommitted };
}

/** The name within its value. */
function placeOf({ name, origin }: Wish, { deck: { text, frontMatter } }: DeckContext): Span {
  const entries = [...frontMatter!.entries.values()];
  const { key, value } = entries.find(({ key }) => 'offset' in origin && key.start === origin.offset)!;
  const at = text.indexOf(name, value.start);
  return at >= 0 && at < value.end ? { start: at, end: at + name.length } : key;
}
