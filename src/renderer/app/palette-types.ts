import type { ReactNode } from 'react';

export type CommandEntry = { readonly title: string };

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
