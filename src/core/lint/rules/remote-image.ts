import type { Rule } from '../rule';

export const remoteImage: Rule = {
  id: 'remote-image',
  severity: 'info',
  dialects: 'all',
  description: 'A picture is shown from somebody else’s server.',
  fix: 'none',
  checkDeck({ references, config, report }) {
    for (const { kind, target, urlSpan } of references) {
      if (kind === 'link' || target.kind !== 'remote' || config.hedgedocHosts.includes(target.host)) continue;
      report({
        message: `This picture comes from ${target.host}: it may change or vanish, and whoever opens the deck is seen there. Save it beside the deck, if its licence allows.`,
        span: urlSpan,
      });
    }
  },
};
