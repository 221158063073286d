import type { YamlValue } from '../deck/deck';
import { isRecord } from '../text/isRecord';

/** How mermaid draws, as far as a deck has a say in it: nothing here could run or load anything. */
export interface MermaidOptions {
  readonly theme?: string;
  readonly fontFamily?: string;
  readonly themeVariables?: Readonly<Record<string, string | number | boolean>>;
}

const THEMES: readonly unknown[] = ['default', 'base', 'dark', 'forest', 'neutral', 'null'];
/** Colors, sizes and fonts. The text ends up in style sheets, which it must not be able to continue. */
const STYLE = /^[\w\s"'#%(),.-]{1,200}$/;
const VARIABLE = /^[a-z]\w{0,50}$/i;

/**
 * What reveal-md hands over to mermaid, without everything that is not known to be harmless; null if it draws no
 * diagrams.
 *
 * @param written the values of `mermaid`, the most important first; each completes those before it
 */
export function mermaidOptions(written: readonly (YamlValue | undefined)[]): MermaidOptions | null {
  const given = written.filter((value) => value !== undefined && value !== null);
  if (given[0] === false) return null;
  const layers = given.filter((value) => isRecord(value)).reverse();
  const { theme, fontFamily }: Mapping = Object.assign({}, ...layers);
  const variables = Object.assign({}, ...layers.map(({ themeVariables }) => themeVariables).filter(isRecord));
  const themeVariables = Object.entries(variables as Mapping).filter(
    ([name, value]) => VARIABLE.test(name) && !(name in Object.prototype) && isStyle(value),
  );
  return {
    ...(typeof theme === 'string' && THEMES.includes(theme) && { theme }),
    ...(typeof fontFamily === 'string' && isStyle(fontFamily) && { fontFamily }),
    ...(themeVariables.length > 0 && {
      themeVariables: Object.fromEntries(themeVariables) as MermaidOptions['themeVariables'],
    }),
  };
}

type Mapping = { readonly [key: string]: YamlValue };

function isStyle(value: YamlValue): boolean {
  return typeof value === 'string' ? STYLE.test(value) : ['number', 'boolean'].includes(typeof value);
}
