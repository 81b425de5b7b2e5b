import { useState } from 'react';

/** Where the cursor of a list is: where what it was on stands, or, once that is gone, what took its place. `found`: -1 for gone. */
export function usePlace(found: number, count: number): number {
  const [place, setPlace] = useState(0);
  if (found !== -1 && found !== place) setPlace(found);
  return found === -1 ? Math.min(place, count - 1) : found;
}
