/** How many lines of plain text a tile of the wall is high, and how many letters of it wide. */
const linesHigh = 14.6;
const lettersWide = 19;

/** Below this nobody reads it, px. */
const least = 6;

/** Lines of a tile that words take; what is left is for the days. */
const linesSaid = 12.5;

type WallGrid = {
  readonly columns: number;
  readonly rows: number;
  /** Size of plain text, px. */
  readonly unit: number;
  /** Height that the days have, px. */
  readonly line: number;
};

/** As many columns and rows as give the largest tiles. */
export function wallGrid(count: number, width: number, height: number): WallGrid {
  const choices = Array.from({ length: Math.max(1, count) }, (_, index): WallGrid => {
    const columns = index + 1;
    const rows = Math.max(1, Math.ceil(count / columns));
    const fits = Math.min(height / rows / linesHigh, width / columns / lettersWide);
    const unit = Math.max(least, Math.round(10 * fits) / 10);
    const line = Math.max(2 * unit, Math.round(height / rows - linesSaid * unit));
    return { columns, rows, unit, line };
  });
  return choices.reduce((best, each) => (each.unit > best.unit ? each : best));
}
