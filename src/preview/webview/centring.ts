/**
 * Puts slides in the middle of a canvas of this height, as `Reveal.layout` does all that are shown. The slide sorter,
 * which has its own way to place them, finds the top as a custom property.
 */
export function centre(sections: readonly HTMLElement[], height: number, isCentred: boolean): void {
  const tops = sections.map(({ classList, scrollHeight }) => {
    return isCentred || classList.contains('center') ? `${Math.max((height - scrollHeight) / 2, 0)}px` : '';
  });
  sections.forEach(({ style }, index) => {
    style.top = tops[index]!;
    style.setProperty('--slide-top', tops[index]!);
  });
}
