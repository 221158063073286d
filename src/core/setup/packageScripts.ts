import type { TextProblem, YamlValue } from '../deck/deck';
import { isRecord } from '../text/isRecord';
import { keySpan, readJson } from './json';
import { revealMdValues } from './revealMd';
import { shellCommands } from './shell';
import type { SetupReading, SetupValues } from './values';

/** A call of reveal-md. Paths are relative to the folder of `package.json`. */
export interface RevealMdCall {
  /** The folder it is called in; empty if it is the same. Paths in `values` count from there. */
  readonly folder: string;
  /** The folder or file that it shows, relative to `folder`. */
  readonly target: string;
  readonly values: SetupValues;
  /** `--reveal-options.X`: unlike the other flags, these go before what `reveal-md.json` says. */
  readonly revealOptions: Readonly<Record<string, YamlValue>>;
}

/** Reads the scripts of `package.json` that call reveal-md. Nothing is run. Never throws. */
export function readPackageScripts(text: string): SetupReading<readonly RevealMdCall[]> {
  const { values, problems: broken } = readJson(text);
  if (!values) return { values: null, problems: broken };
  const calls: RevealMdCall[] = [];
  const problems: TextProblem[] = [];
  for (const [name, script] of isRecord(values.scripts) ? Object.entries(values.scripts) : []) {
    if (typeof script !== 'string') continue;
    for (const { folder, words } of callsIn(script)) {
      const { target, flags, revealOptions } = argumentsOf(words);
      const reading = revealMdValues(flags, () => keySpan(text, name));
      calls.push({ folder, target, values: { ...reading.values, options: optionsIn(flags) }, revealOptions });
      problems.push(...reading.problems);
    }
  }
  return { values: calls.length > 0 ? calls : null, problems };
}

interface Call {
  readonly folder: string;
  readonly words: readonly string[];
}

/** What may come before the name of a command that is run: other runners, their flags, variables. */
const RUNNER = /^(?:npx|pnpx|bunx|bun|pnpm|yarn|npm|exec|dlx|x|run|node|cross-env|env|[A-Za-z_]\w*=.*|-.*)$/;
const REVEAL_MD = /^(?:.*\/)?reveal-md(?:\.js)?(?:@[\w.^~-]+)?$/;

/** How deep a line is searched that is itself a word, as `concurrently` takes them. */
const MAX_NESTED = 3;

function callsIn(line: string, depth = 0): Call[] {
  const calls: Call[] = [];
  let folder = '';
  for (const words of shellCommands(line)) {
    if (words[0] === 'cd' && words[1]) folder = words[1].startsWith('/') ? words[1] : `${folder}${words[1]}/`;
    const at = words.findIndex((word) => REVEAL_MD.test(word));
    if (at >= 0 && words.slice(0, at).every((word) => RUNNER.test(word)))
      calls.push({ folder, words: words.slice(at + 1) });
    const nested = words.filter((word) => /\s/.test(word) && word.includes('reveal-md'));
    if (depth < MAX_NESTED)
      calls.push(...nested.flatMap((word) => callsIn(word, depth + 1)).map((call) => below(folder, call)));
  }
  return calls;
}

function below(folder: string, call: Call): Call {
  return { ...call, folder: `${folder}${call.folder}` };
}

/** Flags of reveal-md that never have a value. */
const SWITCH = /^(?:w|watch|h|help|v|V|version|disableAutoOpen)$/;

interface Arguments {
  readonly target: string;
  /** By reveal-md's own names: `--vertical-separator` is `verticalSeparator`. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly revealOptions: Readonly<Record<string, YamlValue>>;
}

function argumentsOf(words: readonly string[]): Arguments {
  const flags = Object.create(null) as Record<string, unknown>;
  const revealOptions = Object.create(null) as Record<string, YamlValue>;
  const targets: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const match = /^--?([A-Za-z][\w.-]*)(?:=([\s\S]*))?$/.exec(words[at]!);
    if (!match) {
      targets.push(words[at]!);
      continue;
    }
    const name = match[1]!.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const next = words[at + 1];
    const takesNext = match[2] === undefined && next !== undefined && !/^-./.test(next) && !SWITCH.test(name);
    const value = match[2] ?? (takesNext ? next : true);
    const option = /^revealOptions\.(\w+)$/.exec(name)?.[1];
    if (option !== undefined) revealOptions[option] = flagValue(value);
    else if (!name.includes('.')) flags[name] = value;
    if (takesNext) at++;
  }
  return { target: targets[0] ?? '.', flags, revealOptions };
}

/** What reveal-md means itself, and never passes on to reveal.js. */
const OWN_FLAGS = new Set(
  (
    'separator verticalSeparator notesSeparator theme highlightTheme css scripts template listingTemplate ' +
    'preprocessor glob title assetsDir static staticDir staticDirs watch w disableAutoOpen host port print ' +
    'printSize featuredSlide absoluteUrl puppeteerLaunchArgs puppeteerChromiumExecutable mermaid help h version v V'
  ).split(' '),
);

/** All other flags: reveal-md passes them on as options of reveal.js. */
function optionsIn(flags: Readonly<Record<string, unknown>>): Record<string, YamlValue> {
  const options = Object.create(null) as Record<string, YamlValue>;
  for (const [name, value] of Object.entries(flags))
    if (!OWN_FLAGS.has(name)) options[name] = flagValue(value);
  return options;
}

function flagValue(value: unknown): YamlValue {
  if (value === true || value === 'true') return true;
  if (value === 'false') return false;
  const text = String(value);
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
