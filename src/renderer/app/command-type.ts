import type { t } from '../strings/en.ts';
import type { Screen } from './window-store.ts';

export type GroupName = keyof typeof t.commands.groups;

/** Something a key or the palette can do. Each screen has its own list of them; commands.ts joins them to one table. */
export type Command = {
  /** Named after what it acts on: `ticket.reply`, `rules.save`. */
  readonly id: string;
  readonly title: string;
  /** Other words somebody may look for it by, beside its title. */
  readonly also?: string;
  readonly group: GroupName;
  /** The first is shown where it acts. `g q` is one key after the other. */
  readonly keys: readonly string[];
  /**
   * `board`: only while the focus is not in the ticket panel, whose own keys these are. The name of a screen: a key of that
   * screen alone, which may mean something else elsewhere.
   */
  readonly scope?: 'board' | Screen;
  /** Works while typing too. */
  readonly anywhere?: boolean;
  /** Moves that nobody looks for by name. */
  readonly quiet?: boolean;
  readonly when?: () => boolean;
  readonly run: () => void;
};
