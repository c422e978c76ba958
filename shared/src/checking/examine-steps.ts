import { parseCompactJws } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import {
  findNamedSigner,
  type HashedForm,
  mandateVct,
  readComponents,
  type SubmissionContext,
  type SubmissionExpectations,
  type SubmissionHeader,
  signingVct,
  submissionSteps,
} from '../submission/index.ts';
import { decodeX5c } from '../x509/index.ts';
import type { Told } from './examination.ts';
import type { Moment } from './examine-signature.ts';
import type { CheckedRule } from './finding.ts';
import { readRole } from './join-parts.ts';
import { expectAgencySeal, type Scene } from './scene.ts';
import { tellSealEnd } from './seal-end.ts';

/** The agency's own steps that a file is held to as they are, and the rule's name; on what else each rests. */
export const stepRules: Readonly<Partial<Record<string, { readonly rule: CheckedRule; readonly needs: readonly CheckedRule[] }>>> = {
  terms: { rule: 'terms', needs: ['form'] },
  answers: { rule: 'answers', needs: ['form'] },
  attachments: { rule: 'attachments', needs: ['form'] },
  time: { rule: 'time', needs: ['receipt'] },
  request: { rule: 'request', needs: ['form', 'root'] },
  credential: { rule: 'credential', needs: ['request', 'root'] },
  certificate: { rule: 'signer', needs: ['credential', 'root'] },
  view: { rule: 'view', needs: [] },
  passkey: { rule: 'passkey', needs: ['request', 'credential'] },
  subject: { rule: 'subject', needs: ['form', 'credential'] },
  mandate: { rule: 'mandate', needs: ['form', 'request', 'credential'] },
};

/**
 * Steps that are left to a rule of the file's own, since an agency sees them otherwise: it looks up the form that it publishes
 * now, its open requests, and the status of that minute; it has the signer's key from the credential alone.
 */
export const ownSteps: readonly string[] = ['form', 'request-open', 'status', 'signature', 'mandate-status'];

/** What an agency would have looked at when it came. */
export async function expectAsAgency(
  scene: Scene,
  header: SubmissionHeader,
  form: HashedForm | undefined,
  receivedAt: Date,
): Promise<SubmissionContext> {
  const { file, signed, ports, list } = scene;
  const { id, origin } = signed.manifest.agency;
  const expected: SubmissionExpectations = {
    receivedAt,
    agency: { id, origin, certificateHash: await nameSeal(scene) },
    findForm: () => form,
    isRequestOpen: () => Promise.resolve(true),
    issuers: list === null ? nameIssuer(file.envelope.presentation, signingVct) : list.issuers,
    mandateIssuers: list === null ? nameIssuer(file.envelope.mandate ?? '', mandateVct) : list.issuers,
    wallets: nameWallet(file.envelope.assertion.clientDataJSON),
  };
  const checkStatus = () => Promise.reject(new AppError('status_list_unreachable'));
  return {
    ...{ envelope: file.envelope, ...signed, header, expected, ports: { ...ports, checkStatus } },
    ...(form && { form }),
  };
}

/** Runs the steps in their order. */
export async function examineSteps(scene: Scene, context: SubmissionContext, { at, clock }: Moment): Promise<void> {
  for (const { name, check } of submissionSteps) {
    const held = stepRules[name];
    if (held === undefined || (held.rule === 'mandate' && !mayBeForAnother(context))) continue;
    await scene.examination.look(held.rule, held.needs, async (): Promise<Told> => {
      await check(context);
      const facts = await tellFacts(held.rule, scene, at);
      return timeless.has(held.rule) ? { facts } : { asOf: at, clock, facts };
    });
  }
}

/** Where the form takes mandates, or anything says that it was signed under one: whoever signs such a form for themselves keeps the rule too. */
function mayBeForAnother({ envelope, manifest, form }: SubmissionContext): boolean {
  return form?.definition.mandates !== undefined || (manifest.mandate ?? envelope.mandate) !== undefined;
}

