import { z } from 'zod';
import { desk, fileSchema, idSchema, instantSchema } from './common.ts';
import { doneSchema, filterSchema } from './tickets.ts';
import { askFormats, columnKinds, pivotMeasures, resultKinds } from './words.ts';

const sql = z.string().max(100_000);
const name = z.string().max(500);
export const askValueSchema = z.union([z.string(), z.number(), z.null()]);
export type AskValue = z.infer<typeof askValueSchema>;

/** For `?` in order, or for `:name` by name. */
const params = z.union([z.array(askValueSchema).max(500), z.record(z.string().max(100), askValueSchema)]).optional();

/** How one question is held: `run` names it for `ask.cancel`; it is stopped after so many seconds. */
const held = { run: idSchema.optional(), seconds: z.number().min(1).max(60).default(10) };

/** A question in SQL over the views, or the tickets of a board with all columns of `tickets`. */
export const askSourceSchema = z.union([
  z.object({ sql: sql.min(1), params }),
  z.object({ boardFilter: filterSchema }),
]);
export type AskSource = z.infer<typeof askSourceSchema>;

/** Which columns make the rows and columns of a table, and what is measured of which. `count` without `of` counts rows. */
export const pivotSpecSchema = z.object({
  rows: z.array(name).max(4).default([]),
  columns: z.array(name).max(4).default([]),
  measure: z.enum(pivotMeasures).default('count'),
  of: name.nullable().default(null),
});
export type AskPivotSpec = z.infer<typeof pivotSpecSchema>;

export const askColumnSchema = z.object({ name: z.string(), kind: z.enum(resultKinds) });
export type AskColumn = z.infer<typeof askColumnSchema>;

export const askResultSchema = z.object({
  columns: z.array(askColumnSchema),
  rows: z.array(z.array(askValueSchema)),
  /** More rows came than are here: over the limit, or over 8 MB. */
  cut: z.enum(['rows', 'size']).nullable(),
  /** How many texts were too long and end with “…”. */
  clipped: z.number().int(),
  ms: z.number(),
});
export type AskResult = z.infer<typeof askResultSchema>;

const cell = z.number().nullable();
export const askPivotSchema = z.object({
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  measure: z.enum(pivotMeasures),
  of: z.string().nullable(),
  rowKeys: z.array(z.array(askValueSchema)),
  columnKeys: z.array(z.array(askValueSchema)),
  cells: z.array(z.array(cell)),
  /** Of all values of a row or column, not of its cells. */
  rowTotals: z.array(cell),
  columnTotals: z.array(cell),
  grandTotal: cell,
  /** How many rows it is made of. */
  read: z.number().int(),
  ms: z.number(),
});
export type AskPivot = z.infer<typeof askPivotSchema>;

/** Values of the rows and columns of the table that lead to one cell; null: all of them, as in a total. */
const pivotCell = z.object({
  rows: z.array(askValueSchema).max(4).nullable(),
  columns: z.array(askValueSchema).max(4).nullable(),
});

export const savedQuerySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Empty where it is about a board. */
  sql: z.string(),
  boardFilter: filterSchema.nullable(),
  pivot: pivotSpecSchema.nullable(),
  savedAt: instantSchema,
  savedBy: z.string(),
});
export type SavedQuery = z.infer<typeof savedQuerySchema>;

const viewSchema = z.object({
  name: z.string(),
  about: z.string(),
  columns: z.array(z.object({ name: z.string(), kind: z.enum(columnKinds), about: z.string() })),
});
export type AskView = z.infer<typeof viewSchema>;

const completionSchema = z.object({
  from: z.number().int(),
  to: z.number().int(),
  unasked: z.boolean(),
  items: z.array(
    z.object({ text: z.string(), kind: z.enum(['view', 'column', 'function', 'keyword', 'name']), about: z.string() }),
  ),
});
export type AskCompletion = z.infer<typeof completionSchema>;

export const askRulesContract = {
  views: desk.route({ summary: 'The views a question can read, their columns, and the functions it can use.' }).output(
    z.object({
      views: z.array(viewSchema),
      functions: z.array(z.object({ name: z.string(), kind: z.enum(['row', 'many']), about: z.string() })),
      examples: z.array(z.object({ key: z.string(), name: z.string(), sql: z.string(), pivot: pivotSpecSchema })),
    }),
  ),
  complete: desk
    .route({ summary: 'What can be typed next at a place of a statement.' })
    .input(z.object({ sql, at: z.number().int().min(0).max(100_000) }))
    .output(completionSchema),
};

export const askDeskContract = {
  run: desk
    .route({ summary: 'Answers one SELECT over the views, in a process of its own that is stopped in time.' })
    .input(z.object({ sql: sql.min(1), params, limit: z.number().int().min(1).max(10_000).default(1000), ...held }))
    .output(askResultSchema),
  pivot: desk
    .route({ summary: 'A pivot table over a question or the tickets of a board.' })
    .input(pivotSpecSchema.extend({ source: askSourceSchema, ...held }))
    .output(askPivotSchema),
  behind: desk
    .route({ summary: 'The rows behind one cell of a pivot table.' })
    .input(
      pivotSpecSchema.extend({
        source: askSourceSchema,
        cell: pivotCell,
        limit: z.number().int().min(1).max(10_000).default(1000),
        ...held,
      }),
    )
    .output(askResultSchema),
  cancel: desk
    .route({ summary: 'Stops a question, or all that are being answered.' })
    .input(z.object({ run: idSchema.optional() }))
    .output(z.object({ stopped: z.number().int() })),
  export: desk
    .route({ summary: 'A question, or its pivot table, as a file: 100,000 rows at most, formulas defused.' })
    .input(
      z.object({
        source: askSourceSchema,
        pivot: pivotSpecSchema.nullable().default(null),
        format: z.enum(askFormats),
        name: z.string().trim().max(100).default('question'),
        ...held,
        seconds: z.number().min(1).max(60).default(30),
      }),
    )
    .output(
      fileSchema.extend({
        rows: z.number().int(),
        cut: z.enum(['rows', 'size']).nullable(),
        clipped: z.number().int(),
      }),
    ),
  saved: desk
    .route({ summary: 'Questions that were saved, by name.' })
    .output(z.object({ queries: z.array(savedQuerySchema) })),
  saveAs: desk
    .route({ summary: 'Saves a question, with its pivot if it has one; by id a known one is changed.' })
    .input(
      z.object({
        id: idSchema.optional(),
        name: z.string().trim().min(1).max(100),
        source: askSourceSchema,
        pivot: pivotSpecSchema.nullable().default(null),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  remove: desk
    .route({ summary: 'Takes a saved question away.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
};

/** Ask: SQL over documented views, and pivot tables. */
export const askContract = { ...askRulesContract, ...askDeskContract };
