/** Sequence diagrams in the language of js-sequence-diagrams. */
export interface Sequence {
  title: string;
  /** By their names in the drawing, from left to right. */
  readonly actors: string[];
  readonly events: SequenceEvent[];
}

export interface Signal {
  readonly type: 'signal';
  /** Indices of actors. */
  readonly from: number;
  readonly to: number;
  readonly dashed: boolean;
  readonly head: 'none' | 'filled' | 'open';
  readonly text: string;
}

export interface Note {
  readonly type: 'note';
  readonly place: 'left' | 'right' | 'over';
  /** Indices of actors: one, or the two ends of what the note covers. */
  readonly actors: readonly number[];
  readonly text: string;
}

export type SequenceEvent = Signal | Note;

const NAME = String.raw`("[^"]+"|[^-,:>"\s](?:[^-,:>"]*[^-,:>"\s])?)`;
const TITLE = /^title\s*:(.+)$/i;
const PARTICIPANT = /^participant\s+(.+)$/i;
const NOTE = new RegExp(
  String.raw`^note\s+(left of|right of|over)\s+${NAME}\s*(?:,\s*${NAME}\s*)?:(.+)$`,
  'i',
);
const SIGNAL = new RegExp(String.raw`^${NAME}\s*(--?)(>>|>)?\s*${NAME}\s*:(.+)$`);

/**
 * Names of actors by how the text refers to them: by their name, or by the alias in `participant Name as A`.
 */
type Actors = Map<string, number>;

export function parseSequence(source: string): Sequence {
  const sequence: Sequence = { title: '', actors: [], events: [] };
  const known: Actors = new Map();
  source.split(/\r\n|\r|\n/).forEach((line, index) => {
    const statement = withoutComment(line).trim();
    if (statement && !parseStatement(statement, sequence, known)) {
      throw new Error(
        `Parse error on line ${index + 1}:\n${statement}\nExpecting 'title', 'participant', 'note' or a signal like A->B: text`,
      );
    }
  });
  if (sequence.actors.length === 0) throw new Error('Parse error: there are no participants.');
  return sequence;
}

function parseStatement(statement: string, sequence: Sequence, known: Actors): boolean {
  const actor = (name: string) => actorOf(name, sequence, known);

  const title = TITLE.exec(statement);
  if (title) {
    sequence.title = textOf(title[1]!);
    return true;
  }
  const participant = PARTICIPANT.exec(statement);
  if (participant) {
    declare(participant[1]!, sequence, known);
    return true;
  }
  const note = NOTE.exec(statement);
  if (note) {
    const [, where, first, second, text] = note;
    const place = where!.toLowerCase().split(' ')[0] as Note['place'];
    if (second !== undefined && place !== 'over') return false;
    const actors = [first!, ...(second === undefined ? [] : [second])].map(actor);
    sequence.events.push({ type: 'note', place, actors, text: textOf(text!) });
    return true;
  }
  const signal = SIGNAL.exec(statement);
  if (!signal) return false;
  const [, from, line, arrow, to, text] = signal;
  sequence.events.push({
    type: 'signal',
    from: actor(from!),
    to: actor(to!),
    dashed: line === '--',
    head: arrow === '>' ? 'filled' : arrow === '>>' ? 'open' : 'none',
    text: textOf(text!),
  });
  return true;
}

/** A comment begins where nothing that runs to the end of the line has begun. */
function withoutComment(line: string): string {
  const hash = line.indexOf('#');
  const colon = line.indexOf(':');
  return hash === -1 || (colon !== -1 && colon < hash) ? line : line.slice(0, hash);
}

function declare(written: string, sequence: Sequence, known: Actors): void {
  const [, name, alias] = /^(.*\S)\s+as\s+(\S+)$/i.exec(written) ?? [null, written, written];
  if (known.has(textOf(alias!))) return;
  known.set(textOf(alias!), sequence.actors.push(textOf(name!)) - 1);
}

function actorOf(written: string, sequence: Sequence, known: Actors): number {
  const name = textOf(written);
  let index = known.get(name);
  if (index === undefined) {
    index = sequence.actors.push(name) - 1;
    known.set(name, index);
  }
  return index;
}

/** `\n` in a text begins a new line. */
function textOf(written: string): string {
  return written
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/\\n/g, '\n');
}
