/** How many lines of plain text a tile of the wall is high, and how many letters of it wide. */
const linesHigh = 14.6;
const lettersWide = 19;

/** Below this nobody reads it, px: tiles keep this, and the wall is scrolled. */
const least = 9;

/** Lines of a tile that words take; what is left is for the days. */
const linesSaid = 12.5;

type WallGrid = {
  readonly columns: number;
  readonly rows: number;
  /** Size of plain text, px. */
  readonly unit: number;
  /** Height that the days have, px. */
  readonly line: number;
  /** Height of a tile, px; null: as much as there is for each, with nothing to scroll. */
  readonly tile: number | null;
};

/** As many columns and rows as give the largest tiles. */
export function wallGrid(count: number, width: number, height: number): WallGrid {
  const choices = Array.from({ length: Math.max(1, count) }, (_, index) => {
    const columns = index + 1;
    const rows = Math.max(1, Math.ceil(count / columns));
    const wide = width / columns / lettersWide;
    return { columns, rows, wide, fits: Math.min(height / rows / linesHigh, wide) };
  });
  const best = choices.reduce((found, each) => (each.fits > found.fits ? each : found));
  if (best.fits >= least) {
    const unit = Math.round(10 * best.fits) / 10;
    const line = Math.max(2 * unit, Math.round(height / best.rows - linesSaid * unit));
    return { columns: best.columns, rows: best.rows, unit, line, tile: null };
  }
  const { columns, rows } = choices.findLast(({ wide }) => wide >= least) ?? best;
  return { columns, rows, unit: least, line: 2 * least, tile: Math.ceil(least * linesHigh) };
}
