/**
 * Writes the style sheets of the slides: what the preview loads and the export inlines. Nothing in them points
 * outside of `outDir`.
 *
 *   reveal.css             reveal.js's layout, without its rule for the page, and what keeps it still (motion.css)
 *   hedgedoc.css           the HedgeDoc look (media/slides), with hedgedoc/<theme>.css for the eleven themes
 *   page.css               reveal.js's reset and its rule for the page, for the reveal dialects
 *   themes/<theme>.css     reveal.js's own themes for the reveal dialects
 *   themes/reveal5/        what differs in those of reveal.js 5
 *   lineNumbers.css        numbered code, whose rules reveal.js's highlight plugin puts into the page by script
 *   highlight/<name>.css   code colors that are the default of a tool
 *   highlight/styles.json  all styles of highlight.js by name
 *   icons.css              Fork Awesome, for slides with `<i class="fa fa-…">`
 *   source-sans-pro.css    the one font HedgeDoc has that decks can name
 *   webview.css            takes back VS Code's own styles, for the preview
 *   fonts/                 every font file once
 *
 * A page loads webview.css (preview only), reveal.css, then for HedgeDoc hedgedoc.css and hedgedoc/<theme>.css, for
 * the reveal dialects page.css, themes/<theme>.css (and reveal5/<theme>.css) or the author's own, code colors, and lineNumbers.css; icons.css and
 * source-sans-pro.css come last and can be left out of a page that uses neither. The deck's own <style> comes after all.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const require = createRequire(import.meta.url);
const own = fileURLToPath(new URL('../media/slides', import.meta.url));

/** The classic themes, which HedgeDoc has too. */
export const themes = [
  'beige',
  'black',
  'blood',
  'league',
  'moon',
  'night',
  'serif',
  'simple',
  'sky',
  'solarized',
  'white',
];
const laterThemes = ['black-contrast', 'dracula', 'white-contrast'];

