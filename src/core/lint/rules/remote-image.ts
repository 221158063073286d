import type { Rule, RuleDocs } from '../rule';

/** The editor can download the picture on request. */
export const remoteImage: Rule = {
  id: 'remote-image',
  severity: 'hint',
  dialects: 'all',
  description: "A picture is loaded from somebody else's server.",
  fixes: ['offered'],
  checkDeck({ references, config, report }) {
    for (const { kind, target, urlSpan, tag } of references) {
      // Embedded pages are meant to be elsewhere.
      if (
        kind === 'link' ||
        tag?.name === 'iframe' ||
        target.kind !== 'remote' ||
        config.hedgedocHosts.includes(target.host)
      )
        continue;
      report({
        message: `This ${kind === 'image' || kind === 'background' ? 'picture' : 'file'} comes from ${target.host}: it may change or vanish, and that server sees who opens the deck. Save it beside the deck if its license allows.`,
        span: urlSpan,
        address: target.url,
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'The owner of the server can change or delete the picture, and learns who opens the deck and when. Without a network the slide has a gap. A copy beside the deck avoids all three; check its license first. The light bulb downloads it and links the copy.',
  example: {
    before: '![Diagram](https://example.org/diagram.png)',
    after: '![Diagram](./diagram.png)',
  },
  settings: ['hedgedocHosts', 'ignoreLinks'],
  spared: 'Embedded pages, links, and pictures on servers in `hedgedocHosts`, which have rules of their own.',
  verdict: 'Keep quiet: a picture from elsewhere is usually meant to be, and the slide shows it.',
};
