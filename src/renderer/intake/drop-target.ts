/** What only the import reads. */
const tables = /\.(csv|tsv|xlsx|xls|json|ndjson|jsonl|zip|gz)$/i;
/** What the import reads too, where it is open. */
const texts = /\.txt$/i;

/** Where a dropped file belongs: tables to the import, all else to intake; a text to the import only on its screen. */
export function dropTarget(fileName: string, place: { readonly onImport: boolean; readonly writing: boolean }) {
  if (place.writing) return 'intake';
  if (tables.test(fileName)) return 'import';
  return place.onImport && texts.test(fileName) ? 'import' : 'intake';
}
