import type { Done, QualityReview } from '../../contract/index.ts';
import { dayMs } from '../../domain/calendar/wall-time.ts';
import { Fault } from '../../domain/fault.ts';
import { agreement } from '../../domain/quality/agreement/agreement.ts';
import { answersOf, standingOf } from '../../domain/quality/registers.ts';
import { checkScorecard } from '../../domain/quality/score/check.ts';
import { score } from '../../domain/quality/score/score.ts';
import { checkValue } from '../../domain/quality/values.ts';
import type { Core } from './core.ts';
import { bringHome, chooseConflict, readConflicts } from './quality/bring-home.ts';
import { cardVersions, exportCard, importCard, readCards, saveCard, templates } from './quality/cards.ts';
import { dashboard } from './quality/dashboard.ts';
import { exportReviews, reviewFile } from './quality/export.ts';
import { findReviews } from './quality/find.ts';
import { graders } from './quality/graders.ts';
import { packDesk, packFile, type PackDesk } from './quality/pack-desk.ts';
import { mustPack, readPacks } from './quality/pack-list.ts';
import { makePack } from './quality/pack-make.ts';
import { readPlan, savePlan } from './quality/plan.ts';
import { cardOf, isBlind, readReview } from './quality/read.ts';
import {
  answer,
  answerSayings,
  finishSayings,
  mustBeComplete,
  mustBeOpen,
  mustBeScorable,
  reopenSayings,
  skipSayings,
  step,
  type Sayings,
} from './quality/reviews.ts';
import { assign, draw, makeReview, readWeeks } from './quality/sample.ts';
import { closeSession, makeSession, readSessions, sessionResult } from './quality/sessions.ts';
import { os } from './router-base.ts';

/** Needs no desk. */
export const qualityRules = () => ({
  score: os.quality.score.handler(({ input }) => score(input.card, input.answers)),
  agreement: os.quality.agreement.handler(({ input }) => agreement(input)),
  cardCheck: os.quality.cardCheck.handler(({ input }) => ({ problems: checkScorecard(input.card) })),
});

const cards = (core: Core) => ({
  cards: os.quality.cards.handler(() => ({ cards: readCards(core.db) })),
  cardSave: os.quality.cardSave.handler(({ input }) => saveCard(core, input)),
  cardVersions: os.quality.cardVersions.handler(({ input }) => ({ versions: cardVersions(core.db, input.id) })),
  cardTemplates: os.quality.cardTemplates.handler(() => ({ templates: [...templates] })),
  cardExport: os.quality.cardExport.handler(({ input }) => exportCard(core.db, input.id)),
  cardImport: os.quality.cardImport.handler(({ input }) => importCard(core, input.text)),
});

const sampling = (core: Core) => ({
  plan: os.quality.plan.handler(() => readPlan(core)),
  planSave: os.quality.planSave.handler(({ input }) => savePlan(core, input)),
  weeks: os.quality.weeks.handler(({ input }) => ({ weeks: readWeeks(core, input.count) })),
  draw: os.quality.draw.handler(({ input }) => draw(core, input)),
});

/** Steps of a review in a pack: the same as at home, but kept in its box. */
const inPack = (
  packs: PackDesk,
  pack: string,
  id: string,
  sayings: Parameters<PackDesk['say']>[2],
  label: string,
): Done => {
  packs.say(pack, id, sayings);
  return { changed: 1, label, changeSet: null };
};

const reviewing = (core: Core, packs: PackDesk) => ({
  reviews: os.quality.reviews.handler(({ input }) => findReviews(core, input.filter, input.limit)),
  review: os.quality.review.handler(({ input }) =>
    input.pack === undefined
      ? readReview(core.db, input.id, core.facts.settings().me)
      : packs.review(input.pack, input.id),
  ),
  reviewMake: os.quality.reviewMake.handler(({ input }) => makeReview(core, input)),
  answer: os.quality.answer.handler(({ input }) => {
    if (input.pack === undefined) return answer(core, input);
    const after = packs.say(input.pack, input.id, (review, registers, now) => {
      mustBeOpen(review.state);
      return answerSayings(review.card, registers, now, input);
    });
    return { score: after.score, changeSet: null };
  }),
  ...ending(core, packs),
  ...handing(core),
  ...disputing(core, packs),
  ...deciding(core),
  reviewFile: os.quality.reviewFile.handler(({ input }) => reviewFile(core, input)),
});

