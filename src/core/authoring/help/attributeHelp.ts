import type { Dialect } from '../../deck/deck';
import attributes from '../../options/attributes.json';
import type { AttributeOwner } from '../place/place';
import type { ValueHelp } from './frontMatterHelp';

/** What an attribute's value is. */
export type ValueKind = 'text' | 'picture' | 'media' | 'link' | 'color' | 'background' | 'css' | 'classes';

/** What is known about an attribute. Texts are plain English, to be translated. */
export interface AttributeHelp {
  readonly name: string;
  readonly description: string;
  readonly kind: ValueKind;
  readonly default: string | null;
  readonly values: readonly ValueHelp[];
}

interface AttributeEntry {
  readonly description: string;
  readonly kind?: ValueKind;
  readonly default?: string;
  readonly values?: readonly (ValueHelp & { readonly dialects?: readonly string[] })[];
  readonly dialects?: readonly string[];
}

const ATTRIBUTES = attributes as Readonly<
  Record<'slide' | 'element', Readonly<Record<string, AttributeEntry>>>
>;

/** The attributes that a comment can set. */
export function attributesOf(target: 'slide' | 'element', dialect: Dialect): AttributeHelp[] {
  return Object.entries(ATTRIBUTES[target])
    .filter(([, { dialects }]) => dialects?.includes(dialect) ?? true)
    .map(([name, entry]) => help(name, entry, dialect));
}

/** An attribute of a slide, an element or a tag; null if nothing is known about it. */
export function attributeAt(owner: AttributeOwner, name: string, dialect: Dialect): AttributeHelp | null {
  if ('tag' in owner) {
    const kind = kindInTag(owner.tag, name);
    if (kind) return { name, description: '', kind, default: null, values: [] };
  }
  const target = 'tag' in owner ? (owner.tag === 'section' ? 'slide' : 'element') : owner.comment;
  return attributesOf(target, dialect).find((attribute) => attribute.name === name) ?? null;
}

/** HTML attributes, which need no explanation here. */
function kindInTag(tag: string, name: string): ValueKind | null {
  switch (name) {
    case 'src':
      return tag === 'img' ? 'picture' : 'media';
    case 'poster':
      return 'picture';
    case 'href':
      return 'link';
    case 'color':
    case 'bgcolor':
      return 'color';
    default:
      return null;
  }
}

function help(name: string, entry: AttributeEntry, dialect: Dialect): AttributeHelp {
  return {
    name,
    description: entry.description,
    kind: entry.kind ?? 'text',
    default: entry.default ?? null,
    values: (entry.values ?? []).filter(({ dialects }) => dialects?.includes(dialect) ?? true),
  };
}
