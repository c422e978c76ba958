import { describe, expect, it } from 'vitest';
import { listFaults } from './release-step.ts';

describe('a manifest for the public', () => {
  it('is fine with sites that are asked for one by one', () => {
    expect(listFaults(JSON.stringify({ name: 'x', optional_host_permissions: ['https://*/*'] }))).toEqual([]);
  });

  it.each([
    ['a site of the demo', { content_security_policy: 'http://*.localhost:*' }],
    ['the demo’s key', { key: 'MII' }],
    ['sites granted at installation', { host_permissions: ['https://*/*'] }],
    ['files that pages can reach', { web_accessible_resources: [] }],
    ['a door for other extensions', { externally_connectable: {} }],
  ])('is refused with %s', (_what, manifest) => {
    expect(listFaults(JSON.stringify(manifest))).toHaveLength(1);
  });
});
