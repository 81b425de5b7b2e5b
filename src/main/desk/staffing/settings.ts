import { staffingSettingsSchema, type StaffingSettings } from '../../../contract/index.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Core } from '../core.ts';
import { readMeta, saveMeta } from '../meta.ts';

const key = 'staffing';

/**
 * What a desk begins with: calls and chats 80 % within 20 and 60 seconds, the usual promise of call centres, mail within
 * the four business hours of the seeds' first response; handle times are to be measured by whoever runs the desk.
 * SPEC STF-20.
 */
export const defaultSettings: StaffingSettings = staffingSettingsSchema.parse({
  streams: [
    {
      id: 'calls',
      name: 'Calls',
      work: 'calls',
      channels: ['phone'],
      ahtSeconds: 300,
      target: { share: 0.8, withinSeconds: 20 },
    },
    {
      id: 'chat',
      name: 'Chat',
      work: 'chat',
      channels: ['chat', 'social'],
      ahtSeconds: 600,
      target: { share: 0.8, withinSeconds: 60 },
      concurrency: 2,
    },
    {
      id: 'mail',
      name: 'Mail',
      work: 'mail',
      channels: ['email', 'web', 'walkIn', 'api', 'other'],
      ahtSeconds: 480,
      target: { share: 0.95, withinSeconds: 14_400 },
    },
  ],
});

export function readSettings(core: Core): StaffingSettings {
  const kept = readMeta(core.db, key);
  return kept === undefined ? defaultSettings : staffingSettingsSchema.parse(kept);
}

/** Faults INVALID where two streams have one name or id, or the band is upside down. */
export function saveSettings(core: Core, settings: StaffingSettings, undoable = true): StaffingSettings {
  const names = new Set<string>();
  settings.streams.forEach(({ id, name }, index) => {
    for (const word of [`id ${id}`, `name ${name.toLowerCase()}`]) {
      if (names.has(word))
        throw new Fault('INVALID', `Two streams are called “${name}”. Give one another name.`, {
          field: `streams.${index}.name`,
        });
      names.add(word);
    }
  });
  if (settings.loadBand.high < settings.loadBand.low)
    throw new Fault('INVALID', 'The band ends below its beginning. Put the higher figure second.', {
      field: 'loadBand.high',
    });
  saveMeta(core, { name: 'staffing.settingsSave', label: 'Settings of staffing', undoable }, key, settings);
  return readSettings(core);
}
