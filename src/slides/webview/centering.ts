/**
 * Centers slides on a canvas of this height, as `Reveal.layout` does for all shown slides. The slide sorter,
 * which places them in its own way, gets the top as a custom property.
 */
export function center(sections: readonly HTMLElement[], height: number, isCentered: boolean): void {
  const tops = sections.map(({ classList, scrollHeight }) => {
    return isCentered || classList.contains('center') ? `${Math.max((height - scrollHeight) / 2, 0)}px` : '';
  });
  sections.forEach(({ style }, index) => {
    style.top = tops[index]!;
    style.setProperty('--slide-top', tops[index]!);
  });
}
