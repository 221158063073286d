/*! mermaid 10.9.8, MIT, (c) Knut Sveidqvist; in it D3, ISC, (c) Mike Bostock; dagre-d3-es, MIT, (c) Chris Pettitt,
    Tom MacWright and others; Cytoscape.js, MIT, (c) The Cytoscape Consortium; dayjs, MIT, (c) iamkun; khroma, MIT,
    (c) Fabio Spampinato, Andrew Maney; stylis, MIT, (c) Sultan Tarimo; lodash-es, MIT, (c) OpenJS Foundation */
import mermaid from 'mermaid';
import { registerDrawer } from './drawers';
import { LABEL_TAGS } from './labelTags';

mermaid.initialize({
  startOnLoad: false,
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
});

registerDrawer('mermaid', async (source, stage) => {
  await mermaid.parse(source);
  const { svg } = await mermaid.render('mermaid-diagram', source, stage);
  return svg;
});
