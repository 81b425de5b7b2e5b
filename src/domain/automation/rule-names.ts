/** An id for a name, or the other way; the path is for what it refuses. */
export type NameMap = (text: string, path: string) => string;

type Loose = Readonly<Record<string, unknown>>;
const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const mapList = (value: unknown, map: (each: unknown, index: number) => unknown): unknown =>
  Array.isArray(value) ? value.map(map) : value;
const mapText = (value: unknown, map: NameMap, path: string): unknown =>
  typeof value === 'string' && value !== 'me' ? map(value, path) : value;

/**
 * A rule with every queue and person that its conditions and actions name put in other words. What is not shaped like a
 * rule is left as it is, to be refused by who reads it. SPEC AUT-30.
 */
export function mapRuleNames(
  rule: object,
  { queue, person }: { readonly queue: NameMap; readonly person: NameMap },
  path: string,
): Record<string, unknown> {
  const of = (field: unknown): NameMap | undefined =>
    field === 'queue' ? queue : field === 'assignee' ? person : undefined;
  const condition = (value: unknown, at: string): unknown => {
    const map = isLoose(value) ? of(value.field) : undefined;
    if (!isLoose(value) || map === undefined) return value;
    return { ...value, values: mapList(value.values, (each, index) => mapText(each, map, `${at}.values.${index}`)) };
  };
  const action = (value: unknown, at: string): unknown => {
    if (!isLoose(value)) return value;
    if (value.type === 'route')
      return { ...value, among: mapList(value.among, (each, index) => mapText(each, person, `${at}.among.${index}`)) };
    const map = of(value.type);
    return map === undefined ? value : { ...value, to: mapText(value.to, map, `${at}.to`) };
  };
  const given = rule as Loose;
  const conditions = isLoose(given.conditions)
    ? Object.fromEntries(
        Object.entries(given.conditions).map(([list, values]) => [
          list,
          mapList(values, (each, index) => condition(each, `${path}.conditions.${list}.${index}`)),
        ]),
      )
    : given.conditions;
  return {
    ...given,
    ...(conditions !== undefined && { conditions }),
    ...(given.actions !== undefined && {
      actions: mapList(given.actions, (each, index) => action(each, `${path}.actions.${index}`)),
    }),
  };
}
