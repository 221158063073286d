/**
 * reveal.js takes the comma in a `data:` URL for the start of another video, so inlined background videos get
 * addresses without one.
 */
export function playInlinedVideos(): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-background-video^="data:"]')) {
    const [head = '', base64 = ''] = (section.dataset.backgroundVideo ?? '').split(',');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const type = /^data:([^;]*)/.exec(head)?.[1] ?? '';
    section.dataset.backgroundVideo = URL.createObjectURL(new Blob([bytes], { type }));
  }
}
