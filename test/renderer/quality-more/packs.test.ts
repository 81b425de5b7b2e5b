import { describe, expect, it } from 'vitest';
import { criterionSchema } from '../../../src/contract/index.ts';
import { counting, sideText } from '../../../src/renderer/quality/packs/conflict-text.ts';
import { everybody, nobody, ofReviewer, packable, packLack } from '../../../src/renderer/quality/packs/pack-draft.ts';
import { strengthOf } from '../../../src/renderer/quality/packs/strength.ts';

describe('how hard a passphrase is to guess', () => {
  it('is too short under eight letters, whatever they are', () => {
    expect(strengthOf('')).toBe('tooShort');
    expect(strengthOf('aB3$xY9')).toBe('tooShort');
  });
  it('does not count the same letter again, or the next one', () => {
    expect(strengthOf('aaaaaaaaaaaaaaaaaaaaaaaa')).toBe('weak');
    expect(strengthOf('abcdefghijklmnop')).toBe('weak');
    expect(strengthOf('1234567890')).toBe('weak');
  });
  it('grows with length, and words count for less than letters at random', () => {
    expect(strengthOf('password')).toBe('weak');
    expect(strengthOf('harbour lantern')).toBe('weak');
    expect(strengthOf('harbour lantern cider')).toBe('weak');
    expect(strengthOf('harbour lantern cider window')).toBe('fair');
    expect(strengthOf('harbour-lantern-cider-window-moss')).toBe('good');
    expect(strengthOf('harbour harbour harbour harbour harbour')).toBe('weak');
    expect(strengthOf('mK4$wQ9!rT')).toBe('good');
  });
});

describe('what goes along in a pack', () => {
  const row = (id: string, state: string, reviewerId: string | null, sessionId: string | null = null) =>
    ({ id, state, reviewerId, sessionId }) as Parameters<typeof packable>[0][number];
  const rows = [
    row('1', 'assigned', 'ben'),
    row('2', 'started', null),
    row('3', 'done', 'ben'),
    row('4', 'assigned', 'ben', 'session'),
  ];
  it('is to be done, and of one reviewer, of nobody or of all', () => {
    const open = packable(rows);
    expect(open.map(({ id }) => id)).toEqual(['1', '2', '4']);
    expect(ofReviewer(open, 'ben').map(({ id }) => id)).toEqual(['1', '4']);
    expect(ofReviewer(open, nobody).map(({ id }) => id)).toEqual(['2']);
    expect(ofReviewer(open, everybody)).toHaveLength(3);
  });
  it('lacks reviews, then a passphrase, then the same again', () => {
    expect(packLack(0, '', '')).toBe('needReviews');
    expect(packLack(1, 'short', 'short')).toBe('tooShort');
    expect(packLack(1, 'long enough', 'long enough!')).toBe('differs');
    expect(packLack(1, 'long enough', 'long enough')).toBeNull();
  });
});

describe('what two said differently (QAP-5)', () => {
  const tone = criterionSchema.parse({ id: 'tone', name: 'Tone', scale: { kind: 'points', points: 5 }, weight: 1 });
  it('counts as it was said last', () => {
    const said = (at: number) => ({ value: '', by: 'Ben', at });
    expect(counting({ here: said(2), there: said(3) })).toBe('there');
    expect(counting({ here: said(3), there: said(3) })).toBe('here');
  });
  it('reads as it does in the form', () => {
    expect(sideText({ kind: 'value', field: 'value' }, '4', tone)).toBe('4 of 5');
    expect(sideText({ kind: 'value', field: 'value' }, 'na', tone)).toBe('N/A');
    expect(sideText({ kind: 'value', field: 'value' }, '4', null)).toBe('4');
    expect(sideText({ kind: 'value', field: 'comment' }, '12', tone)).toBe('12');
    expect(sideText({ kind: 'value', field: 'causes' }, '["Knowledge","Haste"]', tone)).toBe('Knowledge, Haste');
    expect(sideText({ kind: 'value', field: 'quotes' }, '[{"text":"On its way","from":0}]', tone)).toBe('“On its way”');
    expect(sideText({ kind: 'value', field: 'causes' }, '[]', tone)).toBe('');
    expect(sideText({ kind: 'form', field: 'form' }, 'version 2', null)).toBe('version 2');
  });
});
