import type { ReactNode } from 'react';

/** `also`: words it is found by though they are not in its title. */
export type CommandEntry = { readonly title: string; readonly also?: string | undefined };

/** One line of the palette. */
export type Entry = CommandEntry & {
  readonly id: string;
  readonly section: string;
  readonly keys?: string | undefined;
  readonly content?: ReactNode;
  /** Leaves the palette open, with this to be typed. */
  readonly complete?: string;
  readonly run: () => void;
};
