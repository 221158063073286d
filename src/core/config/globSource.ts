/** Whether this is a valid glob. */
export function isGlob(glob: string): boolean {
  try {
    new RegExp(globSource(glob), 'u');
    return true;
  } catch {
    return false;
  }
}

/** A regular expression that matches exactly this text. */
export function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

const TOKEN = /\*\*\/|\*\*|\[[!^]?[^\]/]+\]|./gsu;

/**
 * The regular expression of a glob, in the syntax that JavaScript and RE2 share; not a valid one if brackets
 * or braces are not closed or a range is reversed.
 */
export function globSource(glob: string): string {
  let depth = 0;
  const path = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  return path.replace(TOKEN, (token) => {
    if (token === '{') depth++;
    if (token === '}') depth--;
    if (token === ',') return depth > 0 ? '|' : ',';
    return TRANSLATED[token] ?? (token.length > 2 ? set(token) : quote(token));
  });
}

const TRANSLATED: Readonly<Record<string, string>> = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '[': '[',
  '{': '(?:',
  '}': ')',
};

/** A set of characters; only the dash is special within it. */
function set(token: string): string {
  const [, negation, characters] = /^\[([!^]?)(.+)\]$/su.exec(token)!;
  return `[${negation ? '^/' : ''}${characters!.replace(/[\\[\]^]/g, '\\$&')}]`;
}
