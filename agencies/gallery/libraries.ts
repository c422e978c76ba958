import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const own = createRequire(import.meta.url);
const reactDom = createRequire(own.resolve('react-dom'));

/** A file of a package, whichever of its files the package offers to importers. */
function find(require: NodeJS.Require, name: string, file: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), file);
}

/** React comes as CommonJS modules alone: each under its name in one script, with a `require` among them. */
function packReact(): string {
  const modules = {
    react: find(own, 'react', 'cjs/react.production.js'),
    scheduler: find(reactDom, 'scheduler', 'cjs/scheduler.production.js'),
    'react-dom': find(own, 'react-dom', 'cjs/react-dom.production.js'),
    'react-dom/client': find(own, 'react-dom', 'cjs/react-dom-client.production.js'),
  };
  const entries = Object.entries(modules).map(
    ([name, file]) => `${JSON.stringify(name)}: (require, exports, module) => {${readFileSync(file, 'utf8')}\n}`,
  );
  return `(() => {
  const modules = {${entries.join(',\n')}};
  const loaded = {};
  const require = (name) => {
    if (!loaded[name]) {
      const module = (loaded[name] = { exports: {} });
      modules[name](require, module.exports, module);
    }
    return loaded[name].exports;
  };
  window.process ??= { env: { NODE_ENV: 'production' } };
  window.React = require('react');
  window.ReactDOM = { ...require('react-dom'), ...require('react-dom/client') };
})();`;
}

/** The scripts that pages load from `/libraries/`: the packages' own files. React is MIT, Vue is MIT. */
export function readLibraries(): ReadonlyMap<string, string> {
  return new Map([
    ['react.js', packReact()],
    ['vue.js', readFileSync(find(own, 'vue', 'dist/vue.global.prod.js'), 'utf8')],
  ]);
}
