// Builds everything that ships: `node esbuild.js [--watch] [--quiet]`.
const esbuild = require('esbuild');
const { copyFileSync, rmSync } = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  target: 'es2022',
  logLevel: watch || process.argv.includes('--quiet') ? 'warning' : 'info',
  legalComments: 'linked',
};

/**
 * A bundle for either host, which the extension loads by name when it needs it: see
 * src/services/loadBundle.ts.
 * @returns {import('esbuild').BuildOptions}
 */
const loadedWhenUsed = (name) => ({
  entryPoints: [`src/bundles/${name}.ts`],
  outfile: `dist/${name}.js`,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  format: 'cjs',
});

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  // The extension in the desktop and server hosts …
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  // … and in the browser host, which has nothing of Node.
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  // The pages of the preview, of presentations and of comparisons, with the parts that they share.
  {
    entryPoints: [
      { in: 'src/preview/webview/main.ts', out: 'preview' },
      { in: 'src/present/webview/audience.ts', out: 'audience' },
      { in: 'src/present/webview/presenter.ts', out: 'presenter' },
      { in: 'src/compare/webview/main.ts', out: 'compare' },
      { in: 'media/preview.css', out: 'preview' },
      { in: 'media/present/audience.css', out: 'audience' },
      { in: 'media/present/panes.css', out: 'panes' },
      { in: 'media/present/presenter.css', out: 'presenter' },
      { in: 'media/compare/sides.css', out: 'sides' },
      { in: 'media/compare/compare.css', out: 'compare' },
    ],
    outdir: 'dist/preview',
    platform: 'browser',
    format: 'esm',
    splitting: true,
  },
  // The command line. ES modules first: jsonc-parser's other form can't be bundled.
  {
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'cjs',
    external: ['./commandLine.js'],
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    entryPoints: ['src/bundles/commandLine.ts'],
    outfile: 'dist/commandLine.js',
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'cjs',
    external: ['./exporter.js', './browser.js', './presentation.js', './remote.js'],
  },
  // What controls an installed browser: Node only, and loaded when it is used.
  {
    entryPoints: ['src/bundles/browser.ts'],
    outfile: 'dist/browser.js',
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'cjs',
    // See there.
    alias: { 'node-html-better-parser': './src/export/browser/absent.ts' },
  },
  {
    entryPoints: ['src/cli/lintThread.ts'],
    outfile: 'dist/lintThread.js',
    platform: 'node',
    format: 'cjs',
    external: ['./commandLine.js'],
  },
  // What writes PowerPoint files, likewise.
  {
    entryPoints: ['src/bundles/presentation.ts'],
    outfile: 'dist/presentation.js',
    platform: 'node',
    format: 'cjs',
    // Node has the same.
    alias: { 'readable-stream': 'node:stream' },
  },
  // What asks other servers, likewise.
  {
    entryPoints: ['src/bundles/remote.ts'],
    outfile: 'dist/remote.js',
    platform: 'node',
    format: 'cjs',
  },
  // What either host loads on demand: each entry says what it holds.
  {
    ...loadedWhenUsed('config'),
    // The schema validator builds a URL from its own location, which VS Code's web worker does not have.
    define: { self: 'undefined' },
  },
  ...['setups', 'renderer', 'exporter', 'linter', 'upkeep', 'help', 'remoteInBrowsers'].map(loadedWhenUsed),
  // What runs in exported pages; it is embedded in them with the licenses of its parts.
  {
    entryPoints: ['src/page/main.ts'],
    outfile: 'dist/page/page.js',
    platform: 'browser',
    format: 'iife',
    sourcemap: false,
    legalComments: 'eof',
  },
  // What lays out the pages of PDF files in them.
  {
    entryPoints: ['src/page/paper/main.ts'],
    outfile: 'dist/page/paper.js',
    platform: 'browser',
    format: 'iife',
  },
  // What shows slide after slide in them, for pictures.
  {
    entryPoints: ['src/page/pictures/main.ts'],
    outfile: 'dist/page/pictures.js',
    platform: 'browser',
    format: 'iife',
  },
  // What draws formulas and diagrams, for the preview and for exported pages: one script per kind.
  ...['math', 'mermaid', 'graphviz', 'flow', 'sequence', 'abc'].map((kind) => ({
    entryPoints: [`src/page/diagrams/${kind}.ts`],
    outfile: `dist/page/${kind}.js`,
    platform: /** @type {const} */ ('browser'),
    format: /** @type {const} */ ('iife'),
    sourcemap: false,
    legalComments: /** @type {const} */ ('eof'),
    alias: {
      katex: './src/page/diagrams/absent.ts',
      'elkjs/lib/elk.bundled.js': './src/page/diagrams/absent.ts',
    },
  })),
  // What colors code in the preview; in exported pages code is already colored.
  {
    entryPoints: ['src/page/code/highlighter.ts'],
    outfile: 'dist/page/highlight.js',
    platform: 'browser',
    format: 'iife',
    sourcemap: false,
    legalComments: 'eof',
  },
  { entryPoints: ['src/page/diagrams/diagrams.css'], outfile: 'dist/page/diagrams.css' },
  // What searches in the index of a site.
  {
    entryPoints: ['src/page/siteIndex.ts'],
    outfile: 'dist/page/siteIndex.js',
    platform: 'browser',
    format: 'iife',
    sourcemap: false,
  },
  { entryPoints: ['src/page/siteIndex.css'], outfile: 'dist/page/siteIndex.css' },
  // What shows the versions of slides in a comparison.
  {
    entryPoints: ['src/page/comparison.ts'],
    outfile: 'dist/page/comparison.js',
    platform: 'browser',
    format: 'iife',
    sourcemap: false,
  },
  { entryPoints: ['src/page/comparison.css'], outfile: 'dist/page/comparison.css' },
];

