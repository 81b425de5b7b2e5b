export type Skill = {
  readonly name: string;
  /** 1 (learning) to 5 (teaches others); null: the file says none. */
  readonly level: number | null;
};

const quotedItem = /^"((?:[^"]|"")*)"(.*)$/s;
const needsQuotes = /["';,|:\n]|^\s|\s$/;

/** No entry is longer, so that no pattern has much to try. */
const mostChars = 300;

/** The entries of a cell between `;`, `,`, `|` or line breaks; separators within double quotes are text. */
export function splitList(cell: string): readonly string[] {
  const parts = cell.match(/(?:"(?:[^"]|"")*"|[^;,|\n])+/g) ?? [];
  return parts.map((part) => part.trim().slice(0, mostChars)).filter((part) => part !== '');
}

const unquoted = (text: string): string => {
  const match = quotedItem.exec(text);
  return match?.[2]?.trim() === '' ? (match[1] ?? '').replaceAll('""', '"') : text;
};

const quoted = (name: string): string => (needsQuotes.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

/** Words of a cell, as `writeList` writes them. */
export const readList = (cell: string): readonly string[] => splitList(cell).map(unquoted);
export const writeList = (words: readonly string[]): string => words.map(quoted).join('; ');

const levelEnd = /^(.*?)\s*(?::|=|\(|\s-\s)\s*([1-5])\s*\)?$/s;

/** Skills with a level or without: `Voice:3; Billing`, `Voice (3), Billing`. SPEC RIO-6. */
export function readSkills(cell: string): readonly Skill[] {
  return splitList(cell).map((entry) => {
    const match = quotedItem.exec(entry);
    if (match !== null) return { name: (match[1] ?? '').replaceAll('""', '"'), level: levelOf(match[2] ?? '') };
    const parts = levelEnd.exec(entry);
    return parts?.[1] ? { name: parts[1], level: Number(parts[2]) } : { name: entry, level: null };
  });
}

const levelOf = (text: string): number | null => {
  const match = /^\s*:\s*([1-5])\s*$/.exec(text);
  return match === null ? null : Number(match[1]);
};

/** A name that ends as a level would stands in quotes, so that it reads back as it is. */
export function writeSkills(skills: readonly Skill[]): string {
  return skills
    .map(({ name, level }) => {
      const safe = levelEnd.test(name) ? `"${name.replaceAll('"', '""')}"` : quoted(name);
      return level === null ? safe : `${safe}:${level}`;
    })
    .join('; ');
}
