import type { QualityReview, ReviewRow } from '../../../contract/index.ts';
import { packContentSchema, packWorkSchema, type PackContent, type PackWork } from '../../../contract/pack-file.ts';
import { Fault } from '../../../domain/fault.ts';
import { mergeRegisters } from '../../../domain/quality/merge.ts';
import { answersOf, standingOf, type Register } from '../../../domain/quality/registers.ts';
import { score } from '../../../domain/quality/score/score.ts';
import { openBox, type BoxKey } from './pack-box.ts';
import { registersOf } from './pack-fields.ts';

/** A pack that is open here: its content in memory, never on the disk but sealed. */
export type OpenPack = { readonly key: BoxKey; readonly sealed: Buffer; readonly content: PackContent; work: PackWork };

/** Opens the box and holds what is in it against its shape. Faults INVALID, before anything of it is used. SPEC QAP-1. */
export function parsePack(bytes: Buffer, passphrase: string): OpenPack {
  const box = openBox(bytes, passphrase);
  const content = packContentSchema.safeParse(box.content);
  const work = packWorkSchema.safeParse(box.work);
  if (!content.success || !work.success)
    throw new Fault(
      'INVALID',
      'This pack is sealed as it should be, but what is in it is not what a pack holds. Make it anew.',
    );
  return { key: box.key, sealed: box.parts.content, content: content.data, work: work.data };
}

function inPack({ content }: OpenPack, id: string): PackContent['reviews'][number] {
  const found = content.reviews.find(({ row }) => row.id === id);
  if (found === undefined) throw new Fault('NOT_FOUND', 'That review is not in this pack.');
  return found;
}

function formOf({ content }: OpenPack, base: ReviewRow) {
  const form = content.cards.find(
    ({ scorecardId, version }) => scorecardId === base.scorecardId && version === base.version,
  );
  if (form === undefined)
    throw new Fault('DAMAGED', 'The form of this review is not in the pack. Ask for the pack again.');
  return form.card;
}

/** What has been said of a review: what it went out with, and what was done in the pack. */
export const registersIn = (pack: OpenPack, id: string): Map<string, Register> =>
  mergeRegisters(registersOf(inPack(pack, id).fields), registersOf(pack.work.reviews[id] ?? []));

/** One review of a pack whole, as a desk would show it. */
export function reviewIn(pack: OpenPack, id: string): QualityReview {
  const { row: base, conversation } = inPack(pack, id);
  const registers = registersIn(pack, id);
  const { dispute, acknowledgedAt, agentNote, ...standing } = standingOf(registers);
  const card = formOf(pack, base);
  const answers = answersOf(registers);
  const scored = score(card, answers);
  return {
    ...base,
    ...standing,
    percent: scored.percent,
    passed: scored.passed,
    autoFailed: scored.autoFailed.length > 0,
    disputed: dispute !== null,
    deadlineAt: dispute !== null && standing.state === 'disputed' ? dispute.deadlineAt : null,
    conflicts: 0,
    card,
    answers,
    score: scored,
    conversation,
    dispute,
    acknowledgedAt,
    agentNote,
  };
}

/** The reviews of a pack, without their conversations. */
export const rowsIn = (pack: OpenPack): ReviewRow[] =>
  pack.content.reviews.map(({ row: { id } }) => {
    const { card: _, answers: __, score: ___, conversation: ____, dispute: _____, ...row } = reviewIn(pack, id);
    return row;
  });

/** How many reviews of a pack are still to be done. */
export const leftIn = (pack: OpenPack): number =>
  rowsIn(pack).filter(({ state }) => state === 'assigned' || state === 'started').length;
