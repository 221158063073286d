/** Shows what is wrong with the deck in the strip above the slide; a click leads to the place. */
export function showNotices(notices: readonly string[], onClick: (index: number) => void): void {
  const strip = document.getElementById('notices')!;
  strip.replaceChildren(
    ...notices.map((notice, index) => {
      const button = document.createElement('button');
      button.textContent = notice;
      button.addEventListener('click', () => onClick(index));
      return button;
    }),
  );
  strip.hidden = notices.length === 0;
}
