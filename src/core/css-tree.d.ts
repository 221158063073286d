/** The parts of css-tree that are used here and that it ships without types. */
declare module 'css-tree/parser' {
  export interface CssNode {
    readonly type: string;
    readonly name?: string;
    readonly property?: string;
    readonly value?: unknown;
    readonly loc: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
  }
  export interface ParseOptions {
    readonly context: 'stylesheet' | 'declarationList' | 'value';
    readonly positions: true;
    readonly parseCustomProperty: boolean;
    readonly offset: number;
  }
  export default function parse(css: string, options: ParseOptions): CssNode;
}
declare module 'css-tree/walker' {
  import type { CssNode } from 'css-tree/parser';
  export default function walk(node: CssNode, enter: (node: CssNode) => void): void;
}

/** css-tree in one file, which reads its tables without Node. */
declare module 'css-tree/dist/csstree.esm' {
  export * from 'css-tree';
}
