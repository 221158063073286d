// npm run bench: what a keystroke and the start cost, and how time grows with hostile text. Judge it by ratios
// within one run, never by single times.
import { runMain } from '../vscode/processes';
import { benchActivation } from './activation';
import { benchCompare } from './compare';
import { benchGrowth } from './growth/run';
import { benchHost } from './host';
import { benchLint } from './lint';
import { benchPdf } from './pdf';
import { benchWebview } from './webview';

const parts: Record<string, () => Promise<void>> = {
  host: benchHost,
  compare: benchCompare,
  lint: benchLint,
  webview: benchWebview,
  pdf: benchPdf,
  activation: benchActivation,
  growth: benchGrowth,
};

async function main(): Promise<number> {
  const chosen = process.argv.slice(2);
  for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
    const part = parts[name];
    if (!part)
      throw new Error(`There is no "${name}" to measure: choose of ${Object.keys(parts).join(', ')}.`);
    await part();
  }
  return 0;
}

runMain(main);
