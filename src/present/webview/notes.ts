/** The notes of the shown slide, as reveal.js's speaker view takes them. */
export class Notes {
  #shown = '';
  #section: Element | null = null;

  constructor(
    readonly slides: HTMLElement,
    readonly notes: HTMLElement,
    readonly none: string,
    readonly openLink: (href: string) => void,
  ) {
    // They arrive after their slide, change with steps, and are completed by formulas and diagrams.
    let isDue = false;
    new MutationObserver(() => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        this.#show();
      });
    }).observe(slides, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['class', 'data-notes'],
    });
    notes.addEventListener('click', (event) => this.#onClick(event));
    this.#show();
  }

  scroll(isDown: boolean): void {
    const step = this.notes.clientHeight * 0.8;
    this.notes.scrollBy({ top: isDown ? step : -step });
  }

  #show(): void {
    const section = this.slides.querySelector('section.present:not(.stack)');
    const content = section ? contentOf(section) : [];
    const shown = content
      .map((node) => (node instanceof Element ? node.outerHTML : node.textContent))
      .join('');
    if (shown !== this.#shown || section !== this.#section) {
      this.notes.replaceChildren(...content);
      this.notes.classList.toggle('none', shown.trim() === '');
      if (shown.trim() === '') this.notes.textContent = this.none;
    }
    if (section !== this.#section) this.notes.scrollTop = 0;
    this.#shown = shown;
    this.#section = section;
  }

  /** Before VS Code sees it, which would open it unasked. */
  #onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    const href = link.getAttribute('href');
    if (href) this.openLink(href);
  }
}

/** Those of the step that is shown, or else those of the slide. */
function contentOf(section: Element): Node[] {
  const step = section.querySelector('.current-fragment');
  const ofStep = step ? notesIn(step, () => true) : [];
  return ofStep.length > 0 ? ofStep : notesIn(section, (aside) => aside.closest('.fragment') === null);
}

function notesIn(element: Element, isMeant: (aside: Element) => boolean): Node[] {
  const text = element.getAttribute('data-notes');
  if (text) return text.split('\n').map((line) => paragraph(line));
  const asides = [...element.querySelectorAll('aside.notes')].filter(isMeant);
  return asides.flatMap((aside) => [...aside.cloneNode(true).childNodes].map(trimmed));
}

/** Notes that are written as HTML can be text, whose lines are shown as they are written: not those around it. */
function trimmed(node: Node): Node {
  if (node instanceof Text) node.data = node.data.replace(/^\s*\n|\n\s*$/g, '');
  return node;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
