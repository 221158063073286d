import type { Rule, RuleDocs } from '../rule';

export const missingAlt: Rule = {
  id: 'missing-alt',
  severity: 'hint',
  dialects: 'all',
  description: 'A picture has no alternative text, or its address in place of it.',
  fixes: [],
  checkSlide({ markup, text, report }) {
    for (const { kind, syntax, tag, labelSpan, span, url } of markup.references) {
      if (kind !== 'image' || (syntax !== 'inline' && tag?.name !== 'img')) continue;
      const alt = labelSpan
        ? text.slice(labelSpan.start, labelSpan.end)
        : tag?.attributes.find(({ name }) => name === 'alt')?.value;
      // In HTML, an empty `alt` says that there is nothing to read.
      if (tag && alt === '') continue;
      const label = alt?.trim() ?? '';
      if (label !== '' && label !== url) continue;
      report({
        message: `This picture has no alternative text: people who cannot see it learn nothing from it. Write a few words ${tag ? 'as alt="…", or alt="" if it is only decoration' : 'between the square brackets'}.`,
        span: tag?.span ?? span,
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'Screen readers read the alternative text aloud. Without it, people who cannot see the picture learn nothing from it, and nobody does if it fails to load.',
  example: {
    before: '![](./architecture.png)',
    after: '![Three layers: IaaS, Kubernetes, operations](./architecture.png)',
  },
  spared:
    '`<img alt="">`, which says that the picture is decoration, backgrounds, videos, and pictures with any text but their own address.',
  verdict:
    'Keep quiet: old decks have it on every slide, and the talk is given by somebody who can say what the picture shows.',
};
