import { pathFrom, pathIn, pathTo } from '../../files/deckFiles';
import { type Target, uploadName } from '../../files/urls';
import type { DeckReference } from '../../markup/deckReferences';
import { changeTo } from '../changeTo';
import type { DeckContext, Rule, RuleDocs } from '../rule';

export const hedgedocImage: Rule = {
  id: 'hedgedoc-image',
  severity: 'warning',
  dialects: 'hedgedoc',
  description: 'A picture is loaded from a HedgeDoc server although a copy is beside the deck.',
  fixes: ['safe', 'offered'],
  checkDeck(context) {
    // In a note on the server, only the server's address works. With pictures from beside the deck it is none.
    const isLocal = context.references.some(
      ({ kind, target }) => kind === 'image' && target.kind === 'local',
    );
    for (const { reference, copy } of uploads(context)) {
      if (copy === null) continue;
      const { urlSpan, target } = reference;
      context.report({
        message: `This picture comes from a HedgeDoc server and is lost when the server goes away. A copy is beside the deck: write "${copy}".`,
        span: urlSpan,
        fixes: [changeTo(copy, urlSpan, isLocal ? 'safe' : 'offered')],
        address: target.url,
      });
    }
  },
};

export const docs: RuleDocs = {
  why: "The deck depends on a server although it brings the picture along. When the server is down, cleaned up or moved, the slide loses its picture. The fix leads to the copy; the slide looks the same. It is only offered as long as the deck shows no picture from beside it: in HedgeDoc itself, only the server's address works. `deckwright archive --rewrite` repairs all decks of a folder.",
  example: {
    given: 'A copy of the picture is beside the deck.',
    before: '![Plan](https://input.scs.community/uploads/0b2cdcd3-7c37-4aa4-a4a1-1d7e6b2b5d3f.png)',
    after: '![Plan](./0b2cdcd3-7c37-4aa4-a4a1-1d7e6b2b5d3f.png)',
    context: { files: { '0b2cdcd3-7c37-4aa4-a4a1-1d7e6b2b5d3f.png': '' } },
  },
  settings: ['hedgedocHosts', 'ignoreLinks'],
  spared:
    'Uploads without a copy beside the deck, which `hedgedoc-image-not-archived` covers, and servers that are not in `hedgedocHosts`.',
  verdict: 'Mention it: the slide is right as long as the server is there.',
};

interface RemoteReference extends DeckReference {
  readonly target: Extract<Target, { kind: 'remote' }>;
}

function isRemote(reference: DeckReference): reference is RemoteReference {
  return reference.target.kind === 'remote';
}

/**
 * Pictures on HedgeDoc servers, each with the path of its copy beside the deck, or null without one. Yields nothing while
 * the deck's folder is unknown.
 */
export function* uploads({
  references,
  files,
  config,
}: DeckContext): Generator<{ reference: RemoteReference; copy: string | null }> {
  const folder = pathFrom(files.deck, '.') ?? '';
  const names = files.list(folder);
  if (names === undefined) return;
  for (const reference of references) {
    const { kind, target } = reference;
    if (kind === 'link' || !isRemote(reference) || !config.hedgedocHosts.includes(reference.target.host))
      continue;
    const name = uploadName(target, config.hedgedocHosts);
    const isThere = name !== null && names?.get(name) === 'file';
    yield {
      reference,
      copy: isThere ? pathTo(files.deck, pathIn(folder, name)) : null,
    };
  }
}
