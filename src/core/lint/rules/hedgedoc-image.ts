import { pathFrom, pathTo } from '../../files/deckFiles';
import { type Target, uploadName } from '../../files/urls';
import type { DeckReference } from '../../markup/deckReferences';
import { changeTo } from '../changeTo';
import type { DeckContext, Rule } from '../rule';

export const hedgedocImage: Rule = {
  id: 'hedgedoc-image',
  severity: 'warning',
  dialects: 'hedgedoc',
  description: 'A picture is shown from a HedgeDoc server although its copy lies beside the deck.',
  fixes: ['safe'],
  checkDeck(context) {
    for (const { reference, copy } of uploads(context)) {
      if (copy === null) continue;
      const { urlSpan } = reference;
      context.report({
        message: `This picture comes from a HedgeDoc server and is lost when the server goes. Its copy lies beside the deck: write "${copy}".`,
        span: urlSpan,
        fixes: [changeTo(copy, urlSpan, 'safe')],
      });
    }
  },
};

interface RemoteReference extends DeckReference {
  readonly target: Extract<Target, { kind: 'remote' }>;
}

function isRemote(reference: DeckReference): reference is RemoteReference {
  return reference.target.kind === 'remote';
}

/**
 * Pictures on HedgeDoc servers, each with the path of its copy beside the deck: null where there is none. None as long
 * as the deck's folder is not known.
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
      copy: isThere ? pathTo(files.deck, folder === '' ? name : `${folder}/${name}`) : null,
    };
  }
}
