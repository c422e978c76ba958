// The arrows of ARCHITECTURE.md. Each rule is shown to fail by scripts/check/planted.ts.

/** Folders of the wallet that hold keys, documents or the power to sign. */
const secrets = '^extension/src/core/(vault|credentials|signing)/';
/** What runs in web pages. */
const inPages = '^extension/src/(features/[^/]+/content/|entrypoints/(page-[^/]+$|[^/]+[.]content[./]|content[./]))';
const tests = '([.]test[.]tsx?$|[.]contract[.]ts$|/testing/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolves',
      comment: 'An import that resolves to nothing would pass every other rule unseen.',
      severity: 'error',
      from: { pathNot: tests },
      to: { couldNotResolve: true },
    },
    {
      name: 'content-reaches-no-secret',
      comment: 'The rule that matters most: what runs beside a hostile page never carries the vault, a document or a key, at any distance.',
      severity: 'error',
      from: { path: inPages, pathNot: tests },
      to: { path: secrets, reachable: true },
    },
    {
      name: 'content-reaches-no-store',
      comment: 'A content script asks the background; it never opens the wallet’s storage or runs a passkey ceremony itself.',
      severity: 'error',
      from: { path: inPages, pathNot: tests },
      to: { path: '^extension/src/platform/(dexie|session-key|passkey|key-store|vault)', reachable: true },
    },
    {
      name: 'content-carries-no-polyfill',
      comment: 'Every page of an enabled site loads it: our scripts there speak through messaging/page-door.ts.',
      severity: 'error',
      from: { path: inPages, pathNot: tests },
      to: { path: '^extension/src/(platform/|messaging/send[.]ts$)', reachable: true },
    },
    {
      name: 'features-are-apart',
      comment: 'Needed in two features: a decision (core) or a look (ui). The entrypoint introduces features to each other.',
      severity: 'error',
      from: { path: '^extension/src/features/([^/]+)/' },
      to: { path: '^extension/src/features/', pathNot: '^extension/src/features/$1/' },
    },
    {
      name: 'core-is-below',
      comment: 'core is the wallet without a browser: ports, decisions, shared. Nothing above it.',
      severity: 'error',
      from: { path: '^extension/src/core/', pathNot: tests },
      to: { path: '^(extension|server|kit|checker|agencies|scripts|e2e|bench)/', pathNot: '^extension/(src/core/|node_modules/)' },
    },
    {
      name: 'messaging-knows-no-vault',
      comment: 'protocol.ts is imported by content scripts: of core, only what holds no key and no document.',
      severity: 'error',
      from: { path: '^extension/src/messaging/', pathNot: tests },
      to: {
        path: '^extension/src/',
        pathNot:
          '^extension/src/(messaging/|core/(errors|attachments|autofill|consent|cases|prompts|services)/|core/proofs/(sent-form|proof-view)[.]|core/family/family-member[.])',
      },
    },
    {
      name: 'features-take-ports',
      comment: 'A feature is handed its adapters by the entrypoint.',
      severity: 'error',
      from: { path: '^extension/src/features/', pathNot: tests },
      to: { path: '^extension/src/(platform|entrypoints)/' },
    },
    {
      name: 'ui-is-a-look',
      comment: 'Shared components know no feature, no message and no decision; of core, the kinds of errors.',
      severity: 'error',
      from: { path: '^extension/src/ui/', pathNot: tests },
      to: { path: '^extension/src/', pathNot: '^extension/src/(ui/|core/errors/)' },
    },
    {
      name: 'platform-implements-ports',
      comment: 'An adapter knows the port it implements and the browser.',
      severity: 'error',
      from: { path: '^extension/src/platform/', pathNot: tests },
      to: { path: '^extension/src/(features|entrypoints|ui|messaging)/' },
    },
    {
      name: 'entrypoints-are-ends',
      comment: 'Entrypoints wire; nothing imports them.',
      severity: 'error',
      from: { pathNot: '^extension/src/entrypoints/' },
      to: { path: '^extension/src/entrypoints/' },
    },
    {
      name: 'wallet-and-server-meet-on-the-wire',
      severity: 'error',
      from: { path: '^(extension|kit|checker)/', pathNot: tests },
      to: { path: '^(server|agencies|scripts|e2e|bench)/' },
    },
    {
      name: 'server-is-apart',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: '^(extension|kit|checker|agencies|scripts|e2e|bench)/' },
    },
    {
      name: 'shared-is-the-ground',
      comment: 'shared is what agencies install: pure, and below everything.',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { path: '^(extension|server|kit|checker|agencies|scripts|e2e|bench)/' },
    },
    {
      name: 'shared-has-no-node',
      severity: 'error',
      from: { path: '^(shared|kit|extension)/src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'agencies-are-strangers',
      comment: 'An agency is another team: of ours it knows HTTP, HTML and the package that agencies install.',
      severity: 'error',
      from: { path: '^agencies/', pathNot: tests },
      to: { path: '^(server|extension|kit|checker|scripts|e2e|bench)/' },
    },
    {
      name: 'nothing-imports-the-tests',
      severity: 'error',
      from: { pathNot: '^(e2e|bench|scripts)/|^examples/(testing/|[^/]+[.]test[.]ts$)' },
      to: { path: '^(e2e|bench|scripts)/', pathNot: '^scripts/testing/' },
    },
    {
      name: 'code-imports-no-test',
      comment: 'What is made for tests does not ship.',
      severity: 'error',
      from: { path: '^(shared|server|extension|kit|checker)/', pathNot: tests },
      to: { path: tests },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^(node_modules|[^/]+/node_modules)/|^[^/]+/[.](tsc|wxt|output)/|^(extension|kit|server|shared|bench|e2e)/(dist|reports|test-results)/|^checker/dist/|^[.](demo|tsc)|^agencies/[^/]+/public/',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
    builtInModules: { add: [] },
    progress: { type: 'none' },
  },
};
