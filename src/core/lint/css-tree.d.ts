/** css-tree in one file, which reads its tables without Node. */
declare module 'css-tree/dist/csstree.esm' {
  export * from 'css-tree';
}
