/** A slide that would take unreasonably long or grow far beyond its source: it is shown as text. */
export class TooComplex extends Error {}
