/** Names that Windows keeps for devices, whatever ending they have. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Marks that turn the direction of writing: `exe.fdp` would read `pdf.exe` the other way round. */
const directions = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const longest = 150;

/**
 * A file name that is safe to save under on any machine: its last part alone, without control and direction marks,
 * without what no file system takes, no leading dots, not a device, at most 150 characters with its ending kept. SPEC TRI-12.
 */
export function safeFileName(given: string): string {
  const last = given.normalize('NFC').replace(directions, '').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (plain === '') return 'attachment';
  const named = reserved.test(plain) ? `_${plain}` : plain;
  return cut(named);
}

function cut(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= longest) return name;
  const ending = /\.[^.]{1,12}$/u.exec(name)?.[0] ?? '';
  return letters.slice(0, longest - Array.from(ending).length).join('') + ending;
}
