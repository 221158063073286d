import type { AttributeTarget } from '../../markup/attributes';
import type { Span } from '../../text/spans';

/** What an attribute belongs to: the comment's target, or the tag by its name in lower case. */
export type AttributeOwner = { readonly comment: AttributeTarget } | { readonly tag: string };

/**
 * What may be written at an offset of a deck. `span` is all of it that is already there, before and after the
 * offset: empty if there is nothing yet. Offsets are of the whole document.
 */
export type CursorPlace =
  | {
      readonly kind: 'frontMatterKey';
      readonly span: Span;
      /** The parent keys, outermost first. */
      readonly parents: readonly string[];
      /** The other keys on its level. */
      readonly siblings: readonly string[];
      readonly hasColon: boolean;
    }
  | {
      readonly kind: 'frontMatterValue';
      readonly span: Span;
      /** The keys that lead to the value, outermost first. */
      readonly path: readonly string[];
    }
  /** `.slide:` or `.element:`. */
  | { readonly kind: 'commentKeyword'; readonly span: Span }
  | {
      readonly kind: 'attributeName';
      readonly span: Span;
      readonly owner: AttributeOwner;
      /** The other attributes. */
      readonly present: readonly string[];
      readonly hasValue: boolean;
    }
  | {
      readonly kind: 'attributeValue';
      readonly span: Span;
      readonly owner: AttributeOwner;
      /** In lower case. */
      readonly name: string;
    }
  | {
      readonly kind: 'destination';
      readonly span: Span;
      /** What the URL leads to. */
      readonly of: 'picture' | 'link';
    }
  /** `:smile:`, with its colons. */
  | { readonly kind: 'emoji'; readonly span: Span }
  /** The first word after the opening of a code block. */
  | { readonly kind: 'language'; readonly span: Span }
  /** A GitHub handle, with its `@` if it has one. */
  | {
      readonly kind: 'handle';
      readonly span: Span;
      /** Whether it is in text, where it can be made a link. */
      readonly linkable: boolean;
    }
  /** A heading up to its topic, where a team may be named. */
  | { readonly kind: 'team'; readonly span: Span };
