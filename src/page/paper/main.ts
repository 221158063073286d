/** Runs in exported pages in print view that become PDF files. */
import type { RevealApi } from 'reveal.js';
import { layOutPaper, type PaperOptions } from './layOut';

declare const Reveal: RevealApi;

Object.assign(window, { layOutPaper: (options: PaperOptions) => layOutPaper(Reveal, options) });
