import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { Paper } from '../../../domain/paper/paper.ts';
import { faces } from './fonts.ts';
import { legible } from './legible.ts';
import { sheetsOf } from './sheet.ts';

/** `at`: milliseconds since 1970, told in the file as when it was made. */
export type PdfRequest = { readonly paper: Paper; readonly at: number };
/** `missing`: letters that the face cannot draw. */
export type Pdf = { readonly bytes: Uint8Array; readonly missing: number };

/** Entry of a thread that writes one PDF. Nothing is fetched, and no file but the two of the face is read. */
async function write({ paper, at }: PdfRequest): Promise<Pdf> {
  pdfmake.addFonts({ Inter: faces });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values(faces).includes(path));
  const { paper: drawn, missing } = legible(paper);
  const bytes = await pdfmake.createPdf(sheetsOf(drawn, at)).getBuffer();
  return { bytes, missing };
}

parentPort?.postMessage(await write(workerData as PdfRequest));
