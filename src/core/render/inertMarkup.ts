/**
 * What means nothing to browsers, and something to the author's style sheet: `<two-columns>`, `<img rounded>`. Decks of
 * reveal.js may have it.
 */

/** Attributes of HTML, also of its past and of proposals: what is allowed of them is in allowList.ts. */
const HTML_ATTRIBUTES = new Set(
  `abbr accept accept-charset accesskey action adauctionheaders align alink alpha alt anchor archive as async attributionsrc attributiondestination attributionsourceid autocapitalize autocomplete
  autocorrect autofocus autoplay autopictureinpicture axis background balance behavior bgcolor bgproperties blocking
  border bordercolor bottommargin browsingtopics capture cellpadding cellspacing challenge char charoff charset checked
  cite class classid clear closedby code codebase codetype color cols colorspace colspan command commandfor compact
  content contenteditable contextmenu controls controlslist coords credentialless crossorigin csp data datafld
  dataformatas datapagesize datasrc datetime declare decoding default defer dir direction dirname disabled
  disablepictureinpicture disableremoteplayback download draggable dropzone dynsrc elementtiming enctype enterkeyhint
  event exportparts face fetchpriority focusgroup for form formaction formenctype formmethod formnovalidate formtarget
  frame frameborder handler headers headingoffset headingreset height hidden high href hreflang hspace http-equiv icon id
  imagesizes imagesrcset implements importance incremental inert inputmode integrity interestfor interesttarget is ismap
  itemid itemprop itemref itemscope itemtype keytype kind label lang language latencyhint layout leftmargin link list
  loading longdesc loop low lowsrc manifest marginheight marginwidth max maxlength media menu method methods min minlength
  moz-opaque mozbrowser multiple muted name nohref nomodule nonce noresize noshade novalidate nowrap object open optimum
  part pattern ping placeholder playsinline policy popover popovertarget popovertargetaction poster prefix preload
  privatetoken profile prompt property pseudo radiogroup readonly referrerpolicy rel required results rev reversed rightmargin role
  rowheight rows rowspan rules sandbox scheme scope scoped scrollamount scrolldelay scrolling seamless security select
  selected selectedcontent shadowroot shadowrootclonable shadowrootcustomelementregistry shadowrootdelegatesfocus
  shadowrootmode shadowrootreferencetarget shadowrootserializable shape sharedstoragewritable size sizes slot span
  spellcheck src srcdoc srclang srcset standby start step style summary tabindex target targetorigin text title topmargin
  translate truespeed trusttoken type typemustmatch unselectable urn usemap valign value valuetype version virtualkeyboardpolicy
  vlink volume vrml vspace webkitdirectory width wrap writingsuggestions xmlns`.split(/\s+/),
);

/** Families of attributes, of which browsers may get more. */
const FAMILIES = /^(?:on|allow|aria|auto|data|form|image|item|popover|shadow|src|xml)/;
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** No address, no code. */
const PLAIN_TEXT = /^[\p{L}\p{N} .,%#_-]*$/u;

/** Whether an attribute is no attribute of HTML, and its value a few words at most. */
export function isInertAttribute(name: string, value: string): boolean {
  const isUnknown = NAME.test(name) && !FAMILIES.test(name) && !HTML_ATTRIBUTES.has(name);
  return isUnknown && value.length <= 200 && PLAIN_TEXT.test(value);
}

/** Whether an element is one that scripts might define, and nobody does here. */
export function isCustomElement(tag: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(tag) && !OF_OTHER_LANGUAGES.test(tag);
}

/** Names of MathML and SVG, which no custom element can have. */
const OF_OTHER_LANGUAGES = /^(?:annotation-xml|color-profile|font-face.*|missing-glyph)$/;
