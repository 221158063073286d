import { type PageParts, VIEWPORT } from '../slides/html';

/** The preview's page. */
export const PREVIEW_PAGE: PageParts = {
  styles: ['preview.css'],
  script: 'preview.js',
  body: `<div id="strip">
<div id="conflict" role="group" hidden></div>
<div id="notices" role="status"></div>
</div>
${VIEWPORT}
<div id="overflow" role="status" hidden></div>
<div id="announcement" role="status" aria-live="polite"></div>`,
};
