import { z } from 'zod';
import { dateSchema, desk, idSchema } from './common.ts';
import { importSourceSchema } from './exchange.ts';
import { doneSchema } from './tickets.ts';
import { answerKinds } from './words.ts';

import {
  codeSchema,
  count,
  csatInSchema,
  csatSchema,
  line,
  npsInSchema,
  npsSchema,
  paretoItemSchema,
  paretoRowSchema,
  problemSchema,
  responseFilterSchema,
  scoredSchema,
  surveyImportInSchema,
  surveyImportSchema,
  surveyInspectionSchema,
  surveyResponseSchema,
  surveySchema,
  themeSchema,
} from './surveys-common.ts';

const spanSchema = z.object({
  surveyId: idSchema.nullable().default(null),
  /** The last so many days. */
  days: z.number().int().min(7).max(3660).default(365),
});

export const surveysContract = {
  nps: desk
    .route({ summary: 'Net promoter score of scores from 0 to 10, or of counts, with its interval at 95 %.' })
    .input(npsInSchema)
    .output(npsSchema),
  csat: desk
    .route({ summary: 'Share of who is satisfied, of scores or of counts, with its interval at 95 %.' })
    .input(csatInSchema)
    .output(csatSchema),
  pareto: desk
    .route({ summary: 'Causes by how often they are, with the share of this one and all before it.' })
    .input(z.object({ items: z.array(paretoItemSchema).max(5000) }))
    .output(z.object({ rows: z.array(paretoRowSchema) })),
  inspect: desk
    .route({ summary: 'What the export of a survey is, and what each of its questions is taken for.' })
    .input(z.object({ source: importSourceSchema }))
    .output(surveyInspectionSchema),
  importFile: desk
    .route({ summary: 'Reads the export of a survey in, or tells in a dry run what would come in and what cannot.' })
    .input(surveyImportInSchema)
    .output(surveyImportSchema),
  overview: desk
    .route({ summary: 'The surveys with their questions and how many answered.' })
    .output(z.object({ surveys: z.array(surveySchema) })),
  surveySave: desk
    .route({ summary: 'Gives a survey another name.' })
    .input(z.object({ id: idSchema, name: line(200).min(1) }))
    .output(doneSchema),
  surveyRemove: desk
    .route({ summary: 'Takes a survey away with all its responses.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  scores: desk
    .route({ summary: 'NPS and CSAT of each question: all, by month, by queue and by agent, with n and interval.' })
    .input(spanSchema)
    .output(z.object({ scored: z.array(scoredSchema) })),
  responses: desk
    .route({ summary: 'Responses, newest first. An agent finds those on their own tickets.' })
    .input(
      z.object({
        filter: responseFilterSchema.default(responseFilterSchema.parse({})),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ responses: z.array(surveyResponseSchema), total: count })),
  responsesCsv: desk
    .route({ summary: 'The responses a filter finds as CSV, formulas defused; at most 50,000.' })
    .input(z.object({ filter: responseFilterSchema.default(responseFilterSchema.parse({})) }))
    .output(z.object({ fileName: z.string(), csv: z.string(), rows: count })),
  codes: desk.route({ summary: 'The codebook.' }).output(z.object({ codes: z.array(codeSchema) })),
  codeSave: desk
    .route({ summary: 'A code of the codebook, new or changed.' })
    .input(
      z.object({
        id: idSchema.optional(),
        name: line(100).min(1),
        theme: line(100).default(''),
        words: z.array(line(100).min(1)).max(100).default([]),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  codeRemove: desk
    .route({ summary: 'Takes a code out of the codebook, and off every response.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  code: desk
    .route({ summary: 'Puts codes on a response, takes them off or turns a suggestion down; its words count as read.' })
    .input(
      z.object({
        id: idSchema,
        add: z.array(idSchema).max(50).default([]),
        remove: z.array(idSchema).max(50).default([]),
        /** Not read after all; its codes go. */
        unread: z.boolean().default(false),
      }),
    )
    .output(doneSchema),
  codeByRules: desk
    .route({ summary: 'Takes every suggestion of the rules for responses nobody has read, as one change.' })
    .input(z.object({ surveyId: idSchema.nullable().default(null) }))
    .output(doneSchema),
  themes: desk
    .route({ summary: 'Codes by what they cost: how many mention them, and how much lower those score.' })
    .input(spanSchema.extend({ kind: z.enum(answerKinds).default('nps') }))
    .output(
      z.object({
        themes: z.array(themeSchema),
        /** With words, and of these read. */
        withWords: count,
        read: count,
        /** Answers in few words, commonest first. */
        words: z.array(z.object({ word: z.string(), count })),
      }),
    ),
  causes: desk
    .route({
      summary: 'What is mentioned most (Pareto), and the problems with whys, actions and whether they came back.',
    })
    .input(spanSchema.extend({ of: z.enum(['low', 'all']).default('low') }))
    .output(
      z.object({
        pareto: z.array(paretoRowSchema.extend({ codeId: idSchema })),
        responses: count,
        problems: z.array(problemSchema),
      }),
    ),
  problemSave: desk
    .route({ summary: 'A problem with its whys and what is done about it, new or changed.' })
    .input(
      z.object({
        id: idSchema.optional(),
        title: line(300).min(1),
        codeId: idSchema.nullable().default(null),
        category: line(200).nullable().default(null),
        whys: z.array(line(1000)).max(5).default([]),
        action: line(2000).default(''),
        ownerId: idSchema.nullable().default(null),
        dueOn: dateSchema.nullable().default(null),
        done: z.boolean().default(false),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  problemRemove: desk
    .route({ summary: 'Takes a problem away.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
};
