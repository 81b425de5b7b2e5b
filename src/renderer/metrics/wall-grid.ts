/** A tile of the wall is about so much wider than it is high. */
const shape = 1.55;
/** How many lines of the plain size a tile is high, and how many letters of it wide. */
const linesHigh = 13;
const lettersWide = 19;

/** As many columns and rows as give the largest tiles, and the size of plain text in them, px. */
export function wallGrid(count: number, width: number, height: number) {
  const columns = Math.max(1, Math.min(count, Math.ceil(Math.sqrt((count * width) / Math.max(1, height) / shape))));
  const rows = Math.max(1, Math.ceil(count / columns));
  const unit = Math.min(height / rows / linesHigh, width / columns / lettersWide);
  return { columns, rows, unit: Math.max(6, Math.round(10 * unit) / 10) };
}
