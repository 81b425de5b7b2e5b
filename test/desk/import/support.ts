import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inspection, Mapping } from '../../../src/contract/index.ts';
import { checkDraft } from '../../../src/domain/exchange/check-draft.ts';
import type { RejectItem, WarningItem } from '../../../src/domain/exchange/item.ts';
import type { TicketDraft } from '../../../src/domain/tickets/draft.ts';
import { inspectFile } from '../../../src/main/desk/import/inspect.ts';
import type { InspectOptions } from '../../../src/main/desk/import/inspect.ts';
import { readDrafts } from '../../../src/main/desk/import/read.ts';

export const fixture = (name: string) => join(import.meta.dirname, '../../fixtures', name);

/** The project's data folder beside the checkout; not everywhere. */
export const shared = (name: string) => join(import.meta.dirname, '../../../../shared/data', name);
export const hasShared = (name: string) => existsSync(shared(name));

export type Answers = Partial<Pick<Mapping, 'dateOrder' | 'timeZone'>>;
export type ReadIn = {
  readonly inspection: Inspection;
  readonly drafts: readonly TicketDraft[];
  readonly rejects: readonly RejectItem[];
  readonly warnings: readonly WarningItem[];
  readonly rows: number;
};

export const inspect = (path: string, options: Partial<InspectOptions> = {}) =>
  inspectFile(path, { savedMappings: [], deskTimeZone: 'Europe/Berlin', ...options });

/** A file of its own with this content. */
export async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'foredesk-import-')), name);
  await writeFile(path, content);
  return path;
}

/** Inspects a file, answers its questions and reads it; every draft is checked on the way. */
export async function readIn(
  path: string,
  answers: Answers = {},
  options: Partial<InspectOptions> = {},
): Promise<ReadIn> {
  const inspection = await inspect(path, options);
  return { inspection, ...(await readWith(path, { ...inspection.mapping, ...answers })) };
}

export async function readWith(path: string, mapping: Mapping): Promise<Omit<ReadIn, 'inspection'>> {
  const [drafts, rejects, warnings]: [TicketDraft[], RejectItem[], WarningItem[]] = [[], [], []];
  let rows = 0;
  for await (const item of readDrafts(path, mapping)) {
    if (item.kind === 'reject') rejects.push(item);
    else if (item.kind === 'warning') warnings.push(item);
    else {
      const problems = checkDraft(item.draft);
      if (problems.length > 0) throw new Error(`${item.draft.externalId}: ${problems.join('; ')}`);
      drafts.push(item.draft);
      rows += item.rows;
    }
  }
  return { drafts, rejects, warnings, rows };
}

/** Reads a table written here, in UTC unless answered otherwise. */
export async function readTable(content: string | Uint8Array, answers: Answers = { timeZone: 'UTC' }): Promise<ReadIn> {
  return readIn(await fileOf('tickets.csv', content), answers);
}

/** The events of a draft, short: time without date where it is the first day, type, who, and what. */
export function story(draft: TicketDraft | undefined): readonly string[] {
  return (draft?.events ?? []).map((event) => {
    const change = event.body ?? `${event.from ?? '-'} > ${event.to ?? '-'}`;
    const field = event.field === null ? '' : ` ${event.field}`;
    return `${new Date(event.at).toISOString().slice(0, 16)} ${event.type}${field} ${event.author.kind} ${event.author.name}: ${change}`;
  });
}
