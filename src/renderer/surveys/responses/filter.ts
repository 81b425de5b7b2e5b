import { useDeferredValue } from 'react';
import type { ResponseFilter } from '../../../contract/index.ts';
import { useSurveys } from '../surveys-store.ts';
import { useShownSurvey } from '../use-surveys-read.ts';

/** Which responses are asked for. */
export function useFilter(): ResponseFilter {
  const { only, codeId, text } = useSurveys();
  const shown = useShownSurvey();
  const typed = useDeferredValue(text.trim());
  return { surveyId: shown?.id ?? null, from: null, to: null, only, codeId, text: typed };
}
