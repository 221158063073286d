import type { YamlValue } from './deck';

/** The tools that make slides of markdown, as far as Deckwright knows their rules. */
export type Tool = 'hedgedoc' | 'reveal-md' | 'reveal' | 'mkslides' | 'vscode-reveal';

/**
 * Patterns that split a deck, as a tool's configuration has them: JavaScript's syntax as far as RE2 has it. What is
 * missing is the tool's default.
 */
export interface SeparatorSources {
  readonly separator?: string;
  readonly verticalSeparator?: string;
  readonly notesSeparator?: string;
}

/**
 * How what surrounds a deck says that it is read and shown: `.deckwright.json`, a configuration of its tool, the HTML
 * page that loads it. What the deck's own frontmatter says has priority where the tool reads it.
 *
 * Paths are relative to the deck's folder, with forward slashes, as if the deck named them.
 */
export interface Setup {
  readonly tool: Tool;
  /** The file that says so, relative to the workspace folder or repository: for the user to read. */
  readonly source: string;
  /**
   * Whether it names this very file, or some files and this among them, as a page or a glob does. What holds for a
   * whole folder holds for the readme in it too.
   */
  readonly namesDeck: boolean;
  readonly separators: SeparatorSources;
  /** Name of one of reveal.js's themes, or path or address of a style sheet. */
  readonly theme?: string;
  /** Name of one of highlight.js's styles, or path or address of a style sheet. */
  readonly highlightTheme?: string;
  /** Paths or addresses of style sheets, applied after the theme in this order. */
  readonly css: readonly string[];
  /** Paths or addresses of scripts. They are never run, only named. */
  readonly scripts: readonly string[];
  /** The page's template, which is not used, only named. */
  readonly template?: string;
  /** A script that changes the markdown before it is read, which is never run, only named. */
  readonly preprocessor?: string;
  /** Options of reveal.js, not checked yet. */
  readonly options: Readonly<Record<string, YamlValue>>;
  /** Options of mermaid, not checked yet; false if diagrams are not drawn. */
  readonly mermaid?: YamlValue;
  /** Whether the page loads reveal.js's math plugin. */
  readonly math: boolean;
  /** The page that loads the deck, alone or as one of its parts: pictures and links count from its folder. */
  readonly page?: SetupPage;
}

/** A page that loads decks. */
export interface SetupPage {
  /**
   * The page, relative to the workspace folder or repository. If it has a `<base>`, the path that the page would have
   * there: relative paths count from it.
   */
  readonly file: string;
  /** All markdown files that the page loads, in its order, relative to the deck's folder. */
  readonly parts: readonly string[];
  /** What the page's own `<style>` elements hold, in its order. */
  readonly styles: readonly string[];
}
