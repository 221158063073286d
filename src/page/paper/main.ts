/** Runs in exported pages in print view that become PDF files. */
import type { RevealApi } from 'reveal.js';
import { layOutPaper } from './layOut';
import type { PaperOptions } from './paper';

declare const Reveal: RevealApi;

Object.assign(window, { layOutPaper: (options: PaperOptions) => layOutPaper(Reveal, options) });
