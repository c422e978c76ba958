import type { Bytes } from '../credential/index.ts';
import type { SealExpectations, SealPorts } from '../seal/index.ts';
import type { Manifest, SingleSubmissionFile } from '../submission/index.ts';
import type { TrustList } from '../trust/index.ts';
import type { VerifyWideChain } from '../x509/index.ts';
import type { CheckCall, CheckPorts } from './check-call.ts';
import type { Examination } from './examination.ts';

/** What was signed, as it was read. */
export type Signed = { readonly manifest: Manifest; readonly bytes: Bytes; readonly manifestHash: string };

/** What every rule may look at. */
export type Scene = {
  readonly file: SingleSubmissionFile;
  readonly call: CheckCall;
  readonly ports: CheckPorts & SealPorts & { readonly verifyTimeStampChain: VerifyWideChain };
  readonly examination: Examination;
  /** Null where there is none that holds. */
  readonly list: TrustList | null;
  readonly signed: Signed;
};

/** What the seal of the agency must be: of its origin, and where a trust list says so, by one of its certificates. */
export function expectAgencySeal({ list, signed: { manifest } }: Pick<Scene, 'list' | 'signed'>, at: Date): SealExpectations {
  return expectSealOf(manifest.agency.origin, list, at);
}

/** The same for whoever has that origin. */
export function expectSealOf(origin: string, list: TrustList | null, at: Date): SealExpectations {
  if (list === null) return { origin, certificateHashes: null, at };
  return { origin, certificateHashes: list.agencies.find(({ origins }) => origins.includes(origin))?.certificateHashes ?? [], at };
}
