import type { Bytes } from '../credential/index.ts';
import { parseCompactJws, parseJwsPayload } from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import type { SubmissionFile } from '../submission/index.ts';
import {
  createRootedVerifier,
  createTimeStampChainVerifier,
  findAgencyByOrigin,
  openEdition,
  pinRoots,
  type TrustedRoot,
  type TrustList,
} from '../trust/index.ts';
import { parseCertificate, type VerifyChain, type VerifyWideChain } from '../x509/index.ts';
import { parseWideCertificate } from '../x509/parse-certificate.ts';
import { decodeBase64 } from '../x509/x5c.ts';
import type { CheckCall, CheckPorts } from './check-call.ts';
import { readCommonName } from './common-name.ts';
import { type Examination, notChecked, type Told } from './examination.ts';
import type { Scene } from './scene.ts';

/** Whom the file is held to. */
export type Trust = {
  readonly verifyChain: VerifyChain;
  /** Of whoever tells the time. */
  readonly verifyTimeStampChain: VerifyWideChain;
  readonly list: TrustList | null;
  /** What became of the trust list, to be told with the agency's name in it. */
  readonly listFailure: AppError | null;
};

/** What a file brings of roots and trust lists. */
type Brought = Pick<SubmissionFile, 'roots' | 'trustList'>;

/** Rule `root`: the roots are the caller's. Those of the file serve where the caller names none, so that all else can be looked at. */
export async function examineTrust(file: Brought, call: CheckCall, ports: CheckPorts, examination: Examination): Promise<Trust> {
  let anchors: readonly Bytes[] = [];
  await examination.look('root', [], async () => {
    const isOwn = call.roots.length === 0;
    const candidates = isOwn ? (file.roots ?? []).map(decodeBase64) : call.roots;
    const facts = await describeRoots(candidates, ports);
    anchors = candidates;
    if (!isOwn) return { asOf: call.now, clock: 'checker', facts };
    return candidates.length === 0 ? notChecked('no_roots') : notChecked('own_roots', facts);
  });
  // Not established by the rule itself, which says whose they are, and not whether there are any.
  if (anchors.length > 0) examination.establish('root');
  return openTrust(anchors, call.trustList === null ? (file.trustList ?? []) : [call.trustList], ports);
}

/** Rule `registered`: the trust list names the agency, at the origin that was signed. */
export function examineRegistration({ signed, call, file, list, examination }: Scene, listFailure: AppError | null): Promise<void> {
  return examination.look('registered', ['root'], (): Told => {
    if (listFailure !== null) throw listFailure;
    if (list === null) return notChecked('absent');
    const { id, origin } = signed.manifest.agency;
    if (findAgencyByOrigin(list, origin)?.id !== id) throw new AppError('verifier_not_trusted');
    const facts = { serial: list.serial, isFromFile: call.trustList === null && file.trustList !== undefined };
    return { asOf: new Date(list.issuedAt), facts };
  });
}

async function describeRoots(roots: readonly Bytes[], { sha256 }: CheckPorts): Promise<Told['facts'] & object> {
  const names = roots.map((der) => readCommonName(parseWideCertificate(der).subject));
  const fingerprints = await Promise.all(roots.map(async (der) => writeFingerprint(await sha256(der))));
  return { names: names.join(', '), fingerprints: fingerprints.join(' ') };
}

/** As openssl prints it. */
function writeFingerprint(hash: Bytes): string {
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
}

async function openTrust(anchors: readonly Bytes[], tokens: readonly string[], ports: CheckPorts): Promise<Trust> {
  const own = anchors.filter(isOfHouse);
  if (own.length === 0 || tokens.length === 0) return trustUnder(pinRoots(anchors), null, ports);
  try {
    // Judged at the time when it was issued: it says who was who then, and is not used as news.
    const issuedAt = readIssueTime(tokens.at(-1) ?? '');
    const { list, roots } = await openEdition(tokens, { pinnedRoots: own, verifyP256: ports.verifyP256, now: () => issuedAt });
    return trustUnder(roots, list, ports);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...trustUnder(pinRoots(anchors), null, ports), listFailure: error };
  }
}

function trustUnder(roots: readonly TrustedRoot[], list: TrustList | null, ports: CheckPorts): Trust {
  return {
    verifyChain: createRootedVerifier(
      roots.filter(({ der }) => isOfHouse(der)),
      ports.verifyP256,
    ),
    verifyTimeStampChain: createTimeStampChainVerifier({ list: list ?? {}, roots }, ports),
    ...{ list, listFailure: null },
  };
}

function readIssueTime(token: string): Date {
  const { issuedAt } = parseJwsPayload(
    parseCompactJws(token, { code: 'trust_list_invalid', maxLength: token.length }),
    'trust_list_invalid',
  );
  const at = new Date(typeof issuedAt === 'string' ? issuedAt : Number.NaN);
  if (Number.isNaN(at.getTime())) throw new AppError('trust_list_invalid', { what: 'form' });
  return at;
}

/** A root with a key on P-256, under which anything may stand; of any other kind are roots of time-stamp authorities alone. */
function isOfHouse(der: Bytes): boolean {
  try {
    parseCertificate(der);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
