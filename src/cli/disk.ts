import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { MAX_DECK_SIZE } from '../core/deck/limits';
import { entryKind } from './entryKind';

/**
 * What can be asked about a path, links followed: where it really is, whether it is there (even as a link that leads
 * nowhere), what a folder holds, what a text says, and of other files, which may be large, their size and times.
 */
export type Question = 'place' | 'presence' | 'names' | 'text' | 'stamp';

const ABSENT = '-';

/** Answers of which one run can tell whether another has seen the same. Each is found once. */
export class Disk {
  readonly #answers = new Map<string, string>();

  /** One file can change without being noticed in its folder: the one that remembers the answers. */
  constructor(readonly unnoticed: string) {}

  answer(question: Question, file: string): string {
    const key = `${question} ${file}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#find(question, file);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  #find(question: Question, file: string): string {
    try {
      switch (question) {
        case 'place':
          return realpathSync(file);
        case 'presence':
          return lstatSync(file) ? 'there' : ABSENT;
        case 'names':
          return hash(this.#names(file));
        case 'text':
          return isDeckSized(file) ? hash(readFileSync(file)) : stampOf(file);
        case 'stamp':
          return stampOf(file);
      }
    } catch {
      return ABSENT;
    }
  }

  #names(folder: string): string {
    const entries = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const isUnnoticed = path.join(folder, entry.name) === this.unnoticed;
      return isUnnoticed ? [] : [[entry.name, entryKind(folder, entry)]];
    });
    return JSON.stringify([realpathSync(folder), entries.sort()]);
  }
}

/** What a run has asked, and was answered before it looked itself. */
export class Seen {
  /** By question and path. */
  readonly answers = new Map<string, string>();

  constructor(readonly disk: Disk) {}

  saw(question: Question, file: string): void {
    this.answers.set(`${question} ${file}`, this.disk.answer(question, file));
  }
}

/** Takes note of what linting looks at: for each file by itself, and for all files together. */
export class Watch {
  readonly surroundings: Seen;

  constructor(readonly disk: Disk) {
    this.surroundings = new Seen(disk);
  }

  /** For what is looked at because of one file. */
  look(): Seen {
    return new Seen(this.disk);
  }
}

/** Only such texts are read: pipes and devices never end. */
function isDeckSized(file: string): boolean {
  const found = statSync(file);
  return found.isFile() && found.size <= MAX_DECK_SIZE;
}

function stampOf(file: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

function hash(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('base64');
}