/**
 * Reports when a round of builds begins and when all of it is built: .vscode/tasks.json waits for these
 * lines.
 */
function announceRounds() {
  // The first round is under way from the start.
  let running = bundles.length;
  return () => ({
    name: 'announce-rounds',
    setup(/** @type {import('esbuild').PluginBuild} */ build) {
      let isFirst = true;
      build.onStart(() => {
        if (!isFirst && running++ === 0) console.log('[watch] build started');
        isFirst = false;
      });
      build.onEnd(() => {
        if (--running === 0) console.log('[watch] build finished');
      });
    },
  });
}

async function build() {
  // What another build left must not ship, such as the source maps of a watching one.
  rmSync(path.join(__dirname, 'dist'), { recursive: true, force: true });
  const { buildSlideStyles } = await import('./build/slideStyles.mjs');
  buildSlideStyles(path.join(__dirname, 'dist/preview/styles'));
  const { writeSpeakerViewScript } = await import('./build/speakerView.mjs');
  writeSpeakerViewScript(path.join(__dirname, 'dist/page/speakerView.js'));
  const { writeEmojiPictures } = await import('./build/emoji.mjs');
  await writeEmojiPictures(path.join(__dirname, 'dist/emoji.json'));
  // What VS Code uses to complete and check .deckwright.json.
  copyFileSync(
    path.join(__dirname, 'src/core/config/config.schema.json'),
    path.join(__dirname, 'dist/config.schema.json'),
  );
  const announcing = announceRounds();
  for (const bundle of bundles) {
    const options = { ...common, ...bundle };
    if (watch) await (await esbuild.context({ ...options, plugins: [announcing()] })).watch();
    else await esbuild.build(options);
  }
}

if (require.main === module) {
  build().catch((error) => {
    console.error(error.message ?? error);
    process.exitCode = 1;
  });
}

module.exports = { bundles: bundles.map((bundle) => ({ ...common, ...bundle })) };
