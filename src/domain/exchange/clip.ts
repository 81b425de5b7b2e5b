/** How long names may be; longer ones are cut, with a warning (SPEC IMP-9). */
export const limits = { subject: 1000, name: 200, email: 320, category: 200, tag: 100, tags: 50, id: 500 } as const;

/** The first `max` UTF-16 units of a text, without half a character at the end. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 2);
  const cut = last >= 0xd800 && last < 0xdc00 ? max - 2 : max - 1;
  return `${text.slice(0, cut)}…`;
}
