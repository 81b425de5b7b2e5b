import type { z } from 'zod';
import { nearWord } from '../../domain/near-word.ts';

/** A key that means nothing where it stands, and those that would. */
export type UnknownKey = { readonly path: readonly string[]; readonly known: readonly string[] };

type Schema = z.core.$ZodType;
type Path = readonly string[];

/** What is read of a schema, whichever kind it is (zod.dev, "For library authors"). */
type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
  readonly element?: Schema;
  readonly items?: readonly Schema[];
  readonly rest?: Schema | null;
  readonly options?: readonly Schema[];
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
};

const defOf = (schema: Schema): Def => schema._zod.def;

type Loose = Readonly<Record<string, unknown>>;
const isLoose = (value: unknown): value is Loose => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Every key of an input that its schema does not know. Zod passes over them in silence, and a rule whose `condition` was
 * passed over fits every ticket. The schemas themselves stay lenient: what was stored by an older desk, or is given out, is
 * read by the same ones. SPEC CTR-4.
 */
export function unknownKeys(schema: Schema, input: unknown, path: Path = []): UnknownKey[] {
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return isLoose(input) ? inObject(def, input, path) : [];
    case 'record':
      return isLoose(input) ? inRecord(def, input, path) : [];
    case 'array':
    case 'tuple':
      return Array.isArray(input) ? inList(def, input, path) : [];
    case 'union':
      return inUnion(def.options ?? [], input, path);
    default: {
      const inner = def.innerType ?? def.in;
      return inner === undefined ? [] : unknownKeys(inner, input, path);
    }
  }
}

/** What a carrier cannot tell from a key that is not there is none. */
const given = (input: Loose): [string, unknown][] => Object.entries(input).filter(([, value]) => value !== undefined);

function inObject({ shape = {}, catchall }: Def, input: Loose, path: Path): UnknownKey[] {
  const known = Object.keys(shape);
  const open = catchall !== undefined && defOf(catchall).type !== 'never';
  return given(input).flatMap(([key, value]) => {
    const here = [...path, key];
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (schema !== undefined) return unknownKeys(schema, value, here);
    return open ? [] : [{ path: here, known }];
  });
}

/** A record may have any key, unless its keys are words of a closed list. */
function inRecord({ keyType, valueType }: Def, input: Loose, path: Path): UnknownKey[] {
  const entries = keyType === undefined ? undefined : defOf(keyType).entries;
  const known = entries === undefined ? null : Object.values(entries).map(String);
  return given(input).flatMap(([key, value]) => {
    const here = [...path, key];
    if (known?.includes(key) === false) return [{ path: here, known }];
    return valueType === undefined ? [] : unknownKeys(valueType, value, here);
  });
}

function inList({ element, items, rest }: Def, input: readonly unknown[], path: Path): UnknownKey[] {
  return input.flatMap((value, index) => {
    const schema = element ?? items?.[index] ?? rest;
    return schema == null ? [] : unknownKeys(schema, value, [...path, String(index)]);
  });
}

/** Of what it can be, that which it is most like: of several that could be meant, the one with the fewest strangers. */
function inUnion(options: readonly Schema[], input: unknown, path: Path): UnknownKey[] {
  let fewest: UnknownKey[] | null = null;
  for (const option of options) {
    if (!isLike(option, input)) continue;
    const found = unknownKeys(option, input, path);
    if (found.length === 0) return [];
    if (fewest === null || found.length < fewest.length) fewest = found;
  }
  return fewest ?? [];
}

/** Whether it has the outer form, and every word that tells one form from another (`type: 'reply'`). */
function isLike(schema: Schema, input: unknown): boolean {
  const def = defOf(schema);
  if (def.type === 'array' || def.type === 'tuple') return Array.isArray(input);
  if (def.type === 'record') return isLoose(input);
  if (def.type !== 'object') {
    const inner = def.innerType ?? def.in;
    if (def.type === 'union') return (def.options ?? []).some((option) => isLike(option, input));
    return inner !== undefined && isLike(inner, input);
  }
  return (
    isLoose(input) &&
    Object.entries(def.shape ?? {}).every(([key, part]) => {
      const { type, values = [] } = defOf(part);
      return type !== 'literal' || values.includes(input[key]);
    })
  );
}

const mostKnown = 12;

/** `“rule.condition” is not known. Did you mean “conditions”?`, or what could stand there. */
export function unknownInWords({ path, known }: UnknownKey): string {
  const near = nearWord(path.at(-1) ?? '', known);
  const said = `“${path.join('.')}” is not known.`;
  if (near !== null) return `${said} Did you mean “${near}”?`;
  if (known.length === 0) return `${said} Nothing can be given there.`;
  const more = known.length > mostKnown ? ' and others' : '';
  return `${said} Known there: ${known.slice(0, mostKnown).join(', ')}${more}.`;
}
