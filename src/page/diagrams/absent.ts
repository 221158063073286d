/** Replaces libraries that mermaid names but HedgeDoc's does not have: formulas in labels, the ELK layout. */
export default class Absent {
  constructor() {
    throw new Error('This build does not support elk layouts.');
  }

  static renderToString(): never {
    throw new Error('This build does not support formulas in labels.');
  }
}
