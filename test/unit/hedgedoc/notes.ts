import assert from 'node:assert/strict';
import { isNoteAddress, type NoteAddress, readNoteAddress } from '../../../src/core/hedgedoc/noteAddress';

/** The address of a note that is one. */
export function noteAddress(text: string): NoteAddress {
  const read = readNoteAddress(text);
  assert.ok(isNoteAddress(read));
  return read;
}
