import type { ReportContent, ReportFormat } from '../../../contract/index.ts';
import { paperHtml } from '../../../domain/paper/html.ts';
import { contentPaper, contentText, fileName } from '../../../domain/reports/content-paper.ts';
import { contentTables } from '../../../domain/reports/content-tables.ts';
import { mailDraft } from './mail-draft.ts';
import { writePdf } from '../paper/write-pdf.ts';
import { reportFile, type ReportFile } from '../report-file.ts';

type To = { readonly from: string | null; readonly recipients: readonly string[] };

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes as Uint8Array).toString('base64');

async function eml(content: ReportContent, { from, recipients }: To): Promise<string> {
  const paper = contentPaper(content);
  const { bytes } = await writePdf(paper, content.madeAt);
  return mailDraft({
    from,
    to: recipients,
    subject: paper.title,
    at: content.madeAt,
    text: contentText(content),
    html: paperHtml(paper),
    file: { name: fileName(content, 'pdf'), type: 'application/pdf', base64: base64(bytes) },
  });
}

/** An issue as a file, of what it says and nothing else. SPEC REP-30. */
export async function contentFile(content: ReportContent, format: ReportFormat, to: To): Promise<ReportFile> {
  const name = fileName(content, format);
  switch (format) {
    case 'pdf': {
      const { bytes } = await writePdf(contentPaper(content), content.madeAt);
      return { fileName: name, type: 'application/pdf', base64: base64(bytes) };
    }
    case 'html':
      return { fileName: name, type: 'text/html;charset=utf-8', base64: base64(paperHtml(contentPaper(content))) };
    case 'eml':
      return { fileName: name, type: 'message/rfc822', base64: base64(await eml(content, to)) };
    default: {
      const { madeAt: at, timeZone } = content;
      const file = await reportFile('report', contentTables(content), { format, at, timeZone });
      return { ...file, fileName: name };
    }
  }
}
