import type { Weights } from '../../extension/src/core/autofill/model/evidence-kinds.ts';

/** The weights as the source file that the extension is built with. */
export function writeWeights({ kinds, families }: Weights, inputs: string): string {
  const lines = (record: Readonly<Record<string, number>>) =>
    Object.entries(record)
      .map(([key, value]) => `    ${/^[a-z]+$/.test(key) ? key : `'${key}'`}: ${value},\n`)
      .join('');
  return `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: figures that were learned, none is a constant of mathematics.
import type { Weights } from './evidence-kinds.ts';

/** Made by \`npm run train\`; not to be edited. \`inputs\`: SHA-256 of what it was made from. */
export const weights: Weights & { readonly inputs: string } = {
  inputs: '${inputs}',
  kinds: {
${lines(kinds)}  },
  families: {
${lines(families)}  },
};
`;
}
