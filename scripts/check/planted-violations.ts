/** What must notice a violation, and by which rule. */
type Expectation =
  | { readonly tool: 'types'; readonly error: `TS${number}` }
  | { readonly tool: 'lint'; readonly rule: string }
  | { readonly tool: 'arrows'; readonly rule: string }
  | { readonly tool: 'dead code' };

export type Planted = Expectation & {
  /** What is forbidden. */
  readonly law: string;
  /** The file that is written, and that the tool must name. */
  readonly file: string;
  readonly text: string;
  /** Files that the violation leads to; innocent by themselves. */
  readonly others?: Readonly<Record<string, string>>;
};

const innocent = 'export const planted = true;\n';

/** An import that is used, so that nothing but the import itself is at fault. */
function importing(specifier: string): string {
  return `export { planted } from '${specifier}';\n`;
}

const coreHasNoPage = (
  [
    ['document.title', 'TS2584'],
    ['window.name', 'TS2304'],
    ['navigator.credentials', 'TS2339'],
  ] as const
).map(
  ([expression, error], index): Planted => ({
    law: `core has no page: ${expression}`,
    tool: 'types',
    error,
    file: `extension/src/core/consent/planted-page-${index}.ts`,
    text: `export const planted: unknown = ${expression};\n`,
  }),
);

const coreTouchesNothing = (['browser', 'fetch', 'indexedDB'] as const).map(
  (name): Planted => ({
    law: `core does not touch ${name}`,
    tool: 'lint',
    rule: 'lint/style/noRestrictedGlobals',
    file: `extension/src/core/consent/planted-${name.toLowerCase()}.ts`,
    text: `export const planted: unknown = ${name};\n`,
  }),
);

const coreImportsNothingAbove = (
  ['#features/x/y.ts', '../../platform/x.ts', '#messaging/send.ts', '#ui/x.ts', 'webextension-polyfill'] as const
).map(
  (specifier, index): Planted => ({
    law: `core imports nothing above it: ${specifier}`,
    tool: 'lint',
    rule: 'lint/style/noRestrictedImports',
    file: `extension/src/core/consent/planted-upward-${index}.ts`,
    text: importing(specifier),
  }),
);

const serverZones = (
  [
    ['hono outside routes', 'server/src/verifier/planted-hono.ts', 'hono'],
    ['hono in storage', 'server/src/storage/planted-hono.ts', 'hono'],
    ['a query builder outside storage', 'server/src/issuer/planted-kysely.ts', 'kysely'],
    ['a database driver in middleware', 'server/src/middleware/planted-driver.ts', 'better-sqlite3'],
    ['a database driver in routes', 'server/src/verifier/planted-routes.ts', 'pg'],
  ] as const
).map(
  ([law, file, specifier]): Planted => ({
    law: `server: ${law}`,
    tool: 'lint',
    rule: 'lint/style/noRestrictedImports',
    file,
    text: `import type * as planted from '${specifier}';\nexport type Planted = typeof planted;\n`,
  }),
);

const habits = (
  [
    ['the full build of zod', 'lint/style/noRestrictedImports', "export { z as planted } from 'zod';\n"],
    [
      'a promise that nobody awaits',
      'lint/nursery/noFloatingPromises',
      'async function work(): Promise<void> {}\nexport function planted(): void {\n  work();\n}\n',
    ],
    ['any', 'lint/suspicious/noExplicitAny', 'export const planted: any = 1;\n'],
    ['console', 'lint/suspicious/noConsole', "console.log('planted');\nexport const planted = 1;\n"],
    ['an empty catch', 'lint/suspicious/noEmptyBlockStatements', 'try {\n  JSON.parse("");\n} catch {}\nexport const planted = 1;\n'],
    ['a default export', 'lint/style/noDefaultExport', 'export default 1;\n'],
    ['an import without its ending', 'lint/correctness/useImportExtensions', "export { planted } from './planted-habit-2';\n"],
  ] as const
).map(
  ([law, rule, text], index): Planted => ({
    law: `habit: ${law}`,
    tool: 'lint',
    rule,
    file: `server/src/submissions/planted-habit-${index}.ts`,
    text,
  }),
);

const sharedIsPure = (
  [
    ['Node', 'types', "import { readFileSync } from 'node:fs';\nexport const planted: unknown = readFileSync;\n"],
    ['the page', 'types', 'export const planted: unknown = document.title;\n'],
    ['the network', 'lint', 'export const planted: unknown = fetch;\n'],
  ] as const
).map(
  ([what, tool, text], index): Planted => ({
    law: `shared is pure: ${what}`,
    ...(tool === 'lint' ? { tool, rule: 'lint/style/noRestrictedGlobals' } : { tool, error: index === 0 ? 'TS2591' : 'TS2584' }),
    file: `shared/src/encoding/planted-${index}.ts`,
    text,
  }),
);

const doorsOfShared = (
  ['@daricheh/shared', '@daricheh/shared/src/vocabulary/fields.ts', '@daricheh/shared/vocabulary/fields.ts'] as const
).map(
  (specifier, index): Planted => ({
    law: `no deep import into shared: ${specifier}`,
    tool: 'types',
    error: 'TS2307',
    file: `server/src/catalogue/planted-door-${index}.ts`,
    text: `export * as planted from '${specifier}';\n`,
  }),
);

