/*! mermaid 10.9.8, MIT, (c) Knut Sveidqvist; in it D3, ISC, (c) Mike Bostock; dagre-d3-es, MIT, (c) Chris Pettitt,
    Tom MacWright and others; Cytoscape.js, MIT, (c) The Cytoscape Consortium; dayjs, MIT, (c) iamkun; khroma, MIT,
    (c) Fabio Spampinato, Andrew Maney; stylis, MIT, (c) Sultan Tarimo; lodash-es, MIT, (c) OpenJS Foundation */
import mermaid, { type MermaidConfig } from 'mermaid';
import type { MermaidOptions } from '../../core/options/mermaidOptions';
import { registerDrawer } from './drawers';
import { LABEL_TAGS } from './labelTags';

/** What decks can't change. */
const OURS: MermaidConfig = {
  // Sources come from others: no scripts, no calls on clicks, and nothing in labels that would be fetched.
  securityLevel: 'strict',
  dompurifyConfig: { ALLOWED_TAGS: LABEL_TAGS, ALLOWED_ATTR: ['class', 'style'] },
  // What sources can't change.
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'maxTextSize',
    'maxEdges',
    'dompurifyConfig',
    'themeCSS',
  ],
  deterministicIds: true,
  logLevel: 'fatal',
};

// Otherwise it draws by itself, without these options, when the page has loaded before the first diagram is drawn.
mermaid.startOnLoad = false;

let initialized: MermaidOptions | undefined;

function initialize(options: MermaidOptions): void {
  if (options === initialized) return;
  mermaid.initialize({ ...(options as MermaidConfig), ...OURS });
  initialized = options;
}

registerDrawer('mermaid', async (source, stage, options) => {
  initialize(options);
  await mermaid.parse(source);
  const { svg } = await mermaid.render('mermaid-diagram', source, stage);
  return svg;
});
