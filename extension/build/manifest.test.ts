import { describe, expect, it } from 'vitest';
import { buildManifest } from './manifest.ts';

const build = { browser: 'chrome', isRelease: false, key: 'KEY' };

describe('the manifest', () => {
  it('of the demo has the sites of the demo, and its own id', () => {
    expect(buildManifest(build)).toMatchObject({ key: 'KEY', host_permissions: ['*://*.localhost/*'] });
  });

  it('of a release has no site but those that the citizen adds', () => {
    const manifest = buildManifest({ ...build, isRelease: true, key: undefined });
    expect(manifest).toMatchObject({ optional_host_permissions: ['https://*/*'] });
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['host_permissions']));
    expect(manifest).not.toHaveProperty('key');
    expect(JSON.stringify(manifest)).not.toContain('localhost');
  });

  it.each(['chrome', 'firefox'])('lets nobody frame our pages in %s', (browser) => {
    expect(JSON.stringify(buildManifest({ ...build, browser }))).toContain("frame-ancestors 'none'");
  });

  it('asks at installation for the fewest permissions', () => {
    const manifest = buildManifest({ ...build, isRelease: true });
    const permissions = ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'alarms', 'idle', 'sidePanel'];
    expect(manifest).toMatchObject({ permissions, optional_permissions: ['webNavigation'] });
    expect(buildManifest(build)).toMatchObject({ permissions: [...permissions, 'webNavigation'] });
  });
});
