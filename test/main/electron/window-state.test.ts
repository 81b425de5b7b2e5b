import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../../src/main/electron/window-state.ts';

const laptop = { x: 0, y: 25, width: 1512, height: 920 };
const second = { x: 1512, y: 0, width: 2560, height: 1400 };
const state = (x: number, y: number, width = 1200, height = 800) => ({
  bounds: { x, y, width, height },
  maximized: false,
});

describe('placeWindow', () => {
  it('opens where it was, on either screen', () => {
    expect(placeWindow(state(100, 60), [laptop])).toEqual({ x: 100, y: 60, width: 1200, height: 800 });
    expect(placeWindow(state(1800, 60), [laptop, second])).toEqual({ x: 1800, y: 60, width: 1200, height: 800 });
  });

  it('comes back to the middle of the main screen when its screen has gone', () => {
    expect(placeWindow(state(1800, 60), [laptop])).toEqual({ width: 1440, height: 900 });
  });

  it('comes back when there is no title bar left to hold', () => {
    expect(placeWindow(state(100, -400), [laptop])).toEqual({ width: 1440, height: 900 });
    expect(placeWindow(state(100, 940), [laptop])).toEqual({ width: 1440, height: 900 });
    expect(placeWindow(state(1500, 60), [laptop])).toEqual({ width: 1440, height: 900 });
  });

  it('is never larger than its screen nor smaller than the console needs', () => {
    expect(placeWindow(state(0, 25, 4000, 3000), [laptop])).toEqual({ x: 0, y: 25, width: 1512, height: 920 });
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 800, height: 600 }])).toEqual({ width: 1024, height: 700 });
  });

  it('has a usual size before there is anything to remember', () => {
    expect(placeWindow(undefined, [second])).toEqual({ width: 1440, height: 900 });
    expect(placeWindow(undefined, [])).toEqual({ width: 1440, height: 900 });
  });
});