/** @param {string} outDir emptied first */
export function buildSlideStyles(outDir) {
  rmSync(outDir, { recursive: true, force: true });
  const write = (/** @type {string} */ name, /** @type {string | Buffer} */ content) => {
    const file = join(outDir, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };

  const { layout, page } = splitRevealCss(read(require.resolve('reveal.js/reveal.css')));
  const motion = minify(read(join(own, 'motion.css')));
  write('reveal.css', licensed('reveal.js', 'MIT', 'Hakim El Hattab', layout) + motion);

  for (const name of ['hedgedoc.css', 'webview.css']) write(name, minify(read(join(own, name))));
  for (const name of readdirSync(join(own, 'hedgedoc'))) {
    write(`hedgedoc/${name}`, minify(read(join(own, 'hedgedoc', name))));
  }
  for (const name of readdirSync(join(own, 'reveal5'))) {
    write(`themes/reveal5/${name}`, minify(read(join(own, 'reveal5', name))));
  }

  // The themes repeat the same fonts as data: URIs; they become files of their own.
  write(
    'page.css',
    licensed('reveal.js', 'MIT', 'Hakim El Hattab', read(require.resolve('reveal.js/reset.css')) + page),
  );
  let sourceSansPro = '';
  for (const theme of [...themes, ...laterThemes]) {
    const css = withoutImports(read(require.resolve(`reveal.js/theme/${theme}.css`)));
    const { fontFaces, rest, files } = extractFonts(css);
    for (const [file, content] of files) write(`fonts/${file}`, content);
    const linked = fontFaces.replaceAll('url(fonts/', 'url(../fonts/');
    write(`themes/${theme}.css`, licensed('reveal.js', 'MIT', 'Hakim El Hattab', linked + rest));
    if (fontFaces.includes('Source Sans Pro')) sourceSansPro = fontFaces;
  }
  write('source-sans-pro.css', licensed('Source Sans Pro', 'OFL-1.1', 'Adobe', sourceSansPro));

  write('highlight/monokai.css', minify(read(require.resolve('reveal.js/plugin/highlight/monokai.css'))));
  write('highlight/zenburn.css', minify(read(require.resolve('highlight.js/styles/base16/zenburn.css'))));
  write('lineNumbers.css', minify(read(join(own, 'lineNumbers.css'))));
  write('highlight/styles.json', JSON.stringify(highlightStyles()));

  const font = 'forkawesome-webfont.woff2';
  const icons = read(require.resolve('fork-awesome/css/fork-awesome.css'));
  write(`fonts/${font}`, readFileSync(require.resolve(`fork-awesome/fonts/${font}`)));
  write('icons.css', minify(keepOneFontFile(icons, `fonts/${font}`)));
}

/**
 * reveal 6 styles the page by a class; reveal 3.9.2 styled `body`. So that a deck's `body { background: … }`
 * wins in the HedgeDoc look as it does in HedgeDoc, the rule moves to the reveal themes; hedgedoc.css has its
 * own.
 * @param {string} css
 */
function splitRevealCss(css) {
  const rules = css.match(/\.reveal-viewport\{color:#000;[^}]*\}/g) ?? [];
  if (rules.length !== 1)
    throw new Error('reveal.css has changed: its rule for .reveal-viewport is not found');
  const page = rules[0] ?? '';
  return { layout: css.replace(page, ''), page };
}

/** In one file, which is a sixth of as many packed: most are alike, and at most one is used at a time. */
function highlightStyles() {
  const folder = dirname(require.resolve('highlight.js/styles/default.css'));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.min.css'))
    .sort();
  const styles = names.map((file) => [
    file.slice(0, -'.min.css'.length),
    withPictures(read(join(folder, file)), folder),
  ]);
  // reveal.js's own, which highlight.js no longer has.
  const zenburn = minify(
    read(join(dirname(require.resolve('reveal.js/plugin/highlight/monokai.css')), 'zenburn.css')),
  );
  return { ...Object.fromEntries(styles), zenburn };
}

/** @param {string} css @param {string} folder */
function withPictures(css, folder) {
  return css.replace(/url\((\.[^)]*\.(png|jpg))\)/g, (_, file, type) => {
    const data = readFileSync(join(folder, file)).toString('base64');
    return `url(data:image/${type === 'jpg' ? 'jpeg' : type};base64,${data})`;
  });
}

/** @param {string} css */
function withoutImports(css) {
  return css.replace(/@import[^;]*;/g, '');
}

/** @param {string} css */
function extractFonts(css) {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  let fontFaces = '';
  const rest = css.replace(/@font-face\{[^}]*\}/g, (rule) => {
    const property = (/** @type {string} */ name) => new RegExp(`${name}:([^;}]*)`).exec(rule)?.[1] ?? '';
    const name = ['font-family', 'font-weight', 'font-style'].map(property).join('-').replaceAll(' ', '-');
    fontFaces += rule.replace(/url\("?data:font\/(\w+);base64,([^")]*)"?\)/, (_, type, base64) => {
      const file = `${name.toLowerCase()}.${type}`;
      files.set(file, Buffer.from(base64, 'base64'));
      return `url(fonts/${file})`;
    });
    return '';
  });
  if (/url\(/.test(rest) || /data:/.test(fontFaces)) {
    throw new Error('A theme of reveal.js has changed: it holds a URL this build does not know');
  }
  return { fontFaces, rest, files };
}

/** @param {string} css @param {string} url */
function keepOneFontFile(css, url) {
  return css.replace(/@font-face \{[^}]*\}/, (rule) =>
    rule.replaceAll(/src:[^;]*;/g, '').replace('}', `src: url(${url}) format("woff2");}`),
  );
}

/** @param {string} name @param {string} licence @param {string} holder @param {string} css */
function licensed(name, licence, holder, css) {
  return `/*! ${name}, ${licence}, (c) ${holder} */\n${css}`;
}

/** @param {string} css */
function minify(css) {
  // Leave alone what need not be rewritten for old browsers: VS Code and current browsers support nesting and
  // the rest.
  return transformSync(css, { loader: 'css', minify: true, target: 'chrome120', legalComments: 'inline' })
    .code;
}

/** @param {string} file */
function read(file) {
  return readFileSync(file, 'utf8');
}
