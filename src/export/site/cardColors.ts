import type { Look } from '../../core/options/slideOptions';
import type { CardColors } from '../../core/page/siteIndex';
import { type ReadRuntime, readText } from '../runtime';

/** The colors of a deck's theme. What the author's own style sheets say is not considered. */
export async function cardColors({ tool, theme }: Look, runtime: ReadRuntime): Promise<CardColors> {
  const folder = tool === 'hedgedoc' ? 'hedgedoc' : 'themes';
  const css = await readText(runtime, `preview/styles/${folder}/${theme}.css`);
  return {
    background: variable(css, ['hd-background-color', 'r-background-color']) ?? '#191919',
    text: variable(css, ['hd-heading-color', 'r-heading-color', 'hd-color']) ?? '#eee',
  };
}

function variable(css: string, names: readonly string[]): string | null {
  for (const name of names) {
    const value = new RegExp(`--${name}:\\s*([^;}]+)`).exec(css)?.[1];
    if (value !== undefined) return value.trim();
  }
  return null;
}
