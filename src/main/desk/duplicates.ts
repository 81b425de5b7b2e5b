import type { RequesterIn, TicketRow } from '../../contract/index.ts';
import { likelyDuplicates, tellingWords } from '../../domain/tickets/duplicates.ts';
import { readAlike, ticketsOfCustomer, wordHits, type WordHits } from '../store/alike.ts';
import { readByIds } from '../store/boards.ts';
import type { Core } from './core.ts';
import { requesterOf } from './intake-commands.ts';
import { knownCustomer } from './ticket-insert.ts';

type Input = { readonly requester: RequesterIn | null; readonly subject: string; readonly body: string };

const day = 86_400_000;
/** What is solved for longer than this is another matter by now. */
const oldest = 45 * day;
const byWords = 40;
const ofCustomer = 40;

/** The tickets that have most of the words, by the rarity of each. */
function likeliest(hits: readonly WordHits[]): number[] {
  const weights = new Map<number, number>();
  for (const { ids, rarity } of hits) for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + rarity);
  return [...weights]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, byWords)
    .map(([id]) => id);
}

/** Looks in the index of words and among the customer's own tickets; scores at most 80. SPEC TRI-6. */
export function findDuplicates(core: Core, { requester, subject, body }: Input) {
  const words = tellingWords(subject, body);
  if (words.length === 0) return [];
  const customer = requester === null ? undefined : knownCustomer(core, requesterOf(core, requester));
  const hits = wordHits(core.db, words);
  const own = customer === undefined ? [] : ticketsOfCustomer(core.db, customer, ofCustomer);
  const now = core.ports.now();
  const candidates = readAlike(core.db, [...new Set([...own, ...likeliest(hits)])])
    .filter(({ open, updated_at }) => open === 1 || now - updated_at < oldest)
    .map((record) => ({
      ticket: record.id,
      subject: record.subject,
      text: record.text ?? '',
      sameCustomer: record.customer_id === customer,
      open: record.open === 1,
      at: record.updated_at,
    }));
  const rarity = new Map(hits.map((hit) => [hit.word, hit.rarity]));
  const found = likelyDuplicates({ subject, body, customerKnown: customer !== undefined, now, rarity }, candidates);
  const rows = new Map(
    readByIds(
      core.db,
      found.map(({ ticket }) => ticket),
    ).map((row) => [row.number, row]),
  );
  return found.flatMap(({ ticket: number, score, why }) => {
    const ticket: TicketRow | undefined = rows.get(number);
    return ticket === undefined ? [] : [{ ticket, score, why }];
  });
}
