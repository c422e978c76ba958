import { defineConfig } from 'vite';

/** One classic script, no names left in the page: what an agency's script tag loads. */
export default defineConfig({
  build: {
    target: 'es2022',
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'daricheh', fileName: () => 'kit.js' },
    outDir: 'dist',
  },
});
