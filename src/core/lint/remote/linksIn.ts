import type { Config } from '../../config/config';
import { isHostNamedInFull } from '../../config/hosts';
import type { Deck } from '../../deck/deck';
import { type DeckReference, deckReferences } from '../../markup/deckReferences';
import { markedSlides } from '../../markup/markedSlide';
import { getOrSet } from '../../text/getOrSet';
import type { Span } from '../../text/spans';
import { isPrivateHost } from '../privateHost';
import type { DeckContext } from '../rule';
import { readSuppressions } from '../suppressions';
import { type LinkRecord, parseUrl, REMOTE_RULES, type WebAddress, webAddress } from './linkRecord';

/** A web address in a deck that may be asked for. */
export interface RemoteLink extends WebAddress {
  readonly span: Span;
}

/**
 * The links and pictures of a deck that servers are asked for. Left out are those for which no rule would report
 * anything, names that are reserved for examples, and private hosts that the configuration does not name.
 */
export function linksIn(deck: Deck, config: Config): RemoteLink[] {
  const ids = [...REMOTE_RULES].filter((id) => config.rules[id] !== 'off');
  if (ids.length === 0) return [];
  const suppressions = readSuppressions(deck);
  return deckReferences(deck, markedSlides(deck), config).flatMap((reference) => {
    const parts = partsOf(reference);
    const span = reference.urlSpan;
    if (!parts || reference.isUnused || !mayBeAsked(parts.address, config)) return [];
    return ids.every((rule) => suppressions.covers({ rule, span })) ? [] : [{ ...parts, span }];
  });
}

function mayBeAsked(address: string, { remote }: Config): boolean {
  const url = parseUrl(address)!;
  return !isPrivateHost(url.hostname) || isHostNamedInFull(url, remote.allow);
}

/** A reference of which the answer is known. */
export interface AnsweredLink extends WebAddress {
  readonly reference: DeckReference;
  readonly record: LinkRecord;
}

/** The references of a deck of which the answer is known. */
export function* answeredLinks({ references, environment }: DeckContext): Generator<AnsweredLink> {
  const { remoteLink } = environment;
  if (!remoteLink) return;
  for (const reference of references) {
    const parts = partsOf(reference);
    const record = parts && remoteLink(parts.address);
    if (record) yield { ...parts, reference, record };
  }
}

/** A reference stays the same object while its slide does. */
const known = new WeakMap<DeckReference, WebAddress | null>();

function partsOf(reference: DeckReference): WebAddress | null {
  const { target } = reference;
  return target.kind === 'remote' ? getOrSet(known, reference, () => webAddress(target.url)) : null;
}
