import createDOMPurify from 'dompurify';
import { isCustomElement, isInertAttribute } from '../../core/render/inertMarkup';

/** `id`s get this prefix, so that none can be mistaken for a property of `document` or `window`. */
export const ID_PREFIX = 'user-content-';

const purify = createDOMPurify(window);

purify.addHook('uponSanitizeElement', (node, { tagName }) => {
  // The only form control a slide may have is the check box of a task list, which nobody can use.
  if (tagName === 'input' && node instanceof HTMLInputElement) {
    const isTask = node.type === 'checkbox' && node.disabled;
    if (!isTask) node.remove();
  }
});

purify.addHook('afterSanitizeAttributes', (node) => {
  // reveal.js loads these when it turns to their slide, which may not have its content by then.
  const later = node.getAttribute('data-src');
  if (later === null || !/^(?:IMG|VIDEO|AUDIO|SOURCE)$/.test(node.tagName)) return;
  node.setAttribute('src', later);
  node.removeAttribute('data-src');
});

purify.addHook('uponSanitizeAttribute', (_node, attribute) => {
  if (isInertAttribute(attribute.attrName, attribute.attrValue)) attribute.forceKeepAttr = true;
});

/**
 * The second wall against hostile decks, after the renderer's allow-list: one slide's HTML as a fragment in
 * which nothing can run, submit, embed or name a global. Only at the top of it is a section, which may make a vertical
 * slide, let through.
 */
export function sanitize(html: string): DocumentFragment {
  const content = purify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['form', 'button', 'textarea', 'select', 'option', 'dialog', 'template', 'slot'],
    ADD_ATTR: ['target'],
    CUSTOM_ELEMENT_HANDLING: { tagNameCheck: isCustomElement },
    SANITIZE_NAMED_PROPS: true,
    FORCE_BODY: true,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const nested of content.querySelectorAll('* section')) nested.replaceWith(...nested.childNodes);
  return content;
}
