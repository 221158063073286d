/** A line that occurs only in HedgeDoc's frontmatter, in any letter case: HedgeDoc itself ignores others than its own. */
export const HEDGEDOC_KEYS = /^(?:slideOptions[ \t]*:|type[ \t]*:[ \t]*['"]?slide['"]?[ \t]*(?:#|$))/im;
