import type { Dialect } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import type { RenderedSlide, RenderOptions } from '../../../src/core/render/rendered';
import { renderSlide } from '../../../src/core/render/renderSlide';

/** Renders a text that is one slide. */
export function render(text: string, options: Partial<RenderOptions> = {}): RenderedSlide {
  const dialect = options.dialect ?? 'hedgedoc';
  const [slide] = parseDeck(text, { setup: dialect }).slides;
  return renderSlide(slide!.content, { dialect, resolve: (url) => url, sourceLines: false, ...options });
}

/** The content of HedgeDoc's `<div>`. */
export function html(text: string, options: Partial<RenderOptions> = {}): string {
  const rendered = render(text, { ...options, dialect: 'hedgedoc' }).html;
  return rendered.replace(/^<div>([\s\S]*)<\/div>$/, '$1').trim();
}

/** The content of the section in a reveal.js deck. */
export function revealHtml(text: string, options: Partial<RenderOptions> = {}): string {
  return render(text, { dialect: 'reveal', ...options }).html.trim();
}

export const DIALECTS: readonly Dialect[] = ['hedgedoc', 'reveal'];
