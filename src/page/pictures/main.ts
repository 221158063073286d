/** Runs in exported pages of which pictures are taken. */
import type { RevealApi } from 'reveal.js';
import { SlidePictures } from './slidePictures';

declare const Reveal: RevealApi;

Object.assign(window, { slidePictures: new SlidePictures(Reveal) });
