import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Paper } from '../../../domain/paper/paper.ts';
import type { Pdf, PdfRequest } from './pdf-worker.ts';

const pdfWorker = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url);

/** A paper as PDF, on a thread of its own: laying out a long one takes as long as a hundred frames. */
export async function writePdf(paper: Paper, at: number): Promise<Pdf> {
  const request: PdfRequest = { paper, at };
  const worker = new Worker(pdfWorker(), { workerData: request });
  try {
    // An error of the thread rejects.
    const [pdf] = (await once(worker, 'message')) as [Pdf];
    return pdf;
  } finally {
    await worker.terminate();
  }
}
