import type { Dialect } from '../deck/deck';
import { isCustomElement } from './inertMarkup';
import { LOST_BACKGROUND } from './rendered';

/** Attributes allowed on each tag, in addition to those allowed on every tag. */
type AllowList = ReadonlyMap<string, ReadonlySet<string>>;

const HEDGEDOC_TAGS = readTable(`
  a: target href title
  abbr: title
  area: shape coords href alt
  audio: autoplay controls crossorigin loop muted preload src
  bdi bdo: dir
  blockquote: cite
  col colgroup: align valign span width
  del ins: datetime
  details: open
  font: color size face
  iframe: allowfullscreen name referrerpolicy src width height
  img: src alt title width height loading
  li: value
  ol: start
  table: width border align valign
  tbody tfoot thead: align valign
  td th: width rowspan colspan align valign
  tr: rowspan align valign
  video: autoplay controls crossorigin loop muted playsinline poster preload src height width
  address article aside b big br caption center cite code dd div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6:
  header hr i kbd mark nav p pre rp rt ruby s section small span strike strong style sub summary sup tt u ul:
`);

/** What HedgeDoc's list lacks needlessly: harmless in a deck that reveal.js would show unfiltered. */
const REVEAL_TAGS = readTable(`
  a: rel download hreflang
  br: clear
  hr: size noshade color
  img: decoding border hspace vspace
  ol: reversed type compact
  ul li: type
  q: cite
  source: src type media
  style: media
  table: cellpadding cellspacing rules frame summary
  td: headers nowrap
  th: scope headers nowrap abbr
  time: datetime
  track: src kind srclang label default
  data dfn hgroup main picture samp search var wbr:
`);

const HEDGEDOC_GLOBAL = new Set(['id', 'class', 'style']);
const REVEAL_GLOBAL = new Set(
  'id class style title lang dir hidden role align valign width height bgcolor translate'.split(' '),
);

const REVEAL_ALL = new Map(
  [...HEDGEDOC_TAGS, ...REVEAL_TAGS].map(([tag, names]) => [
    tag,
    new Set([...names, ...(HEDGEDOC_TAGS.get(tag) ?? [])]),
  ]),
);

/** Whether an element is allowed in a slide. HedgeDoc's list is that of its filter (docs/hedgedoc.md, 6). */
export function isAllowedTag(tag: string, dialect: Dialect): boolean {
  return tagsOf(dialect).has(tag) || (dialect !== 'hedgedoc' && isCustomElement(tag));
}

/** Whether an element may have the attribute, regardless of the attribute's value. */
export function isAllowedAttribute(tag: string, name: string, dialect: Dialect): boolean {
  return isAllowedEverywhere(name, dialect) || (tagsOf(dialect).get(tag)?.has(name) ?? false);
}

/** Whether any element, including the slide's section, may have the attribute. */
export function isAllowedEverywhere(name: string, dialect: Dialect): boolean {
  if (name.startsWith('data-')) return isAllowedData(name);
  if (dialect === 'hedgedoc') return HEDGEDOC_GLOBAL.has(name);
  return REVEAL_GLOBAL.has(name) || /^aria-[a-z]+$/.test(name);
}

/**
 * The two harmful things that reveal.js does with `data-` are pages in frames and markdown fetched from
 * elsewhere. Only the renderer may report lost backgrounds.
 */
function isAllowedData(name: string): boolean {
  const isBarred = /^data-(?:background-iframe|markdown.*)$/.test(name) || name === LOST_BACKGROUND;
  return /^data-[a-z0-9_:.-]+$/.test(name) && !isBarred;
}

function tagsOf(dialect: Dialect): AllowList {
  return dialect === 'hedgedoc' ? HEDGEDOC_TAGS : REVEAL_ALL;
}

function readTable(table: string): AllowList {
  const list = new Map<string, ReadonlySet<string>>();
  for (const line of table.trim().split('\n')) {
    const [tags = '', names = ''] = line.split(':');
    const allowed = new Set(names.split(' ').filter(Boolean));
    for (const tag of tags.trim().split(' ')) list.set(tag, allowed);
  }
  return list;
}
