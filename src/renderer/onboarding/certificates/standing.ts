import type { Certificate } from '../../../contract/index.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { daysFrom } from '../dates.ts';

const w = ow.certificates;

/** How it stands with a certificate, in words. */
export function standingWords({ state, expiresOn }: Certificate, today: string): string {
  if (expiresOn === null) return w.forever;
  const days = daysFrom(today, expiresOn);
  if (state === 'expired') return w.ago(Math.max(1, -days));
  return state === 'soon' ? w.in(days) : w.state.valid;
}
