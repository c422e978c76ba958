import { join } from 'node:path';
import { findDemoFolder } from '../demo/index.ts';
import { root } from '../places.ts';
import { buildOnce } from './build-once.ts';

export { packSharedPackage } from './shared-package.ts';

export type BuiltExtension = {
  /** Folder to load into a browser. */
  readonly folder: string;
  readonly isNew: boolean;
};

/**
 * The extension stands built for Chromium, with the root and the trust list of the demo in `demoFolder`. It is built
 * again only when its sources or that material have changed.
 */
export async function buildExtension(demoFolder: string = findDemoFolder()): Promise<BuiltExtension> {
  const out = join(demoFolder, 'extension-build');
  const folder = join(out, 'chrome-mv3');
  const material = ['root.pem', 'trust-list.jwt', 'extension/manifest-key'].map((name) => join(demoFolder, name));
  const isNew = await buildOnce({
    inputs: ['extension', 'shared', 'pnpm-lock.yaml', ...material],
    result: join(folder, 'manifest.json'),
    command: [join(root, 'extension/node_modules/.bin/wxt'), 'build'],
    cwd: join(root, 'extension'),
    env: { DARICHEH_DEMO_DIR: demoFolder, DARICHEH_EXTENSION_OUT: out },
  });
  return { folder, isNew };
}

/** The page that checks saved forms offline stands built, one file: its path. */
export async function buildCheckPage(): Promise<string> {
  const result = join(root, 'checker/dist/check.html');
  await buildOnce({
    inputs: ['checker', 'shared', 'pnpm-lock.yaml'],
    result,
    command: [join(root, 'node_modules/.bin/vite'), 'build', '--logLevel', 'warn'],
    cwd: join(root, 'checker'),
  });
  return result;
}

/** The script tag for agency pages stands built: its path. */
export async function buildKit(): Promise<string> {
  const result = join(root, 'kit/dist/kit.js');
  await buildOnce({
    inputs: ['kit', 'shared', 'pnpm-lock.yaml'],
    result,
    command: [join(root, 'node_modules/.bin/vite'), 'build', '--logLevel', 'warn'],
    cwd: join(root, 'kit'),
  });
  return result;
}
