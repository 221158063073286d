import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Notes from 'reveal.js/plugin/notes';

/**
 * The script of the window that reveal.js's plugin opens for speakers. The window is subject to the exported
 * page's policy, which therefore has to know the script exactly.
 */
function speakerViewScript() {
  let html = '';
  class Written extends Error {}
  const document = {
    /** @param {string} text */
    write(text) {
      html = text;
      throw new Written();
    },
  };
  const page = { open: () => ({ document, closed: false }), location: { search: '?notes' } };
  Object.assign(globalThis, { window: page });
  try {
    Notes().init({});
  } catch (error) {
    if (!(error instanceof Written)) throw error;
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
  }
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)];
  if (scripts.length !== 1 || !scripts[0]?.[1]) throw new Error('The speaker view of reveal.js has changed.');
  return scripts[0][1];
}

/** @param {string} file */
export function writeSpeakerViewScript(file) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, speakerViewScript());
}
