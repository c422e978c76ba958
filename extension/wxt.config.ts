import process from 'node:process';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'wxt';
import { readDemoMaterial } from './build/demo-material.ts';
import { buildManifest } from './build/manifest.ts';

const isRelease = process.env['DARICHEH_RELEASE'] === '1';
const demo = isRelease ? undefined : readDemoMaterial(process.env['DARICHEH_DEMO_DIR']);

export default defineConfig({
  srcDir: 'src',
  outDir: process.env['DARICHEH_EXTENSION_OUT'] ?? '.output',
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => buildManifest({ browser, isRelease, key: demo?.manifestKey }),
  vite: () => ({
    define: { __DARICHEH_TRUST__: JSON.stringify({ roots: demo?.roots ?? [], trustList: demo?.trustList ?? null }) },
    // React Aria brings 34 languages, Persian not among them: ours is handed to it in ui/locale.
    plugins: [{ ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' }],
    build: { chunkSizeWarningLimit: 900 },
  }),
});
