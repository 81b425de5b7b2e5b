import type { Pack, Passage, Quote } from '../../../contract/index.ts';
import type { PackContent, PackWork } from '../../../contract/pack-file.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { redactText, toRedacted, type RedactRules } from '../../../domain/quality/redact/redact.ts';
import { fieldOf } from '../../../domain/quality/registers.ts';
import { eventCodes } from '../../store/codes.ts';
import { rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { nameOf } from '../person.ts';
import { newBoxKey, packBytes, sealContent, sealWork } from './pack-box.ts';
import { fieldsOf, type Field } from './pack-fields.ts';
import { deskNode, fileName, headOf, mustPack } from './pack-list.ts';
import { cardOf, conversationOf, eventsOf, mustReview, mustSee, toReviewRow } from './read.ts';
import { readRegisters } from './registers.ts';

/** Words are hidden wherever somebody typed them: in a comment or a reason, and in what a dispute and its decision hold. */
function hiddenWords(name: string, value: unknown, rules: RedactRules): unknown {
  if (typeof value === 'string') return name === 'state' ? value : redactText(value, rules).text;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      key,
      (key === 'reason' || key === 'note') && typeof each === 'string' ? redactText(each, rules).text : each,
    ]),
  );
}

/** What was said in a review so far, as it travels: comments and quotes hide what the conversation hides. */
function hiddenFields(fields: readonly Field[], passages: readonly Passage[], rules: RedactRules): Field[] {
  const talk = new Map(passages.map(({ id, text }) => [id, redactText(text, rules)]));
  const quoteOf = (quote: Quote): Quote => {
    const whole = talk.get(quote.eventId);
    const place = whole === undefined ? quote : toRedacted(whole.hidden, quote);
    return { ...quote, from: place.from, to: place.to, text: whole?.text.slice(place.from, place.to) ?? '' };
  };
  return fields.map((field) => {
    const name = fieldOf(field.key);
    if (name === 'quotes') return { ...field, value: (field.value as Quote[]).map(quoteOf) };
    return { ...field, value: hiddenWords(name, field.value, rules) };
  });
}

/** One review as it travels, redacted where asked. */
function travelling(core: Core, id: string, rules: RedactRules | null): PackContent['reviews'][number] {
  const record = mustReview(core.db, id);
  const plain = conversationOf(core.db, record.ticket_id);
  const fields = fieldsOf(readRegisters(core.db, record.id));
  const events = eventsOf(core.db, record.ticket_id);
  if (rules === null) return { row: toReviewRow(record), conversation: plain, events, fields };
  const shown = toReviewRow(record);
  const redact = (text: string): string => redactText(text, rules).text;
  return {
    row: { ...shown, subject: redact(shown.subject), skipReason: redact(shown.skipReason) },
    conversation: plain.map((passage) => ({
      ...passage,
      author: passage.side === 'customer' && rules.names.length > 0 ? 'Customer' : passage.author,
      text: redact(passage.text),
    })),
    events,
    fields: hiddenFields(fields, plain, rules),
  };
}

/** Names that are in the conversations: of who asked, and of customers who wrote. */
function namesIn(core: Core, ids: readonly string[]): string[] {
  const tickets = ids.map((id) => mustReview(core.db, id).ticket_id);
  const found = tickets.flatMap((ticket) =>
    rows<{ name: string }>(
      core.db,
      `SELECT requester AS name FROM ticket WHERE id = ?
       UNION SELECT author FROM event WHERE ticket_id = ? AND type = ${eventCodes.code('customerMessage')}`,
      ticket,
      ticket,
    ),
  );
  return [...new Set(found.map(({ name }) => name))];
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

function contentOf(core: Core, id: string, input: MakeInput, rules: RedactRules | null): PackContent {
  const records = input.reviewIds.map((each) => mustReview(core.db, each));
  // Nothing is said in one that nobody began: it can go to whoever is to score it.
  for (const record of records) if (record.state !== 'assigned') mustSee(record, core.facts.settings().me);
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
    reviews: input.reviewIds.map((each) => travelling(core, each, rules)),
  };
}

/** Writes a pack, and keeps what went out with it, so that what comes home can be told from what was changed here. */
export function makePack(core: Core, input: MakeInput): { pack: Pack; fileName: string; base64: string } {
  const uid = core.newId(core.ports.now());
  const id = uuidText(uid);
  const rules =
    input.redact === null ? null : { ...input.redact, names: input.redact.names ? namesIn(core, input.reviewIds) : [] };
  const content = contentOf(core, id, input, rules);
  const key = newBoxKey(id, input.passphrase);
  const work: PackWork = { edits: 0, reviews: {} };
  const bytes = packBytes(key, { content: sealContent(key, content), work: sealWork(key, work) });
  core.write({ name: 'quality.packMake', label: `Pack “${content.name}” made`, undoable: false }, (write) => {
    write.insert('pack', uid, {
      name: content.name,
      role: 'made',
      at: core.ports.now(),
      head: JSON.stringify(headOf(content, null)),
      redact: rules === null ? null : JSON.stringify(rules),
      merged_at: null,
    });
  });
  return { pack: mustPack(core, id, () => false), fileName: fileName(content.name), base64: bytes.toString('base64') };
}
