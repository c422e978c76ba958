import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

/**
 * One HTML file that holds all of itself, opened from disk: script and style stand in it, named by their hashes in its
 * policy, which lets nothing else run and nothing be fetched, sent or framed.
 */
function holdAllInOne(): Plugin {
  return {
    name: 'hold-all-in-one',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
      const styles = files.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : []));
      for (const file of files) {
        if (file.type === 'asset' && file.fileName.endsWith('.html'))
          file.source = fill(String(file.source), scripts.join('\n'), styles.join('\n'));
        else delete bundle[file.fileName];
      }
    },
  };
}

function fill(html: string, script: string, style: string): string {
  // What ends a script element ends it wherever it stands.
  const safe = script.trim().replaceAll('</script', '<\\/script');
  const policy = [
    "default-src 'none'",
    `script-src ${nameHash(safe)}`,
    `style-src ${nameHash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const bare = html.replace(/<script[^>]*src=[^>]*><\/script>/g, '').replace(/<link[^>]*rel="stylesheet"[^>]*>/g, '');
  // By a function: a dollar sign in the code means nothing.
  return bare
    .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
    .replace('</head>', () => `<style>${style}</style>\n  </head>`)
    .replace('</body>', () => `<script type="module">${safe}</script>\n  </body>`);
}

function nameHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

export default defineConfig({
  root: 'page',
  base: './',
  plugins: [holdAllInOne()],
  build: {
    target: 'es2022',
    // They know light-dark(), which would otherwise be written out.
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    outDir: '../dist',
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: { input: 'page/check.html' },
  },
});
