import { isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { contract } from '../../contract/index.ts';

export type ProcedureText = {
  readonly procedure: string;
  readonly summary: string;
  readonly input: unknown;
  readonly output: unknown;
};

type Told = {
  readonly inputSchema?: unknown;
  readonly outputSchema?: unknown;
  readonly route: { readonly summary?: string };
};

/** Every procedure of the contract, with JSON schemas of what goes in and what comes out. */
export function procedures(tree: object = contract, path = ''): ProcedureText[] {
  return Object.entries(tree).flatMap(([key, node]: [string, unknown]) => {
    const procedure = path === '' ? key : `${path}.${key}`;
    if (!isContractProcedure(node)) return procedures(node as object, procedure);
    const told: Told = node['~orpc'];
    return [
      {
        procedure,
        summary: told.route.summary ?? '',
        input: schemaOf(told.inputSchema, 'input'),
        output: schemaOf(told.outputSchema, 'output'),
      },
    ];
  });
}

/** Streams have no JSON schema: null. */
const schemaOf = (schema: unknown, io: 'input' | 'output'): unknown =>
  schema instanceof z.ZodType ? z.toJSONSchema(schema, { io, unrepresentable: 'any' }) : null;
