/** css-tree in one file, which needs nothing of Node to read its tables. */
declare module 'css-tree/dist/csstree.esm' {
  export * from 'css-tree';
}
