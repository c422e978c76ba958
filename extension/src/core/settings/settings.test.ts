import { describe, expect, it } from 'vitest';
import { parseSettings } from './settings.ts';

const defaults = {
  ...{ language: 'fa', theme: 'system', autoLockMinutes: 15, enabledOrigins: [], answersDigitalCredentials: true },
  ...{ showsFieldIcon: true, withoutFieldIcon: [] },
};

describe('parseSettings', () => {
  it.each([undefined, null, 'text', []])('gives the defaults for %j', (stored) => {
    expect(parseSettings(stored)).toEqual(defaults);
  });

  it('keeps what can be read beside what cannot', () => {
    expect(parseSettings({ language: 'en', autoLockMinutes: 600, theme: 'pink', colour: 1 })).toEqual({ ...defaults, language: 'en' });
  });
});
