import type { Pack, Passage, Quote } from '../../../contract/index.ts';
import type { PackContent, PackWork } from '../../../contract/pack-file.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { redactText, toRedacted, type RedactRules } from '../../../domain/quality/redact/redact.ts';
import { fieldOf } from '../../../domain/quality/registers.ts';
import { row, rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { nameOf } from '../roster/write.ts';
import { newBoxKey, packBytes, sealContent, sealWork } from './pack-box.ts';
import { fieldsOf, type Field } from './pack-fields.ts';
import { deskNode, fileName, headOf, mustPack } from './pack-list.ts';
import { cardOf, conversationOf, mustReview, toReviewRow } from './read.ts';
import { readRegisters } from './registers.ts';

const eventsOf = (core: Core, ticketId: number): number =>
  row<{ n: number }>(core.db, 'SELECT count(*) AS n FROM event WHERE ticket_id = ?', ticketId)?.n ?? 0;

/** What was said in a review so far, as it travels: comments and quotes hide what the conversation hides. */
function hiddenFields(fields: readonly Field[], passages: readonly Passage[], rules: RedactRules): Field[] {
  const talk = new Map(passages.map(({ id, text }) => [id, redactText(text, rules)]));
  const quoteOf = (quote: Quote): Quote => {
    const whole = talk.get(quote.eventId);
    const place = whole === undefined ? quote : toRedacted(whole.hidden, quote);
    return { ...quote, from: place.from, to: place.to, text: whole?.text.slice(place.from, place.to) ?? '' };
  };
  return fields.map((field) => {
    if (typeof field.value === 'string' && fieldOf(field.key) !== 'state')
      return { ...field, value: redactText(field.value, rules).text };
    return fieldOf(field.key) === 'quotes' ? { ...field, value: (field.value as Quote[]).map(quoteOf) } : field;
  });
}

/** One review as it travels, redacted where asked. */
function travelling(core: Core, id: string, rules: RedactRules | null): PackContent['reviews'][number] {
  const record = mustReview(core.db, id);
  const plain = conversationOf(core.db, record.ticket_id);
  const fields = fieldsOf(readRegisters(core.db, record.id));
  const events = eventsOf(core, record.ticket_id);
  if (rules === null) return { row: toReviewRow(record), conversation: plain, events, fields };
  const redact = (text: string): string => redactText(text, rules).text;
  return {
    row: { ...toReviewRow(record), subject: redact(record.subject) },
    conversation: plain.map((passage) => ({
      ...passage,
      author: passage.side === 'customer' && rules.names.length > 0 ? 'Customer' : passage.author,
      text: redact(passage.text),
    })),
    events,
    fields: hiddenFields(fields, plain, rules),
  };
}

/** Names that are in the conversations: of whoever asked, redacted where names are. */
function namesIn(core: Core, ids: readonly string[]): string[] {
  const tickets = ids.map((id) => mustReview(core.db, id).ticket_id);
  return tickets.flatMap((ticket) =>
    rows<{ requester: string }>(core.db, 'SELECT requester FROM ticket WHERE id = ?', ticket).map(
      ({ requester }) => requester,
    ),
  );
}

type MakeInput = {
  readonly reviewIds: readonly string[];
  readonly passphrase: string;
  readonly name: string;
  readonly redact: {
    readonly emails: boolean;
    readonly phones: boolean;
    readonly cards: boolean;
    readonly ibans: boolean;
    readonly names: boolean;
  } | null;
};

function contentOf(core: Core, id: string, input: MakeInput): PackContent {
  const rules =
    input.redact === null ? null : { ...input.redact, names: input.redact.names ? namesIn(core, input.reviewIds) : [] };
  const records = input.reviewIds.map((each) => mustReview(core.db, each));
  const forms = new Map(
    records.map(({ card_id, card_uid, version }) => [`${card_id}/${version}`, { card_id, card_uid, version }]),
  );
  const reviewers = new Set(records.map(({ reviewer_uid }) => (reviewer_uid === null ? '' : uuidText(reviewer_uid))));
  const [first = ''] = reviewers;
  const reviewerName = reviewers.size === 1 && first !== '' ? nameOf(core, first) : '';
  return {
    id,
    name: input.name === '' ? `Pack ${reviewerName === '' ? '' : `for ${reviewerName}`}`.trim() : input.name,
    deskName: core.facts.settings().name,
    deskNode: deskNode(core),
    madeAt: core.ports.now(),
    reviewerName,
    redacted: input.redact !== null,
    people: Object.fromEntries(core.facts.context().people.map(({ id: person, name }) => [person, name])),
    cards: [...forms.values()].map(({ card_id, card_uid, version }) => ({
      scorecardId: uuidText(card_uid),
      version,
      card: cardOf(core.db, card_id, version),
    })),
    reviews: input.reviewIds.map((each) => travelling(core, each, rules === null ? null : rules)),
  };
}

/** Writes a pack, and keeps what went out with it, so that what comes home can be told from what was changed here. */
export function makePack(core: Core, input: MakeInput): { pack: Pack; fileName: string; base64: string } {
  const uid = core.newId(core.ports.now());
  const id = uuidText(uid);
  const content = contentOf(core, id, input);
  const key = newBoxKey(id, input.passphrase);
  const work: PackWork = { edits: 0, reviews: {} };
  const bytes = packBytes(key, { content: sealContent(key, content), work: sealWork(key, work) });
  core.write({ name: 'quality.packMake', label: `Pack “${content.name}” made`, undoable: false }, (write) => {
    write.insert('pack', uid, {
      name: content.name,
      role: 'made',
      at: core.ports.now(),
      head: JSON.stringify(headOf(content, null)),
      merged_at: null,
    });
  });
  return { pack: mustPack(core, id, () => false), fileName: fileName(content.name), base64: bytes.toString('base64') };
}