/** From, to, the rule between them. */
const arrows = (
  [
    ['extension/src/features/planted-a/page/side.ts', 'extension/src/features/planted-b/page/side.ts', 'features-are-apart'],
    ['extension/src/features/planted-a/background.ts', 'extension/src/platform/planted-store.ts', 'features-take-ports'],
    ['extension/src/core/consent/planted-entry.ts', 'extension/src/entrypoints/planted-end.ts', 'core-is-below'],
    ['extension/src/messaging/planted-secret.ts', 'extension/src/core/vault/planted-key.ts', 'messaging-knows-no-vault'],
    ['extension/src/ui/planted-look.ts', 'extension/src/messaging/planted-message.ts', 'ui-is-a-look'],
    ['extension/src/platform/planted-adapter.ts', 'extension/src/features/planted-b/act.ts', 'platform-implements-ports'],
    ['extension/src/features/planted-b/wire.ts', 'extension/src/entrypoints/planted-other-end.ts', 'entrypoints-are-ends'],
    ['extension/src/messaging/planted-server.ts', 'server/src/trust/planted-fact.ts', 'wallet-and-server-meet-on-the-wire'],
    ['server/src/trust/planted-wallet.ts', 'extension/src/core/signing/planted-fact.ts', 'server-is-apart'],
    ['kit/src/planted-server.ts', 'server/src/trust/planted-kit.ts', 'wallet-and-server-meet-on-the-wire'],
    ['checker/src/planted-server.ts', 'server/src/trust/planted-checker.ts', 'wallet-and-server-meet-on-the-wire'],
    ['shared/src/trust/planted-server.ts', 'server/src/trust/planted-shared.ts', 'shared-is-the-ground'],
    ['agencies/tax/planted-server.ts', 'server/src/trust/planted-agency.ts', 'agencies-are-strangers'],
    ['server/src/trust/planted-test.ts', 'e2e/planted-help.ts', 'nothing-imports-the-tests'],
    ['server/src/trust/planted-double.ts', 'server/src/testing/planted-fake.ts', 'code-imports-no-test'],
  ] as const
).map(
  ([file, to, rule]): Planted => ({
    law: `arrow ${rule}: ${file}`,
    tool: 'arrows',
    rule,
    file,
    text: importing(`${'../'.repeat(file.split('/').length - 1)}${to}`),
    others: { [to]: innocent },
  }),
);

/** The rule that matters most, at a distance of three, for each kind of secret, for storage and for the weight of the browser's adapters. */
const contentReaches = (
  [
    ['core/vault/planted-seal.ts', 'content-reaches-no-secret'],
    ['core/credentials/planted-credential.ts', 'content-reaches-no-secret'],
    ['core/signing/planted-signature.ts', 'content-reaches-no-secret'],
    ['platform/dexie-planted.ts', 'content-reaches-no-store'],
    ['platform/planted-tabs.ts', 'content-carries-no-polyfill'],
  ] as const
).map(([secret, rule], index): Planted => {
  const step = (name: string): string => `extension/src/core/autofill/planted-${name}-${index}.ts`;
  return {
    law: `content scripts never reach ${secret.split('/planted')[0]}, at any distance`,
    tool: 'arrows',
    rule,
    file: `extension/src/features/planted-a/content/look-${index}.ts`,
    text: importing(`../../../core/autofill/planted-near-${index}.ts`),
    others: {
      [step('near')]: importing(`./planted-far-${index}.ts`),
      [step('far')]: importing(`../../${secret}`),
      [`extension/src/${secret}`]: innocent,
    },
  };
});

const contentEntrypoint: Planted = {
  law: 'a content entrypoint never reaches the vault',
  tool: 'arrows',
  rule: 'content-reaches-no-secret',
  file: 'extension/src/entrypoints/page-planted.ts',
  text: importing('../core/vault/planted-opener.ts'),
  others: { 'extension/src/core/vault/planted-opener.ts': innocent },
};

/** The file that comes first in the alphabet: dependency-cruiser tells of a cycle once. */
const cycle: Planted = {
  law: 'no cycle',
  tool: 'arrows',
  rule: 'no-cycle',
  file: 'shared/src/trust/planted-about.ts',
  text: "import { planted } from './planted-round.ts';\nexport const other = (): unknown => planted;\n",
  others: {
    'shared/src/trust/planted-round.ts': "import { other } from './planted-about.ts';\nexport const planted = (): unknown => other;\n",
  },
};

const dead: Planted = {
  law: 'no file that nothing uses',
  tool: 'dead code',
  file: 'server/src/verifier/planted-orphan.ts',
  text: innocent,
};

export const plantedViolations: readonly Planted[] = [
  ...coreHasNoPage,
  ...coreTouchesNothing,
  ...coreImportsNothingAbove,
  ...serverZones,
  ...habits,
  ...sharedIsPure,
  ...doorsOfShared,
  ...arrows,
  ...contentReaches,
  contentEntrypoint,
  cycle,
  dead,
];

/** What must pass where the things above must not: a rule that refuses everything would be no rule. */
export const plantedInnocent: readonly { readonly law: string; readonly file: string; readonly text: string }[] = [
  {
    law: 'core may use crypto.subtle, URL and TextEncoder',
    file: 'extension/src/core/consent/planted-allowed.ts',
    text: "export const planted = async (): Promise<unknown> => crypto.subtle.digest('SHA-256', new TextEncoder().encode(new URL('https://a.example').href));\n",
  },
];
