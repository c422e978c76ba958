import { SettingsService } from '@simplewebauthn/server';
import { expect, it } from 'vitest';
import { createTestApp } from '../testing/test-app.ts';

it('D8: no attestation leads to a root, so that none makes the server ask an address that its certificates name', async () => {
  await createTestApp();
  const roots = (['android-key', 'android-safetynet', 'apple', 'mds'] as const).map((identifier) =>
    SettingsService.getRootCertificates({ identifier }),
  );
  expect(roots).toEqual([[], [], [], []]);
});
