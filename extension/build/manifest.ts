import type { UserManifest } from 'wxt';

/** Sites of the demo and of tests. A release build never has them. */
const demoSites = ['*://*.localhost/*'];

/** No page may frame ours, and nothing but our own files runs, paints or loads in them. */
function buildPolicy(isRelease: boolean): string {
  const agencies = isRelease ? 'https:' : 'https: http://*.localhost:*';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${agencies}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Asked for together with the first site that the citizen enables: it lets scripts and redirects of a site call the wallet. */
const withFirstSite = ['webNavigation'] as const;

/**
 * The manifest: the fewest permissions that work. Sites are optional and asked for one by one; the build for the demo
 * and the tests has `*.localhost` and what goes with it instead, and nothing else.
 */
export function buildManifest(build: { browser: string; isRelease: boolean; key: string | undefined }): UserManifest {
  const isFirefox = build.browser === 'firefox';
  const atInstallation = ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'alarms', 'idle', ...(isFirefox ? [] : ['sidePanel'])];
  return {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'fa',
    ...(build.key && !isFirefox ? { key: build.key } : {}),
    ...(isFirefox ? firefoxSettings : { minimum_chrome_version: '128' }),
    ...(build.isRelease
      ? { permissions: atInstallation, optional_permissions: [...withFirstSite], optional_host_permissions: ['https://*/*'] }
      : { permissions: [...atInstallation, ...withFirstSite], host_permissions: demoSites }),
    content_security_policy: { extension_pages: buildPolicy(build.isRelease) },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '__MSG_name__' },
    commands: {
      // Not Alt+D: that is the way to the address bar.
      _execute_action: { suggested_key: { default: 'Alt+Shift+W' } },
      'open-side-panel': { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_openSidePanel__' },
    },
  };
}

const firefoxSettings = {
  browser_specific_settings: {
    gecko: { id: 'wallet@daricheh.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
  },
} satisfies UserManifest;
