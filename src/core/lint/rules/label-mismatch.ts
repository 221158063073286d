import type { DeckReference } from '../../markup/deckReferences';
import { changeTo } from '../changeTo';
import type { DeckContext, Rule, RuleDocs } from '../rule';

/** `#12`, `PR 12`, `issue #12`, `standards#12`, `issues/#12`, or words that end with `#12`. */
const LABEL =
  /^(?:(?<kind>PR|pull(?: request)?|issues?)[ /]?#?|(?<repository>[\w.-]+)\/?#|(?:[^#]* )?#)(?<number>\d+)$/i;
const GITHUB =
  /^https?:\/\/(?:www\.)?github\.com\/[\w.-]+\/(?<repository>[\w.-]+)\/(?<kind>issues|pull|pulls)(?:\/(?<number>\d+))?\/?(?:[?#].*)?$/i;

export const labelMismatch: Rule = {
  id: 'label-mismatch',
  severity: 'error',
  dialects: 'hedgedoc',
  description: 'The label of a link to a GitHub issue or pull request names another one.',
  fixes: ['offered'],
  checkDeck(context) {
    for (const reference of context.references) {
      const { kind, labelSpan, url } = reference;
      if (kind !== 'link' || !labelSpan) continue;
      const label = LABEL.exec(context.deck.text.slice(labelSpan.start, labelSpan.end).trim())?.groups;
      const address = label && GITHUB.exec(url)?.groups;
      if (address) compare(label, address, reference, context);
    }
  },
};

export const docs: RuleDocs = {
  why: 'Readers trust the label, the link leads elsewhere, and nobody can tell which of the two is meant. This happens when a line is copied and only one half of it is changed.',
  example: {
    before: '* Add the new flavor [#12](https://github.com/SovereignCloudStack/standards/issues/13)',
    after: '* Add the new flavor [#13](https://github.com/SovereignCloudStack/standards/issues/13)',
  },
  settings: ['ignoreLinks'],
  spared: 'Labels that are not the number of an issue or pull request, and addresses that are not on GitHub.',
  verdict:
    'Stop the commit: one of the two numbers is wrong, and only the author knows which. A link to the list of all issues is a warning.',
};

type Groups = Readonly<Record<string, string | undefined>>;

function compare(
  label: Groups,
  address: Groups,
  reference: DeckReference,
  { deck, report }: DeckContext,
): void {
  const labelSpan = reference.labelSpan!;
  const { urlSpan } = reference;
  const written = deck.text.slice(labelSpan.start, labelSpan.end);
  if (address.number === undefined) {
    const url = `${deck.text.slice(urlSpan.start, urlSpan.end).replace(/\/$/, '')}/${label.number}`;
    report({
      severity: 'warning',
      message: `The label names number ${label.number}, but the link leads to the list of all. Add the number to the address.`,
      span: urlSpan,
      fixes: [changeTo(url, urlSpan)],
    });
  } else if (address.number !== label.number) {
    const newText = written.replace(/\d+(?=\s*$)/, address.number);
    report({
      message: `The label names number ${label.number}, but the link leads to number ${address.number}. One of them is wrong: make them agree.`,
      span: labelSpan,
      fixes: [
        { title: `Change the label to ${newText}`, edits: [{ span: labelSpan, newText }], kind: 'offered' },
      ],
    });
  } else if (label.kind && isPull(label.kind) !== isPull(address.kind!)) {
    const [is, says] = isPull(address.kind!)
      ? ['a pull request', 'an issue']
      : ['an issue', 'a pull request'];
    const newText = written.replace(label.kind, isPull(address.kind!) ? 'PR' : 'issue');
    report({
      severity: 'warning',
      message: `The label says that this is ${says}, but the link leads to ${is}. Make them agree.`,
      span: labelSpan,
      fixes: [
        { title: `Change the label to ${newText}`, edits: [{ span: labelSpan, newText }], kind: 'offered' },
      ],
    });
  } else if (label.repository && isOther(label.repository, address.repository!)) {
    const newText = written.replace(label.repository, address.repository!);
    report({
      severity: 'warning',
      message: `The label names the repository "${label.repository}", but the link leads to "${address.repository}". Make them agree.`,
      span: labelSpan,
      fixes: [
        { title: `Change the label to ${newText}`, edits: [{ span: labelSpan, newText }], kind: 'offered' },
      ],
    });
  }
}

function isPull(kind: string): boolean {
  return /^p/i.test(kind);
}

/** Abbreviations are in capitals, and parts of a name are often left out. */
function isOther(written: string, repository: string): boolean {
  const [a, b] = [written.toLowerCase(), repository.toLowerCase()];
  return written !== written.toUpperCase() && !a.includes(b) && !b.includes(a);
}