/** What is true of the bytes whenever one looks. */
const timeless: ReadonlySet<CheckedRule> = new Set<CheckedRule>(['terms', 'answers', 'attachments', 'view', 'subject']);

async function tellFacts(rule: CheckedRule, scene: Scene, at: Date): Promise<Told['facts'] & object> {
  const { envelope } = scene.file;
  const tellEnd = (jws: string) => (isArchived(scene) ? {} : tellSealEnd(jws, at, scene));
  if (rule === 'request') return tellEnd(envelope.request);
  if (rule === 'credential') {
    const issued = envelope.presentation.split('~')[0] ?? '';
    return { issuer: String(nameIssuer(envelope.presentation, signingVct)[0]?.issuer ?? ''), ...(await tellEnd(issued)) };
  }
  if (rule === 'passkey') return { wallet: nameWallet(envelope.assertion.clientDataJSON)[0]?.origin ?? '' };
  if (rule === 'subject') return tellRole(scene);
  if (rule === 'mandate') {
    const { mandate } = scene.signed.manifest;
    if (mandate === undefined || envelope.mandate === undefined) return {};
    const { relation, principal, issuer } = mandate;
    const issued = envelope.mandate.split('~')[0] ?? '';
    return { relation, principal: principal.name, nationalId: principal.nationalId, issuer, ...(await tellEnd(issued)) };
  }
  return {};
}

/** As what somebody signed whom a form of several signers names; nothing where one person signs. */
function tellRole({ signed: { manifest }, file }: Scene): Told['facts'] & object {
  const role = manifest.signers?.find(({ id }) => id === readRole(file));
  if (role === undefined) return {};
  const nationalId = findNamedSigner(manifest, role);
  return { signedAs: role.id, ...(nationalId !== null && { nationalId }) };
}

/** True where a later time stamp, which holds, covers what was sent beside the signature. */
function isArchived({ file, examination }: Scene): boolean {
  return (
    examination.holds('time-stamp') &&
    file.header !== undefined &&
    readComponents(file.header).some(({ component }) => 'envelopeHash' in component)
  );
}

/** The certificate that sealed the request; where a trust list names the agency's, one of those, or none that could fit. */
async function nameSeal(scene: Scene): Promise<string> {
  const { certificateHashes } = expectAgencySeal(scene, scene.call.now);
  try {
    const [leaf] = decodeX5c(parseCompactJws(scene.file.envelope.request, { code: 'signature_invalid' }).header['x5c']);
    const hash = leaf === undefined ? '' : encodeBase64Url(await scene.ports.sha256(leaf));
    return certificateHashes === null || certificateHashes.includes(hash) ? hash : (certificateHashes[0] ?? '');
  } catch (error) {
    // The step itself says what is wrong with it.
    if (error instanceof AppError) return '';
    throw error;
  }
}

/** Without a trust list, whoever the credential says that issued it: its certificate must name that issuer all the same. */
function nameIssuer(presentation: string, vct: string): SubmissionExpectations['issuers'] {
  const [, payload = ''] = presentation.split('.');
  const issuer = readMember(payload, 'iss');
  return issuer === null ? [] : [{ issuer, documents: [{ vct }] }];
}

const extensionSchemes = ['chrome-extension:', 'moz-extension:', 'safari-web-extension:'];

/**
 * The wallet in which the ceremony was. Which wallets count is for each agency to say; here any does that is an extension and no web
 * page, with a passkey of its own that the credential's issuer has listed.
 */
function nameWallet(clientDataJson: string): SubmissionExpectations['wallets'] {
  const origin = readMember(clientDataJson, 'origin');
  const isExtension = origin !== null && URL.canParse(origin) && extensionSchemes.includes(new URL(origin).protocol);
  return isExtension ? [{ origin, rpId: origin }] : [];
}

function readMember(base64url: string, member: string): string | null {
  try {
    const value = parseStrictJson(decodeBase64Url(base64url));
    const found = typeof value === 'object' && value !== null && !Array.isArray(value) ? Reflect.get(value, member) : undefined;
    return typeof found === 'string' ? found : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
