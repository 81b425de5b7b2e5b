import type { SurveyResponse } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';

/** A code that is on a response, or that its words suggest. */
export type Offer = {
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  /** By which words it is suggested. */
  readonly found: readonly string[];
};

/** What the digits mean, by name: so that nothing moves when a suggestion is taken. */
export const offersOf = ({ codes, suggested }: SurveyResponse): readonly Offer[] =>
  [
    ...codes.map((code) => ({ ...code, isOn: true, found: [] })),
    ...suggested.map(({ codeId, name, found }) => ({ id: codeId, name, isOn: false, found })),
  ].toSorted((a, b) => a.name.localeCompare(b.name));

const code = (id: string, said: { readonly add?: string[]; readonly remove?: string[]; readonly unread?: boolean }) =>
  command(client.surveys.code({ id, ...said }));

export const toggle = ({ id }: SurveyResponse, offer: Offer): void =>
  void code(id, offer.isOn ? { remove: [offer.id] } : { add: [offer.id] });

export const turnDown = ({ id }: SurveyResponse, offer: Offer): void => void code(id, { remove: [offer.id] });

/** Takes all that is suggested; where nothing is, it is read. */
export const acceptAll = ({ id, suggested }: SurveyResponse): void =>
  void code(id, { add: suggested.map(({ codeId }) => codeId) });

/** It is read, and what was suggested is not what it says. */
export const noCode = ({ id, suggested }: SurveyResponse): void =>
  void code(id, { remove: suggested.map(({ codeId }) => codeId) });

export const notRead = ({ id }: SurveyResponse): void => void code(id, { unread: true });

export const addCode = ({ id }: SurveyResponse, codeId: string): void => void code(id, { add: [codeId] });

/** Makes a code of that name and gives it. */
export async function addNewCode(response: SurveyResponse, name: string): Promise<void> {
  const made = await command(client.surveys.codeSave({ name }));
  if (made !== null) addCode(response, made.id);
}
