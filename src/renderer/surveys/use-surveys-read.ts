import { useQuery } from '@tanstack/react-query';
import type { Survey, SurveyCode } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { useViewer } from '../people/viewer.ts';
import { useSurveys } from './surveys-store.ts';

const noSurveys: readonly Survey[] = [];
const noCodes: readonly SurveyCode[] = [];

export const useOverview = () => {
  const { leads } = useViewer();
  return useQuery(orpc.surveys.overview.queryOptions({ enabled: leads }));
};

/** Those that are here; none for an agent, who is told of none. */
export const useSurveyList = (): readonly Survey[] => useOverview().data?.surveys ?? noSurveys;

/** The survey that is chosen; undefined: all, or it is not here any more. */
export function useShownSurvey(): Survey | undefined {
  const surveyId = useSurveys((state) => state.surveyId);
  return useSurveyList().find(({ id }) => id === surveyId);
}

export function useCodes(): readonly SurveyCode[] {
  const { leads } = useViewer();
  return useQuery(orpc.surveys.codes.queryOptions({ enabled: leads })).data?.codes ?? noCodes;
}
