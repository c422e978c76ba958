import type { Bytes, VerifyP256 } from '../credential/index.ts';
import { decodeBase64Url, isSameBytes } from '../encoding/index.ts';
import {
  createChainVerifier,
  createWideChainVerifier,
  type VerifyChain,
  type VerifyChainOptions,
  type VerifySignature,
  type VerifyWideChain,
} from '../x509/index.ts';
import type { NextRoot } from './trust-list.ts';

/** A root certificate (DER), believed from `from` until `until`; null where there is no such bound. */
export type TrustedRoot = { readonly der: Bytes; readonly from: Date | null; readonly until: Date | null };

/** Roots that are believed at all times until a list says otherwise. */
export function pinRoots(ders: readonly Bytes[]): readonly TrustedRoot[] {
  return ders.map((der) => ({ der, from: null, until: null }));
}

/** `roots` and the one that follows them: first beside them, then alone. The same roots where none was announced. */
export function followRoots(roots: readonly TrustedRoot[], announced: NextRoot | undefined): readonly TrustedRoot[] {
  if (announced === undefined) return roots;
  const next = decodeBase64Url(announced.certificate);
  const aloneFrom = new Date(announced.aloneFrom);
  const others = roots.filter(({ der }) => !isSameBytes(der, next));
  const ending = others.map((root) => ({ ...root, until: root.until !== null && root.until < aloneFrom ? root.until : aloneFrom }));
  return [...ending, { der: next, from: new Date(announced.from), until: null }];
}

/** A verifier of chains under whichever of the roots are believed at the time that is asked about. @see createChainVerifier */
export function createRootedVerifier(roots: readonly TrustedRoot[], verifyP256: VerifyP256): VerifyChain {
  return followBelief(roots, (anchors) => createChainVerifier({ anchors, verifyP256 }));
}

/** The same for chains of time-stamp authorities. @see createWideChainVerifier */
export function createRootedWideVerifier(roots: readonly TrustedRoot[], verifySignature: VerifySignature): VerifyWideChain {
  return followBelief(roots, (anchors) => createWideChainVerifier({ anchors, verifySignature }));
}

function followBelief<T>(
  roots: readonly TrustedRoot[],
  create: (anchors: readonly Bytes[]) => (x5c: unknown, options: VerifyChainOptions) => T,
): (x5c: unknown, options: VerifyChainOptions) => T {
  const made = new Map<string, (x5c: unknown, options: VerifyChainOptions) => T>();
  return (x5c, options) => {
    const believed = roots.map((root) => isBelieved(root, options.at));
    const key = believed.join();
    const verify = made.get(key) ?? create(roots.filter((_, at) => believed[at]).map(({ der }) => der));
    made.set(key, verify);
    return verify(x5c, options);
  };
}

/** True from `from` on, and before `until`. */
export function isBelieved({ from, until }: Pick<TrustedRoot, 'from' | 'until'>, at: Date): boolean {
  return (from === null || from <= at) && (until === null || at < until);
}
