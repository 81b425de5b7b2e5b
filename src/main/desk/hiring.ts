import type { Core } from './core.ts';
import { moveCandidate, saveCandidate } from './hiring/candidates.ts';
import { forgetCandidate } from './hiring/forget.ts';
import { hire } from './hiring/hire.ts';
import { saveInterview } from './hiring/interviews.ts';
import { candidate } from './hiring/read.ts';
import { saveSettings } from './hiring/save-settings.ts';
import { overview, saveSeat } from './hiring/seats.ts';
import { readHiring } from './hiring/settings.ts';
import { os } from './router-base.ts';
import { mustLead } from './viewer.ts';

/** Who applies is nobody’s business but theirs who lead: each call asks first. SPEC HIR-4. */
export function hiring(core: Core) {
  const led = <T>(work: () => T): T => {
    mustLead(core);
    return work();
  };
  return {
    overview: os.hiring.overview.handler(({ input }) => led(() => overview(core, input.withClosed))),
    seatSave: os.hiring.seatSave.handler(({ input }) => led(() => saveSeat(core, input))),
    candidate: os.hiring.candidate.handler(({ input }) => led(() => candidate(core, input.id))),
    candidateSave: os.hiring.candidateSave.handler(({ input }) => led(() => saveCandidate(core, input))),
    candidateMove: os.hiring.candidateMove.handler(({ input }) => led(() => moveCandidate(core, input))),
    candidateForget: os.hiring.candidateForget.handler(({ input }) => led(() => forgetCandidate(core, input.id))),
    interviewSave: os.hiring.interviewSave.handler(({ input }) => led(() => saveInterview(core, input))),
    hire: os.hiring.hire.handler(({ input }) => led(() => hire(core, input))),
    settings: os.hiring.settings.handler(() => led(() => readHiring(core.db))),
    settingsSave: os.hiring.settingsSave.handler(({ input }) => led(() => saveSettings(core, input))),
  };
}
