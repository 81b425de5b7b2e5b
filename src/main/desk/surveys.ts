import { pareto } from '../../domain/surveys/pareto.ts';
import { csatOf, npsOf } from '../../domain/surveys/scores.ts';
import type { Core } from './core.ts';
import { os, together } from './router-base.ts';
import { causes, removeProblem, saveProblem } from './surveys/causes.ts';
import { codeByRules, codeResponse, readCodes, removeCode, saveCode } from './surveys/codes.ts';
import { importSurvey, inspectSurvey } from './surveys/import.ts';
import { overview, removeSurvey, renameSurvey } from './surveys/read.ts';
import { responses, responsesCsv } from './surveys/responses.ts';
import { scores } from './surveys/scores.ts';
import { themes } from './surveys/themes.ts';
import { mustLead } from './viewer.ts';

/** Needs no desk. */
export const surveyRules = () => ({
  nps: os.surveys.nps.handler(({ input }) => npsOf(input)),
  csat: os.surveys.csat.handler(({ input }) => csatOf(input)),
  pareto: os.surveys.pareto.handler(({ input }) => ({ rows: pareto(input.items) })),
});

function codebook(core: Core): { codes: ReturnType<typeof readCodes> } {
  mustLead(core);
  return { codes: readCodes(core) };
}

export const surveys = (core: Core) =>
  together(surveyRules(), {
    inspect: os.surveys.inspect.handler(({ input, context }) => inspectSurvey(core, input.source, context)),
    importFile: os.surveys.importFile.handler(({ input, context }) => importSurvey(core, input, context)),
    overview: os.surveys.overview.handler(() => ({ surveys: overview(core) })),
    surveySave: os.surveys.surveySave.handler(({ input }) => renameSurvey(core, input.id, input.name)),
    surveyRemove: os.surveys.surveyRemove.handler(({ input }) => removeSurvey(core, input.id)),
    scores: os.surveys.scores.handler(({ input }) => ({ scored: scores(core, input) })),
    responses: os.surveys.responses.handler(({ input }) => responses(core, input)),
    responsesCsv: os.surveys.responsesCsv.handler(({ input }) => responsesCsv(core, input.filter)),
    codes: os.surveys.codes.handler(() => codebook(core)),
    codeSave: os.surveys.codeSave.handler(({ input }) => saveCode(core, input)),
    codeRemove: os.surveys.codeRemove.handler(({ input }) => removeCode(core, input.id)),
    code: os.surveys.code.handler(({ input }) => codeResponse(core, input)),
    codeByRules: os.surveys.codeByRules.handler(({ input }) => codeByRules(core, input.surveyId)),
    themes: os.surveys.themes.handler(({ input }) => themes(core, input)),
    causes: os.surveys.causes.handler(({ input }) => causes(core, input)),
    problemSave: os.surveys.problemSave.handler(({ input }) => saveProblem(core, input)),
    problemRemove: os.surveys.problemRemove.handler(({ input }) => removeProblem(core, input.id)),
  });
