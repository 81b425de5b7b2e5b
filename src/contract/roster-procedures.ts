import { z } from 'zod';
import { dateSchema, desk, fileSchema, idSchema, instantInSchema, instantSchema } from './common.ts';
import { importSourceSchema } from './exchange.ts';
import { adherenceSchema, agentStateSchema, wishSchema } from './roster.ts';
import {
  activityKindSchema,
  findingSchema,
  rosterRulesSchema,
  rosterShiftSchema,
  workKindSchema,
} from './roster-common.ts';
import {
  agentStateEntrySchema,
  attendanceSchema,
  deskShiftSchema,
  excuseSchema,
  planJobSchema,
  rosterImportSchema,
  rotationSchema,
  shiftPatchSchema,
  shiftRequestSchema,
  shiftTemplateSchema,
  timeOffSchema,
} from './roster-desk.ts';
import { doneSchema } from './tickets.ts';
import { attendanceKinds, requestKinds, timeOffKinds } from './words.ts';

const days = z.number().int().min(1).max(62);
const line = (max: number) => z.string().trim().max(max);
const range = { from: dateSchema, days: days.default(1) };
const stretch = { startAt: instantInSchema, endAt: instantInSchema };

const plan = {
  range: desk
    .route({ summary: 'The roster of some days: shifts as planned and as published, time off, requests, attendance.' })
    .input(z.object(range))
    .output(
      z.object({
        startAt: instantSchema,
        endAt: instantSchema,
        shifts: z.array(deskShiftSchema),
        timeOff: z.array(timeOffSchema),
        requests: z.array(shiftRequestSchema),
        attendance: z.array(attendanceSchema),
        /** Shifts whose plan is not published. */
        unpublished: z.number().int(),
      }),
    ),
  save: desk
    .route({ summary: 'Makes or changes shifts, as one change. With `publish`, they count at once.' })
    .input(z.object({ shifts: z.array(shiftPatchSchema).min(1).max(2000), publish: z.boolean().default(false) }))
    .output(doneSchema.extend({ ids: z.array(idSchema) })),
  remove: desk
    .route({ summary: 'Takes shifts out of the plan; what was published stays until the next publishing.' })
    .input(z.object({ ids: z.array(idSchema).min(1).max(2000), publish: z.boolean().default(false) }))
    .output(doneSchema),
  publish: desk
    .route({ summary: 'The plan of some days becomes what counts.' })
    .input(z.object(range))
    .output(doneSchema),
  revert: desk
    .route({ summary: 'The plan of some days becomes again what was published.' })
    .input(z.object(range))
    .output(doneSchema),
  copyDays: desk
    .route({ summary: 'Copies the shifts of some days to others, at the same times of day.' })
    .input(z.object({ ...range, to: dateSchema, personIds: z.array(idSchema).max(500).optional() }))
    .output(doneSchema),
  findings: desk
    .route({ summary: 'What is wrong with the plan of some days, each with what would put it right.' })
    .input(z.object(range))
    .output(z.object({ findings: z.array(findingSchema) })),
  rules: desk.route({ summary: 'The rules of the roster.' }).output(rosterRulesSchema),
  rulesSave: desk
    .route({ summary: 'Changes the rules of the roster.' })
    .input(rosterRulesSchema)
    .output(rosterRulesSchema),
};

