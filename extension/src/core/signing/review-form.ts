import type { Bytes } from '@daricheh/shared/credential';
import { decodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { FormMap } from '@daricheh/shared/form-map';
import {
  buildManifest,
  type EarlierSubmission,
  encodeManifest,
  type FormDefinition,
  type HashedForm,
  hashManifest,
  type Manifest,
  type ManifestParts,
  openForm,
  placeByMap,
  renderView,
  type SoughtForm,
} from '@daricheh/shared/submission';
import { findAgencyByOrigin, findLookAlike, type TrustedAgency } from '@daricheh/shared/trust';
import type { FilledPage } from '../cases/filled-page.ts';
import type { PageControl } from '../consent/page-control.ts';
import type { ReadFile } from '../consent/page-file.ts';
import { readHoldings } from '../credentials/read-holdings.ts';
import { sha256, verifyP256 } from '../credentials/wallet-crypto.ts';
import { readBytes, type SendHttp } from '../http/http.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import type { WalletTrust } from '../trust/wallet-trust.ts';
import { findMatter, type Matter } from './held-mandates.ts';
import { type AnswerFault, type Difference, readAnswers } from './read-answers.ts';
import { type PageFiles, readFiles } from './read-files.ts';
import { type FirstSignature, reviewSecond } from './review-second.ts';

/** What a review starts from and keeps to the end. Holds no answer: those are read from the page each time. */
export type ReviewSeed = {
  /** Address of the signed form definition, as the page names it. */
  readonly formUri: string;
  /** Of the page, as the browser saw it. */
  readonly origin: string;
  readonly locale: 'fa' | 'en';
  readonly createdAtMs: number;
  /** 128 bits each, base64url. */
  readonly nonce: string;
  readonly salt: string;
  /** Where the page is, as the browser saw it; absent where it does not tell. */
  readonly pageUri?: string;
  /** What the citizen amends with it. */
  readonly amends?: EarlierSubmission;
  /** The mandate that the citizen has chosen, where several fit: the id of that document. */
  readonly mandateId?: string | null;
  /** Files that were read before: those that stand there unchanged are not read again. */
  readonly knownFiles?: readonly ReadFile[];
};

/** What is looked for in the page that the browser shows; its own path is the page's script's to say. */
export type SoughtControls = Omit<SoughtForm, 'path'>;

export type ReviewPorts = {
  readonly records: WalletRecords;
  readonly trust: () => Promise<WalletTrust>;
  readonly send: SendHttp;
  readonly nowMs: () => number;
  /** What the agency at `origin` says of its forms' fields, where it says anything that holds. */
  readonly findFormMap: (origin: string) => Promise<FormMap | undefined>;
  /** The controls of the form under review that answer these fields, as they stand in the page now. Throws AppError `page_gone`. */
  readonly readControls: (sought: SoughtControls) => Promise<readonly PageControl[]>;
  readonly files: PageFiles;
  /** The form with its first signature, where the page shows one that waits for the second (see `readWaitingJws`); null where it shows none. Throws AppError `page_gone`. */
  readonly readWaiting: () => Promise<string | null>;
};

export type ReviewedForm =
  | { readonly kind: 'incomplete'; readonly definition: FormDefinition; readonly faults: readonly AnswerFault[] }
  /** About somebody else: the citizen is to say as what they sign, or may not sign. */
  | ({ readonly definition: FormDefinition } & Extract<Matter, { readonly kind: 'open' | 'unmandated' }>)
  | {
      readonly kind: 'ready';
      readonly agency: TrustedAgency;
      readonly definition: FormDefinition;
      readonly formHash: string;
      /** The definition as the agency sealed it: a compact JWS. */
      readonly formJws: string;
      readonly manifest: Manifest;
      readonly bytes: Bytes;
      readonly manifestHash: string;
      readonly differences: readonly Difference[];
      /** What is attached, in the manifest's order. */
      readonly files: readonly ReadFile[];
      /** Absent where nothing was filled in, or it is not known any more. */
      readonly filled?: FilledPage;
      /** The signature that stands under it already; absent where there is none. */
      readonly first?: FirstSignature;
      /** What it is signed under is one of several that the citizen chose from. */
      readonly isMandateChosen?: true;
    };

const maxFormBytes = 262_144;

/**
 * The form as it would be signed now: its definition under the seal of the page's own agency, the page's answers to it,
 * and the manifest of both. From one seed and the same page always the same bytes; so that a form that changed shows.
 * @throws AppError `verifier_not_trusted`, `lookalike_origin`, `form_not_trusted`, `page_gone`, and those of the agency's answer
 */
export async function reviewForm(seed: ReviewSeed, ports: ReviewPorts): Promise<ReviewedForm> {
  const agency = await findAgency(seed.origin, ports);
  const { definition, hash, jws } = await fetchForm(seed, agency, ports);
  const waiting = definition.signers === undefined ? null : await ports.readWaiting();
  if (waiting !== null) {
    const second = await reviewSecond(waiting, { definition, hash, origin: seed.origin }, ports);
    return { ...{ kind: 'ready', agency, definition, formHash: hash, formJws: jws, differences: [], files: [] }, ...second };
  }
  const map = await ports.findFormMap(seed.origin);
  const fields = definition.fields.map(({ id, control }) => ({ id, control }));
  const controls = await ports.readControls({ fields, places: placeByMap(definition, map?.forms ?? []) });
  const read = readAnswers(definition, controls, await readHoldings(ports.records, ports.nowMs()));
  const attached = await readFiles(definition, seed.knownFiles ?? [], ports.files);
  if (read.kind === 'incomplete' || attached.kind === 'incomplete') {
    const faults = [read, attached].flatMap((part) => (part.kind === 'incomplete' ? part.faults : []));
    return { kind: 'incomplete', definition, faults };
  }
  const matter = await findMatter({ definition, answers: [...read.answers], chosenId: seed.mandateId ?? null }, ports);
  if (matter.kind === 'open' || matter.kind === 'unmandated') return { definition, ...matter };
  const mandate = matter.kind === 'mandated' ? matter.mandate.signed : undefined;
  const said = { answers: read.answers, attachments: [...attached.attachments], ...(mandate && { mandate }) };
  const manifest = writeManifest(seed, { definition, formHash: hash, ...said });
  const bytes = encodeManifest(manifest);
  const manifestHash = await hashManifest(bytes, sha256);
  return {
    ...{ kind: 'ready', agency, definition, formHash: hash, formJws: jws },
    // What the wallet holds of its holder is no measure of what is said of somebody else.
    ...{ manifest, bytes, manifestHash, differences: mandate ? [] : read.differences, files: attached.files },
    ...(matter.kind === 'mandated' && !matter.isOnly && { isMandateChosen: true }),
    filled: describeFilled(seed, definition, controls),
  };
}

/** The same bytes each time, from the same seed. */
function writeManifest(
  { origin, locale, createdAtMs, nonce, salt, amends }: ReviewSeed,
  said: Pick<ManifestParts, 'definition' | 'formHash' | 'answers' | 'attachments' | 'mandate'>,
): Manifest {
  return buildManifest({ ...said, origin, locale, createdAt: new Date(createdAtMs), nonce, salt, ...(amends && { amends }) });
}

function describeFilled(
  { formUri, origin, pageUri }: ReviewSeed,
  { fields }: FormDefinition,
  controls: readonly PageControl[],
): FilledPage {
  const values = fields.map(({ id, control }) => ({
    field: id,
    texts: controls.filter(({ name }) => name === control).flatMap(({ value }) => value ?? []),
  }));
  return { uri: pageUri ?? `${origin}/`, formUri: new URL(formUri, origin).href, values };
}

/** The view of a reviewed form, and which of its answers' lines differ from what the wallet holds. */
export function viewReview({ manifest, definition, differences }: Extract<ReviewedForm, { kind: 'ready' }>) {
  return {
    view: renderView(manifest),
    differences: differences.map(({ field, held }) => ({
      line: manifest.answers.findIndex((answer) => answer.field === field),
      datum: definition.fields.find(({ id }) => id === field)?.datum ?? null,
      held,
    })),
  };
}

/** The agency of that origin. @throws AppError `verifier_not_trusted`, `lookalike_origin` */
export async function findAgency(origin: string, { trust }: Pick<ReviewPorts, 'trust'>): Promise<TrustedAgency> {
  const { list } = await trust();
  const agency = findAgencyByOrigin(list, origin);
  if (agency) return agency;
  throw new AppError(findLookAlike(list, origin) ? 'lookalike_origin' : 'verifier_not_trusted');
}

/** The definition at that address, which must be the agency's own. @throws AppError `form_not_trusted`, and those of the agency's answer */
export async function fetchForm(
  { formUri, origin }: Pick<ReviewSeed, 'formUri' | 'origin'>,
  agency: TrustedAgency,
  ports: Pick<ReviewPorts, 'send' | 'trust' | 'nowMs'>,
) {
  const address = URL.canParse(formUri, origin) ? new URL(formUri, origin) : undefined;
  if (address?.origin !== origin) throw new AppError('form_not_trusted', { what: 'address' });
  const answer = await ports.send({ url: address.href, method: 'GET', headers: { accept: 'application/jose' } });
  const jws = decodeUtf8(readBytes(answer, maxFormBytes));
  return { ...(await openAgencyForm(jws, agency, origin, ports)), jws };
}

/** The definition in `jws`, sealed by the agency at this origin, for itself. @throws AppError `form_not_trusted` */
export async function openAgencyForm(
  jws: string,
  agency: TrustedAgency,
  origin: string,
  ports: Pick<ReviewPorts, 'trust' | 'nowMs'>,
): Promise<HashedForm> {
  const { verifyChain } = await ports.trust();
  const expected = { origin, certificateHashes: agency.certificateHashes, at: new Date(ports.nowMs()) };
  const form = await openForm(jws, expected, { verifyChain, verifyP256, sha256 });
  if (form.definition.agency.id !== agency.id) throw new AppError('form_not_trusted', { what: 'agency' });
  return form;
}