/** When a review is done, is not after all, or is left out. */
const ending = (core: Core, packs: PackDesk) => ({
  finish: os.quality.finish.handler(({ input }) => {
    if (input.pack !== undefined)
      return inPack(
        packs,
        input.pack,
        input.id,
        (review, registers, now) => {
          mustBeOpen(review.state);
          mustBeComplete(review.card, registers);
          return finishSayings(now);
        },
        'Review done',
      );
    const command = { name: 'finish', label: (_: number, number: number) => `Review of #${number} done` };
    return step(core, [input.id], command, (record, registers) => {
      mustBeOpen(record.state);
      mustBeScorable(record);
      mustBeComplete(cardOf(core.db, record.card_id, record.version), registers);
      return finishSayings(core.ports.now());
    });
  }),
  reopen: os.quality.reopen.handler(({ input }) => {
    if (input.pack !== undefined)
      return inPack(packs, input.pack, input.id, () => reopenSayings, 'Review taken up again');
    const command = { name: 'reopen', label: (_: number, number: number) => `Review of #${number} taken up again` };
    return step(core, [input.id], command, (record) => {
      mustBeScorable(record);
      return reopenSayings;
    });
  }),
  skip: os.quality.skip.handler(({ input }) => {
    if (input.pack !== undefined)
      return inPack(
        packs,
        input.pack,
        input.id,
        ({ state }) => {
          mustBeOpen(state);
          return skipSayings(input.reason);
        },
        'Review skipped',
      );
    const command = { name: 'skip', label: (_: number, number: number) => `Review of #${number} skipped` };
    return step(core, [input.id], command, (record) => {
      mustBeOpen(record.state);
      mustBeScorable(record);
      return skipSayings(input.reason);
    });
  }),
});

/** Whose a review is, and when its agent sees it. */
const handing = (core: Core) => ({
  assign: os.quality.assign.handler(({ input }) => assign(core, input)),
  release: os.quality.release.handler(({ input }) => {
    const command = {
      name: 'release',
      label: (count: number, number: number) =>
        count === 1 ? `Review of #${number} released` : `${count} reviews released`,
    };
    return step(core, input.ids, command, (record) => {
      const { state, ticket_id } = record;
      if (isBlind(record))
        throw new Fault(
          'CONFLICT',
          `#${ticket_id} is scored blind. Close the session before its reviews are released.`,
        );
      if (state !== 'done')
        throw new Fault('CONFLICT', `The review of #${ticket_id} is not done, or is released already.`);
      return [
        { criterion: '', field: 'state', value: 'released' },
        { criterion: '', field: 'releasedAt', value: core.ports.now() },
      ];
    });
  }),
  acknowledge: os.quality.acknowledge.handler(({ input }) => {
    const command = { name: 'acknowledge', label: (_: number, number: number) => `Review of #${number} acknowledged` };
    return step(core, [input.id], command, ({ state, ticket_id }) => {
      if (state !== 'released')
        throw new Fault('CONFLICT', `The review of #${ticket_id} is not released to its agent.`);
      return [
        { criterion: '', field: 'state', value: 'acknowledged' },
        { criterion: '', field: 'acknowledgedAt', value: core.ports.now() },
        { criterion: '', field: 'agentNote', value: input.note },
      ];
    });
  }),
});

/** Faults CONFLICT where its agent has not been given it yet. */
function mustBeReleased(state: QualityReview['state'], number: number): void {
  if (state !== 'released' && state !== 'acknowledged')
    throw new Fault('CONFLICT', `The review of #${number} is not released to its agent.`);
}

const disputing = (core: Core, packs: PackDesk) => ({
  dispute: os.quality.dispute.handler(({ input }) => {
    const asked = (now: number): Sayings => [
      { criterion: '', field: 'state', value: 'disputed' },
      {
        criterion: '',
        field: 'dispute',
        value: {
          by: core.actor(),
          at: now,
          reason: input.reason,
          counter: input.counter,
          deadlineAt: now + readPlan(core).disputeDays * dayMs,
          secondReviewerId: input.secondReviewerId,
        },
      },
    ];
    if (input.pack !== undefined)
      return inPack(
        packs,
        input.pack,
        input.id,
        ({ state, ticketNumber }, __, now) => {
          mustBeReleased(state, ticketNumber);
          return asked(now);
        },
        'Disputed',
      );
    const command = { name: 'dispute', label: (_: number, number: number) => `Review of #${number} disputed` };
    return step(core, [input.id], command, ({ state, ticket_id }) => {
      mustBeReleased(state, ticket_id);
      return asked(core.ports.now());
    });
  }),
});

