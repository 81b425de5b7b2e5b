import { programmeBodySchema, type ProgrammeBody } from '../../../contract/index.ts';
import fourWeeks from '../../../../resources/programmes/four-weeks.json' with { type: 'json' };
import twoWeeks from '../../../../resources/programmes/two-weeks.json' with { type: 'json' };

/** Programmes that come with Foredesk, by name. The first is the seeds' four weeks. SPEC ONB-1. */
export const templates = {
  'four-weeks': programmeBodySchema.parse(fourWeeks),
  'two-weeks': programmeBodySchema.parse(twoWeeks),
} as const satisfies Readonly<Record<string, ProgrammeBody>>;
