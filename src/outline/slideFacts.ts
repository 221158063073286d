import * as vscode from 'vscode';
import type { Deck, Slide, SlideContent } from '../core/deck/deck';
import type { Overflow } from '../core/lint/height/overflow';
import type { Services } from '../services/services';
import { ChangeBadges } from './changeBadges';
import { Findings } from './findings';
import type { SlideNode, SlideTree, TreeNode } from './slideTree';
import type { Known } from './words';

/** Scheme of the addresses that give entries their badges and color. */
const SCHEME = 'deckwright-slide';

/** An address, as the key of what belongs to an entry. */
export function addressOf(tree: SlideTree, node: TreeNode): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: tree.pathOf(node) });
}

/** What is known of the slides in the view besides their text, and their badges. */
export class SlideFacts implements vscode.Disposable {
  readonly #badges: ChangeBadges;
  readonly #findings: Findings;
  #overflows: ReadonlyMap<SlideContent, Overflow> = new Map();

  constructor(readonly services: Services) {
    this.#badges = new ChangeBadges(services);
    // VS Code shows the color and the badge first that was registered last.
    this.#findings = new Findings();
  }

  dispose(): void {
    this.#findings.dispose();
    this.#badges.dispose();
  }

  of(tree: SlideTree, node: SlideNode): Known {
    const { document, slide } = node;
    return {
      findings: this.#findings.messagesOf(addressOf(tree, node)),
      mark: this.services.changedSlides.markOf(document, slide),
      overflow: this.#overflows.get(slide.content),
    };
  }

  readAll(tree: SlideTree, deck: Deck): void {
    this.readChanges(tree);
    this.readFindings(tree, deck);
    this.readOverflows(tree);
  }

  /** Returns the slides that differ from the last commit in another way than before. */
  readChanges(tree: SlideTree): SlideNode[] {
    const changed = this.#badges.read(tree.document, tree.entries(), (entry) => addressOf(tree, entry));
    return nodesAt(tree, changed);
  }

  /** Returns the slides whose problems have changed. */
  readFindings(tree: SlideTree, deck: Deck): SlideNode[] {
    const resourceOf = (slide: Slide) => addressOf(tree, tree.nodeOf(slide));
    return nodesAt(tree, this.#findings.read(tree.document, deck, resourceOf));
  }

  /** Slides were measured: returns those whose fit has changed. */
  readOverflows(tree: SlideTree): SlideNode[] {
    const before = this.#overflows;
    const now = this.services.overflows.of(tree.document);
    this.#overflows = now;
    return tree.nodesWhere(({ content }) => before.get(content) !== now.get(content));
  }
}

function nodesAt(tree: SlideTree, addresses: ReadonlySet<string>): SlideNode[] {
  if (addresses.size === 0) return [];
  return tree.nodesWhere((slide) => addresses.has(addressOf(tree, tree.nodeOf(slide)).toString()));
}
