import { z } from 'zod';
import { interviewFormSchema, type InterviewForm } from '../../../contract/index.ts';
import { usualRetentionDays } from '../../../domain/hiring/retention.ts';
import { row, type ReadDb } from '../../store/db.ts';
import { readMeta } from '../meta.ts';
import interview from '../../../../resources/hiring/interview.json' with { type: 'json' };

/** Under which the desk keeps them. */
export const hiringKey = 'hiring';

/** What comes with Foredesk. */
const usualForm: InterviewForm = interviewFormSchema.parse(interview);
const settingsSchema = z.object({
  retentionDays: z.number().int().default(usualRetentionDays),
  form: interviewFormSchema.default(usualForm),
});

export const readHiring = (db: ReadDb): z.infer<typeof settingsSchema> =>
  settingsSchema.parse(readMeta(db, hiringKey) ?? {});

/** The days alone: the desk's timer asks for them before every command. */
export const retentionDaysOf = (db: ReadDb): number =>
  row<{ days: number | null }>(
    db,
    "SELECT json_extract(value, '$.retentionDays') AS days FROM meta WHERE key = ?",
    hiringKey,
  )?.days ?? usualRetentionDays;
