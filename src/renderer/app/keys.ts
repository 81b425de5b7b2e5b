import { shell } from '../client/shell.ts';

/** Keys are written like `mod+shift+z`, `j`, `?`, `arrowdown`; `mod` is Cmd on a Mac and Ctrl elsewhere. */
type Pressed = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

function platformName(): string {
  if (typeof window === 'undefined') return '';
  return shell()?.platform ?? navigator.userAgent;
}

export const onMac = (): boolean => /darwin|mac os|macintosh/i.test(platformName());

const printable = (key: string): boolean => /^.$/u.test(key);

/** The key as it is written in the table of commands, or null for a modifier alone. */
export function keyOf(event: Pressed, mac: boolean): string | null {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  if (key === 'shift' || key === 'control' || key === 'meta' || key === 'alt' || key === 'dead') return null;
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (other) return null;
  // `?` already needs Shift on most keyboards, so Shift is only named with letters and with named keys.
  const shift = event.shiftKey && (!printable(event.key) || key !== key.toUpperCase());
  return [mod ? 'mod' : '', event.altKey ? 'alt' : '', shift ? 'shift' : '', key].filter(Boolean).join('+');
}

const macNames: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↵' };
const otherNames: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: '↵' };
const names: Record<string, string> = {
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  space: 'Space',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  pageup: 'Page up',
  pagedown: 'Page down',
  delete: 'Del',
};

/** `⌘K` on a Mac, `Ctrl K` elsewhere. */
export function keyLabel(keys: string, mac: boolean = onMac()): string {
  const own = mac ? macNames : otherNames;
  if (keys.includes(' ')) {
    const each = keys.split(' ').map((key) => keyLabel(key, mac));
    return each.join(' ');
  }
  if (keys === '+') return keys;
  const parts = keys.split('+').map((part) => own[part] ?? names[part] ?? part.toUpperCase());
  return parts.join(mac ? '' : ' ');
}

type Keyed = { readonly id: string; readonly keys: readonly string[]; readonly scope?: string | undefined };

/** Keys that two commands claim in one scope: a mistake in the table of commands. */
export function keyClashes(commands: readonly Keyed[]): readonly string[] {
  const seen = new Map<string, string>();
  const clashes: string[] = [];
  for (const command of commands) {
    for (const key of command.keys) {
      const place = `${command.scope ?? ''} ${key}`;
      const before = seen.get(place);
      if (before !== undefined) clashes.push(`${key}: ${before}, ${command.id}`);
      seen.set(place, command.id);
    }
  }
  return clashes;
}
