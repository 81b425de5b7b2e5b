import { listAttachments } from '../store/attachments.ts';
import { attach, detach, download } from './attachments.ts';
import type { Core } from './core.ts';
import { findDuplicates } from './duplicates.ts';
import { append, readMatrix, saveMatrix, takeIn, triage } from './intake-commands.ts';
import { parseDraft } from './intake/parse.ts';
import { os } from './router-base.ts';
import { ticketState } from './ticket-write.ts';
import { triageCompliance } from './triage-compliance.ts';

/** Intake and triage: the part of `tickets` that makes tickets by hand. */
export function intake(core: Core) {
  return {
    intake: os.tickets.intake.handler(({ input, context }) => takeIn(core, input, context)),
    triage: os.tickets.triage.handler(({ input }) => triage(core, input)),
    append: os.tickets.append.handler(({ input, context }) => append(core, input, context)),
    matrix: os.tickets.matrix.handler(() => readMatrix(core)),
    matrixSave: os.tickets.matrixSave.handler(({ input }) => saveMatrix(core, input.matrix)),
    triageCompliance: os.tickets.triageCompliance.handler(({ input }) => triageCompliance(core, input)),
    duplicates: os.tickets.duplicates.handler(({ input }) => ({ duplicates: findDuplicates(core, input) })),
    parse: os.tickets.parse.handler(({ input, context }) => parseDraft(core, input, context)),
    attachments: os.tickets.attachments.handler(({ input }) => ({
      attachments: listAttachments(core.db, ticketState(core, input.id).id),
    })),
    attach: os.tickets.attach.handler(({ input, context }) => attach(core, input, context)),
    detach: os.tickets.detach.handler(({ input }) => detach(core, input.id)),
    download: os.tickets.download.handler(({ input }) => download(core, input)),
  };
}
