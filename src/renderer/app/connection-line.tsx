import { Unplug } from 'lucide-react';
import { useConnection } from '../client/carrier.ts';
import { t } from '../strings/en.ts';

/** After that many tries it is no hiccup, and worth a line of its own. */
const manyTries = 3;

/** Says at the foot of the window that nothing is saved, and what to do: the desk is gone, or was started again. */
export function ConnectionLine() {
  const { state, attempt } = useConnection();
  const refused = state === 'refused';
  if (!refused && !(state === 'lost' && attempt >= manyTries)) return null;
  return (
    <div
      role="alert"
      className="flex shrink-0 items-center gap-2 border-t border-line bg-late-soft px-[14px] py-[7px] text-late"
    >
      <Unplug size={15} aria-hidden className="shrink-0" />
      <span className="font-semibold">{refused ? t.bar2.refused : t.bar2.away}</span>
      {refused && <span>{t.bar2.refusedHow}</span>}
    </div>
  );
}
