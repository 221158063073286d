/** The size of a printed page. */
export interface PaperSize {
  /** Width for a height of 1; null: as the deck's slides have it. */
  readonly ratio: number | null;
  /** In CSS pixels, of which an inch has 96; null: as large as makes the slides have their true size. */
  readonly width: number | null;
}

/** Short and long side of sheets, in CSS pixels. */
const SHEETS: Readonly<Record<string, readonly [number, number]>> = {
  a3: [inch(297 / 25.4), inch(420 / 25.4)],
  a4: [inch(210 / 25.4), inch(297 / 25.4)],
  a5: [inch(148 / 25.4), inch(210 / 25.4)],
  letter: [inch(8.5), inch(11)],
  legal: [inch(8.5), inch(14)],
};

const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  mm: inch(1 / 25.4),
  cm: inch(1 / 2.54),
  in: inch(1),
};

/** In CSS pixels: the most that PDF allows is 200 inches. */
const MAX_SIDE = inch(200);

/** How sizes can be written, for messages. */
export const PAPER_SIZES =
  '16:9, 16:10, 4:3, canvas, A3, A4, A5, letter, legal, or WIDTHxHEIGHT in px, mm, cm or in';

/**
 * Reads a size: the shape of a screen, on which slides have their true size; a sheet across; or width and height,
 * such as `1920x1080` or `297x210mm`. Null if it is none.
 */
export function paperSize(written: string): PaperSize | null {
  const text = written.trim().toLowerCase();
  if (text === 'canvas') return { ratio: null, width: null };
  const [, across, down] = /^(\d{1,4}):(\d{1,4})$/.exec(text) ?? [];
  if (across && down) return sized(Number(across), Number(down), false);
  if (Object.hasOwn(SHEETS, text)) {
    const [short, long] = SHEETS[text]!;
    return sized(long, short, true);
  }
  const [, width, height, unit = 'px'] = /^([\d.]+)\s*x\s*([\d.]+)\s*(px|mm|cm|in)?$/.exec(text) ?? [];
  return sized(Number(width) * UNITS[unit]!, Number(height) * UNITS[unit]!, true);
}

function sized(width: number, height: number, isAbsolute: boolean): PaperSize | null {
  const ratio = width / height;
  // What is no number fails here, too.
  if (!(ratio >= 0.1 && ratio <= 10)) return null;
  if (isAbsolute && !(Math.min(width, height) >= 36 && Math.max(width, height) <= MAX_SIDE)) return null;
  return { ratio, width: isAbsolute ? width : null };
}

function inch(inches: number): number {
  return inches * 96;
}
