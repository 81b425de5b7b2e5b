import { create } from 'zustand';

/** How many commands the desk has not answered yet; the status bar says Saved at none. */
export const useSaving = create<{ readonly pending: number }>(() => ({ pending: 0 }));

const change = (by: number): void => useSaving.setState(({ pending }) => ({ pending: pending + by }));

export async function whileSaving<T>(work: Promise<T>): Promise<T> {
  change(1);
  try {
    return await work;
  } finally {
    change(-1);
  }
}