const deciding = (core: Core) => ({
  decide: os.quality.decide.handler(({ input }) => {
    const command = { name: 'decide', label: (_: number, number: number) => `Dispute of #${number}: ${input.outcome}` };
    return step(core, [input.id], command, (record, registers) => {
      const { dispute } = standingOf(registers);
      if (dispute === null || record.state !== 'disputed')
        throw new Fault('CONFLICT', `The review of #${record.ticket_id} is not disputed, or that is decided already.`);
      const card = cardOf(core.db, record.card_id, record.version);
      const known = card.sections.flatMap(({ criteria }) => criteria);
      const values = input.outcome === 'upheld' ? {} : input.values;
      const answers = answersOf(registers);
      for (const [id, value] of Object.entries(values)) {
        const criterion = known.find((each) => each.id === id);
        if (criterion === undefined)
          throw new Fault('INVALID', 'That criterion is not on this form.', { field: 'values' });
        checkValue(criterion, value);
      }
      return [
        ...Object.entries(values).map(([criterion, value]) => ({ criterion, field: 'value', value })),
        { criterion: '', field: 'state', value: 'released' },
        {
          criterion: '',
          field: 'decision',
          value: {
            of: dispute.at,
            outcome: input.outcome,
            note: input.note,
            decidedAt: core.ports.now(),
            given: Object.fromEntries(Object.keys(values).map((id) => [id, answers[id]?.value ?? null])),
            percentBefore: record.percent,
          },
        },
      ];
    });
  }),
});

const calibrating = (core: Core) => ({
  sessions: os.quality.sessions.handler(() => ({ sessions: readSessions(core.db) })),
  sessionMake: os.quality.sessionMake.handler(({ input }) => makeSession(core, input)),
  sessionClose: os.quality.sessionClose.handler(({ input }) => closeSession(core, input.id)),
  sessionResult: os.quality.sessionResult.handler(({ input }) => sessionResult(core, input.id)),
  graders: os.quality.graders.handler(({ input }) => ({ reviewers: graders(core, input.days) })),
  dashboard: os.quality.dashboard.handler(({ input }) => dashboard(core, input)),
  exportFile: os.quality.exportFile.handler(({ input }) => exportReviews(core, input)),
});

const travelling = (core: Core, packs: PackDesk) => ({
  packs: os.quality.packs.handler(() => ({ packs: readPacks(core, packs.isOpen) })),
  packMake: os.quality.packMake.handler(({ input }) => makePack(core, input)),
  packOpen: os.quality.packOpen.handler(async ({ input, context }) => {
    if (input.source === undefined && input.id === undefined)
      throw new Fault('INVALID', 'Say which pack: a file, or one that was opened here before.', { field: 'source' });
    const bytes = input.source === undefined ? null : await packFile(core, input.source, context);
    const pack = packs.open(bytes, input.id, input.passphrase);
    return { pack, reviews: packs.reviews(pack.id) };
  }),
  packReviews: os.quality.packReviews.handler(({ input }) => ({
    pack: mustPack(core, input.id, packs.isOpen),
    reviews: packs.reviews(input.id),
  })),
  packSave: os.quality.packSave.handler(({ input }) => packs.save(input.id)),
  packClose: os.quality.packClose.handler(({ input }) => {
    packs.close(input.id);
    return { changed: 1, label: 'Pack closed', changeSet: null };
  }),
  packMerge: os.quality.packMerge.handler(async ({ input, context }) =>
    bringHome(core, await packFile(core, input.source, context), input.passphrase),
  ),
  conflicts: os.quality.conflicts.handler(() => ({ conflicts: readConflicts(core) })),
  conflictChoose: os.quality.conflictChoose.handler(({ input }) => chooseConflict(core, input)),
});

export function quality(core: Core) {
  const packs = packDesk(core);
  return {
    ...qualityRules(),
    ...cards(core),
    ...sampling(core),
    ...reviewing(core, packs),
    ...calibrating(core),
    ...travelling(core, packs),
  };
}