const patterns = {
  templates: desk
    .route({ summary: 'Shift templates and rotations.' })
    .output(z.object({ templates: z.array(shiftTemplateSchema), rotations: z.array(rotationSchema) })),
  templateSave: desk
    .route({ summary: 'Makes or changes a shift template.' })
    .input(shiftTemplateSchema.extend({ id: idSchema.optional() }))
    .output(doneSchema.extend({ id: idSchema })),
  templateRemove: desk
    .route({ summary: 'Removes a template that no rotation uses. Shifts made from it stay.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  templateApply: desk
    .route({ summary: 'Puts a template on days of people; whoever works then already is passed over.' })
    .input(
      z.object({
        id: idSchema,
        personIds: z.array(idSchema.nullable()).min(1).max(500),
        dates: z.array(dateSchema).min(1).max(62),
      }),
    )
    .output(doneSchema),
  rotationSave: desk
    .route({ summary: 'Makes or changes a rotation.' })
    .input(rotationSchema.extend({ id: idSchema.optional() }))
    .output(doneSchema.extend({ id: idSchema })),
  rotationRemove: desk
    .route({ summary: 'Removes a rotation. Shifts made from it stay.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  rotationApply: desk
    .route({ summary: 'Puts a rotation on some days; whoever works then already is passed over.' })
    .input(z.object({ id: idSchema, ...range }))
    .output(doneSchema),
};

const asked = {
  timeOffAsk: desk
    .route({ summary: 'Asks for time off, or with `approve` gives it at once.' })
    .input(
      z.object({
        personId: idSchema,
        ...stretch,
        kind: z.enum(timeOffKinds).default('holiday'),
        note: line(1000).default(''),
        approve: z.boolean().default(false),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  timeOffDecide: desk
    .route({ summary: 'Approves, declines or withdraws time off.' })
    .input(
      z.object({ id: idSchema, state: z.enum(['approved', 'declined', 'withdrawn']), reason: line(1000).default('') }),
    )
    .output(doneSchema),
  timeOffList: desk
    .route({ summary: 'Time off: what is asked for first, then the rest by date.' })
    .input(z.object({ from: dateSchema.optional(), limit: z.number().int().min(1).max(1000).default(200) }))
    .output(z.object({ timeOff: z.array(timeOffSchema) })),
  timeOffEffect: desk
    .route({
      summary: 'What time off would do to coverage: intervals that become short, or shorter, without this person.',
    })
    .input(z.object({ personId: idSchema, ...stretch }))
    .output(
      z.object({
        shiftMinutes: z.number(),
        intervalMinutes: z.number().int(),
        intervals: z.array(
          z.object({
            at: instantSchema,
            work: workKindSchema,
            required: z.number(),
            before: z.number(),
            after: z.number(),
          }),
        ),
      }),
    ),
  requestMake: desk
    .route({
      summary: 'Asks to give a shift away, to swap two, or to take an open one; with `approve` it is done at once.',
    })
    .input(
      z.object({
        kind: z.enum(requestKinds),
        shiftId: idSchema,
        personId: idSchema,
        toPersonId: idSchema.nullable().default(null),
        otherShiftId: idSchema.nullable().default(null),
        note: line(1000).default(''),
        approve: z.boolean().default(false),
      }),
    )
    .output(doneSchema.extend({ id: idSchema, findings: z.array(findingSchema) })),
  requestDecide: desk
    .route({ summary: 'Approves (the shifts change hands), declines or withdraws a request.' })
    .input(
      z.object({ id: idSchema, state: z.enum(['approved', 'declined', 'withdrawn']), reason: line(1000).default('') }),
    )
    .output(doneSchema),
  requestEffect: desk
    .route({ summary: 'What would be wrong with the roster once a request is approved.' })
    .input(z.object({ id: idSchema }))
    .output(z.object({ findings: z.array(findingSchema) })),
  requestList: desk
    .route({ summary: 'Swaps, shifts given away and open shifts asked for: open requests first.' })
    .input(z.object({ limit: z.number().int().min(1).max(1000).default(200) }))
    .output(z.object({ requests: z.array(shiftRequestSchema), shifts: z.array(deskShiftSchema) })),
};

const running = {
  attend: desk
    .route({ summary: 'Somebody is late, absent or left early: from the shift they are on, or for the stretch given.' })
    .input(
      z.object({
        personId: idSchema,
        kind: z.enum(attendanceKinds),
        /** Left out: late until now (or now + 15 minutes before the shift), absent for the whole shift, left from now on. */
        startAt: instantInSchema.optional(),
        endAt: instantInSchema.optional(),
        reason: line(1000).default(''),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  attendRemove: desk
    .route({ summary: 'Takes back that somebody was late, absent or left.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  onShift: desk
    .route({
      summary: 'Who is on shift by what was published, what they should do now, and the next interval that is short.',
    })
    .input(z.object({ at: instantInSchema.optional() }))
    .output(
      z.object({
        at: instantSchema,
        people: z.array(
          z.object({
            personId: idSchema,
            shiftId: idSchema,
            kind: activityKindSchema,
            untilAt: instantSchema,
            state: agentStateSchema.nullable(),
          }),
        ),
        /** Null: the roster has nothing published around now. */
        rostered: z.boolean(),
        nextShort: z.object({ at: instantSchema, work: workKindSchema, short: z.number() }).nullable(),
      }),
    ),
  stateSet: desk
    .route({ summary: 'Says what an agent is doing from now on, or from the time given.' })
    .input(z.object({ personId: idSchema, state: agentStateSchema, at: instantInSchema.optional() }))
    .output(doneSchema),
  states: desk
    .route({ summary: 'What agents did, from the log of states.' })
    .input(z.object({ ...range, personId: idSchema.optional() }))
    .output(z.object({ states: z.array(agentStateEntrySchema), excuses: z.array(excuseSchema) })),
  excuse: desk
    .route({ summary: 'Excuses a stretch: it counts neither for nor against adherence.' })
    .input(z.object({ personId: idSchema, ...stretch, reason: line(1000).min(1) }))
    .output(doneSchema.extend({ id: idSchema })),
  excuseRemove: desk
    .route({ summary: 'Takes an excuse back.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  adherenceReport: desk
    .route({ summary: 'Adherence and conformance of the desk, by person, team and interval.' })
    .input(z.object({ ...range, intervalMinutes: z.number().int().min(5).max(1440).default(15) }))
    .output(adherenceSchema),
  load: desk
    .route({ summary: 'Contacts handled per agent on a day, against the band.' })
    .input(z.object({ date: dateSchema }))
    .output(
      z.object({
        low: z.number(),
        high: z.number(),
        people: z.array(
          z.object({
            personId: idSchema,
            handled: z.number().int(),
            /** What they would have by the end of the shift, at the pace so far. */
            projected: z.number().nullable(),
            /** Null until enough of the shift is over to tell. */
            band: z.enum(['below', 'within', 'above']).nullable(),
          }),
        ),
      }),
    ),
  handover: desk
    .route({ summary: 'A note for the next shift, drafted from what is open, due and promised.' })
    .output(z.object({ at: instantSchema, text: z.string() })),
};

const planning = {
  plan: desk
    .route({
      summary:
        'Begins to work out shifts for some days, by the solver; nothing is on the roster before it is taken over.',
    })
    .input(
      z.object({
        from: dateSchema,
        days: z.number().int().min(1).max(28).default(1),
        seconds: z.number().min(1).max(600).default(20),
        personIds: z.array(idSchema).max(200).optional(),
        wishes: z.array(wishSchema).max(10_000).default([]),
        /** Shifts that are there already stay and count. */
        keep: z.boolean().default(true),
      }),
    )
    .output(planJobSchema),
  planState: desk
    .route({ summary: 'How far a proposal is.' })
    .input(z.object({ id: idSchema }))
    .output(planJobSchema),
  planCancel: desk
    .route({ summary: 'Stops working a proposal out.' })
    .input(z.object({ id: idSchema }))
    .output(planJobSchema),
  planApply: desk
    .route({ summary: 'Puts a proposal on the roster, as one draft change.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  breaksDay: desk
    .route({
      summary: 'Puts the breaks of a day where they hurt least; those that have begun stay. With `apply`, saved.',
    })
    .input(z.object({ date: dateSchema, apply: z.boolean().default(false) }))
    .output(
      z.object({
        shortBefore: z.number(),
        shortAfter: z.number(),
        shifts: z.array(rosterShiftSchema),
        done: doneSchema.nullable(),
      }),
    ),
};

const files = {
  importFile: desk
    .route({
      summary: 'Reads people, shifts or agent states from CSV, TSV or XLSX. Columns that look like pay are dropped.',
    })
    .input(
      z.object({
        source: importSourceSchema,
        timeZone: z.string().max(64).optional(),
        dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
        /** Of plain numbers in a column of durations. */
        durationUnit: z.enum(['seconds', 'minutes']).optional(),
        /** What words for states mean, by the word in lower case. */
        states: z.record(z.string().max(200), agentStateSchema).optional(),
        /** Who unknown people of the file are on this desk, by their key. */
        matches: z.record(z.string().max(400), idSchema).optional(),
        createPeople: z.boolean().default(false),
        dryRun: z.boolean().default(true),
      }),
    )
    .output(rosterImportSchema),
  exportFile: desk
    .route({ summary: 'The roster of some days, or the people, as CSV, XLSX, for Teams Shifts or When I Work.' })
    .input(
      z.object({
        what: z.enum(['people', 'shifts']),
        format: z.enum(['csv', 'xlsx', 'teams', 'whenIWork']),
        ...range,
      }),
    )
    .output(fileSchema),
  ics: desk
    .route({ summary: 'The published shifts of one person as an iCalendar file.' })
    .input(z.object({ personId: idSchema, ...range, days: days.default(28) }))
    .output(fileSchema),
};

/** What is asked of the roster of a desk. */
export const rosterDeskContract = { ...plan, ...patterns, ...asked, ...running, ...planning, ...files };
