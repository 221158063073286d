/** A new element with these properties. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}

/** A button's key is in its label; without a face of its own, the rest of the label is its face. */
export function setLabel(made: HTMLButtonElement, label: string, face = ''): void {
  made.title = label;
  made.ariaLabel = label;
  made.textContent = face || label.replace(/ \([^()]*\)$/, '');
}
