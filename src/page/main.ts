/** Runs in exported pages: starts reveal.js on the slides that stand in the page. */
import Reveal, { type RevealConfig } from 'reveal.js';
import Notes from 'reveal.js/plugin/notes';
import { playInlinedVideos } from './backgroundVideos';
import { followSpeakerView, isInSpeakerView } from './speakerView';

// As reveal.js's own pages have it, for whoever looks into or steers a page.
Object.assign(window, { Reveal });

const given = document.head.querySelector('script[type="application/json"]')?.textContent ?? '{}';
const options = JSON.parse(given) as RevealConfig;

playInlinedVideos();
if (!isInSpeakerView) followSpeakerView();

void Reveal.initialize({
  ...options,
  postMessage: isInSpeakerView,
  postMessageEvents: false,
  plugins: [Notes],
});
