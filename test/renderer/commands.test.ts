import { expect, test } from 'vitest';
import { commands, keyOfCommand, worksWhileTyping } from '../../src/renderer/app/commands.ts';
import { keyClashes } from '../../src/renderer/app/keys.ts';

test('no key means two things, no command is there twice, and every command has a key', () => {
  expect(keyClashes(commands)).toEqual([]);
  expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
  expect(commands.filter((command) => command.keys.length === 0)).toEqual([]);
});

test('what is typed into a field stays text: only Esc and keys with a modifier act there', () => {
  const acting = commands.flatMap((command) => command.keys.filter((key) => worksWhileTyping(command, key)));
  expect(acting).toContain('mod+k');
  expect(acting).toContain('escape');
  expect(acting.filter((key) => key !== 'escape' && !key.startsWith('mod+'))).toEqual([]);
  // Undo in a field belongs to the field.
  expect(acting).not.toContain('mod+z');
});

test('the keys drawn on buttons are the keys of their commands', () => {
  expect(keyOfCommand('ticket.new')).toBe('c');
  expect(keyOfCommand('ticket.note')).toBe('n');
  expect(keyOfCommand('palette')).toBe('mod+k');
  expect(keyOfCommand('undo')).toBe('mod+z');
});
