/** The markdown-it plugins that ship without types. */
declare module 'markdown-it-abbr' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(md: MarkdownIt): void;
}
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(md: MarkdownIt): void;
}
declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(md: MarkdownIt): void;
}
declare module 'markdown-it-mark' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(md: MarkdownIt): void;
}
declare module 'markdown-it-ins' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(md: MarkdownIt): void;
}
declare module 'markdown-it-sub' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(md: MarkdownIt): void;
}
declare module 'markdown-it-sup' {
  import type { MarkdownIt } from 'markdown-it';
  export default function plugin(md: MarkdownIt): void;
}
declare module 'markdown-it-container' {
  import type { MarkdownIt, RendererRule } from 'markdown-it';
  export default function plugin(md: MarkdownIt, name: string, options: { render: RendererRule }): void;
}
