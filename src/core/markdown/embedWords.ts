/** The few words that the renderer itself adds to a slide. */
export const WORDS = {
  youtube: 'YouTube video',
  vimeo: 'Vimeo video',
  gist: 'GitHub gist',
  pdf: 'PDF document',
  slideshare: 'Slideshare',
  speakerdeck: 'Speakerdeck',
  iframe: 'Embedded page',
  notRendered: 'This slide is too large or too deeply nested to be rendered. Its text:',
} as const;
