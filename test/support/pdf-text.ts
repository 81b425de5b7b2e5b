import { extractText, getDocumentProxy, getMeta } from 'unpdf';

/** What a PDF says, sheet by sheet, and of what it says it is; read by Mozilla's reader. */
export async function pdfText(
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly string[]; readonly title: string }> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document);
  const { info } = await getMeta(document);
  return { pages: text, title: String(info['Title'] ?? '') };
}
