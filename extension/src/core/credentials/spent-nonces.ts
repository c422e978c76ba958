import type { Sha256 } from '@daricheh/shared/credential';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { PresentationRequest } from '@daricheh/shared/presentation';
import * as z from 'zod/mini';

/** A nonce that an answer was made for: who used it, as a hash, and the question in which that was. */
const spentNonce = z.strictObject({ use: z.string(), promptId: z.string() });
export type SpentNonce = z.infer<typeof spentNonce>;

const spentNonces = z.array(spentNonce);

/** Most that are remembered; the oldest goes first. */
export const maxSpentNonces = 512;

/**
 * What is remembered once the question has spent its nonce. Its own question may spend it again, for an answer that did
 * not arrive is sent anew.
 * @throws AppError `invalid_request` (rule B10) where another question of the same asker spent it before
 */
export function spendNonce(spent: readonly SpentNonce[], own: SpentNonce): readonly SpentNonce[] {
  const known = spent.find(({ use }) => use === own.use);
  if (known && known.promptId !== own.promptId) throw new AppError('invalid_request', { rule: 'B10', what: 'nonce_reused' });
  return known ? spent : [...spent, own].slice(-maxSpentNonces);
}

export type SpentNoncesPorts = {
  /** Plain data in memory: gone when the browser closes, closed to content scripts. */
  readonly memory: { read(): Promise<unknown>; write(value: unknown): Promise<void> };
  readonly sha256: Sha256;
};

type Asked = Pick<PresentationRequest, 'verifier' | 'origin' | 'nonce'>;

/** Remembers for which nonces answers were made. Changes follow one another, whatever asks for them at the same time. */
export class SpentNonces {
  private readonly ports: SpentNoncesPorts;
  private last: Promise<unknown> = Promise.resolve();

  constructor(ports: SpentNoncesPorts) {
    this.ports = ports;
  }

  /** That the request may still be answered in this question. @throws AppError as `spendNonce` */
  async check(promptId: string, request: Asked): Promise<void> {
    const use = await this.nameUse(request);
    spendNonce(await this.load(), { use, promptId });
  }

  /** Before anything leaves: of two questions with one nonce, one is answered. @throws AppError as `spendNonce` */
  async spend(promptId: string, request: Asked): Promise<void> {
    const use = await this.nameUse(request);
    const spent = this.last.then(async () => this.ports.memory.write(spendNonce(await this.load(), { use, promptId })));
    this.last = spent.catch(() => undefined);
    return spent;
  }

  /** A hash, so that no nonce and no asker stands in memory longer than its question. An agency is one asker at all its origins. */
  private async nameUse({ verifier, origin, nonce }: Asked): Promise<string> {
    const asker = verifier.kind === 'registered' ? ['agency', verifier.agency.id] : ['origin', origin];
    return encodeBase64Url(await this.ports.sha256(encodeUtf8(JSON.stringify([...asker, nonce]))));
  }

  private async load(): Promise<readonly SpentNonce[]> {
    const stored = spentNonces.safeParse(await this.ports.memory.read());
    return stored.success ? stored.data : [];
  }
}
