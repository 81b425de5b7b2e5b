import { z } from 'zod';

/** A rectangle of the screen, in device-independent pixels. */
const boxSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Box = z.infer<typeof boxSchema>;

export const windowStateSchema = z.object({ bounds: boxSchema, maximized: z.boolean() });
export type WindowState = z.infer<typeof windowStateSchema>;

export const smallestWindow = { width: 1024, height: 700 } as const;
const usualWindow = { width: 1440, height: 900 } as const;
const grip = 64;

/**
 * Where to open the window: where it was, if enough of its top edge still lies on a screen to take hold of it (a second
 * screen may be gone since), else the usual size with no place, which centres it. Never larger than the screen it is on.
 */
export function placeWindow(saved: WindowState | undefined, workAreas: readonly Box[]): Partial<Box> & Size {
  const home = saved && workAreas.find((area) => holdsTopEdge(area, saved.bounds));
  if (saved && home) return { ...saved.bounds, ...fit(saved.bounds, home) };
  const [main] = workAreas;
  return main ? fit(usualWindow, main) : usualWindow;
}

type Size = { readonly width: number; readonly height: number };

const fit = (size: Size, area: Size): Size => ({
  width: Math.max(smallestWindow.width, Math.min(size.width, area.width)),
  height: Math.max(smallestWindow.height, Math.min(size.height, area.height)),
});

function holdsTopEdge(area: Box, box: Box): boolean {
  const shown = Math.min(box.x + box.width, area.x + area.width) - Math.max(box.x, area.x);
  return shown >= grip && box.y >= area.y && box.y <= area.y + area.height - grip;
}
