import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { ServiceCatalogue } from '@daricheh/shared/catalogue';
import { type Bytes, type P256PublicJwk, parseP256PublicJwk, type SignP256 } from '@daricheh/shared/credential';
import { encodeBase64Url } from '@daricheh/shared/encoding';
import { type FormMapContent, publishFormMap } from '@daricheh/shared/form-map';
import type { DecryptionKey } from '@daricheh/shared/presentation';
import { type FormDefinition, type PublishedForm, publishForm } from '@daricheh/shared/submission';
import type { TimeStampAuthority } from '@daricheh/shared/timestamp';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import { deriveDecryptionKey } from '../crypto/derive-decryption-key.ts';
import { createSignP256, sha256 } from '../crypto/node-crypto.ts';

/** The key and certificate by which an agency speaks: requests, form definitions, receipts; or by which it signs mdocs. */
export type Seal = {
  /** DER in base64, as a JOSE header's `x5c` holds it. */
  readonly certificate: string;
  /** SHA-256 of the DER, base64url: the value after `x509_hash:` in OpenID4VP, and `x5t#S256`. */
  readonly certificateHash: string;
  readonly publicKey: P256PublicJwk;
  readonly sign: SignP256;
};

/** One tenant of this server. */
export type Agency = {
  readonly id: string;
  readonly name: LocalizedText;
  readonly origin: string;
  /** Host and port as a request's `Host` header writes them. */
  readonly host: string;
  readonly seal: Seal;
  /** What wallets encrypt their requests to. */
  readonly requestKey: DecryptionKey;
  /** SHA-256 of the API key. */
  readonly apiKeyHash: Bytes;
  /** SHA-256 of the one-use code that enrols an administrator; null when none is configured. */
  readonly enrolmentCodeHash: Bytes | null;
  /** The forms that it publishes, under its seal. */
  readonly forms: readonly PublishedForm[];
  /** Signs what its forms' fields ask for, as of that time; null where it says nothing of them. */
  readonly sealFormMap: ((now: Date) => Promise<string>) | null;
  /** The services that it offers; null when it lists none here. */
  readonly catalogue: ServiceCatalogue | null;
  /** What the agency issues; null where it issues nothing. */
  readonly issuer: Issuer | null;
  /** By what it tells others the time; null where it does not. */
  readonly timeStampAuthority: TimeStampAuthority | null;
  /** Who stamps the signatures that come to it; null where nobody does. */
  readonly timeStampsFrom: string | null;
  /** Where its own system is told of events; null where it is not. */
  readonly webhook: Webhook | null;
  /** Whether decided cases are erased by themselves once they were kept as long as their form says. */
  readonly erasesAfterRetention: boolean;
};

/** The address to which events are posted, and the keys under each of which they are signed. */
export type Webhook = { readonly url: string; readonly secrets: readonly Bytes[] };

/** An agency as an issuer of documents. */
export type Issuer = {
  readonly documents: readonly DocumentTypeId[];
  /** Certifies citizens' signing keys; null where the agency issues no signing credentials. */
  readonly citizens: CitizensAuthority | null;
  /** Signs documents as mdocs (ISO/IEC 18013-5:2021, annex B.1.4); null where the agency issues none. */
  readonly documentSigner: Seal | null;
  /** Address of the agency's own page where citizens sign in to receive documents; null where an offer's code is the only way. */
  readonly authorizationPage: string | null;
  /** Types whose documents are given encrypted, or not at all. */
  readonly encrypted: readonly DocumentTypeId[];
};

/** PKCS #8 and certificate in PEM. */
export type CitizensAuthority = { readonly keyPem: string; readonly certPem: string };

export type AgencySource = {
  readonly id: string;
  readonly name: LocalizedText;
  readonly origin: string;
  readonly sealKeyPem: string;
  readonly sealCertPem: string;
  readonly apiKey: string;
  readonly enrolmentCode?: string | undefined;
  readonly forms?: readonly FormDefinition[];
  readonly formMap?: FormMapContent | undefined;
  readonly catalogue?: ServiceCatalogue | undefined;
  readonly issuer?: Issuer | undefined;
  readonly timeStampAuthority?: TimeStampAuthority | undefined;
  readonly timeStampsFrom?: string | undefined;
  readonly webhook?: Webhook | undefined;
  readonly erasesAfterRetention?: boolean;
};

/**
 * The tenant that `source` describes.
 * @throws Error when the key and the certificate are not P-256 or do not belong together: a server that started so
 * would sign what nobody accepts. Also when it issues signing credentials without an authority for citizens, when a form names another agency or sends answers
 * elsewhere, and when its form map is longer than wallets read.
 */
export async function createAgency(source: AgencySource): Promise<Agency> {
  const seal = openSeal(source.sealKeyPem, source.sealCertPem);
  if (source.issuer?.documents.includes('signing') && source.issuer.citizens === null)
    throw new Error(`${source.id} issues signing credentials, and has no authority for citizens.`);
  return {
    id: source.id,
    name: source.name,
    origin: source.origin,
    host: new URL(source.origin).host,
    seal,
    requestKey: deriveDecryptionKey(source.sealKeyPem, 'credential-request'),
    apiKeyHash: hashText(source.apiKey),
    enrolmentCodeHash: source.enrolmentCode === undefined ? null : hashText(source.enrolmentCode),
    forms: await Promise.all((source.forms ?? []).map((form) => publish(form, source, seal))),
    sealFormMap: source.formMap ? await prepareFormMap(source.formMap, source.origin, seal) : null,
    catalogue: source.catalogue ?? null,
    issuer: source.issuer ?? null,
    timeStampAuthority: source.timeStampAuthority ?? null,
    timeStampsFrom: source.timeStampsFrom ?? null,
    webhook: source.webhook ?? null,
    erasesAfterRetention: source.erasesAfterRetention ?? false,
  };
}

/** The seal of a PKCS #8 key and its certificate, both PEM. @throws Error when they do not belong together. */
export function openSeal(keyPem: string, certificatePem: string): Seal {
  const privateKey: KeyObject = createPrivateKey(keyPem);
  const certificate = new X509Certificate(certificatePem);
  if (!certificate.checkPrivateKey(privateKey)) throw new Error('The seal’s key does not belong to its certificate.');
  return {
    certificate: certificate.raw.toString('base64'),
    certificateHash: encodeBase64Url(new Uint8Array(createHash('sha256').update(certificate.raw).digest())),
    publicKey: parseP256PublicJwk(certificate.publicKey.export({ format: 'jwk' })),
    sign: createSignP256(privateKey),
  };
}

function publish(form: FormDefinition, { id, origin }: AgencySource, seal: Seal): Promise<PublishedForm> {
  const isOwn = form.agency.id === id && form.agency.origin === origin;
  const isHere = form.requestsUri === `${origin}/daricheh/submissions/requests` && form.submissionsUri === `${origin}/daricheh/submissions`;
  const takesFiles = [undefined, `${origin}/daricheh/attachments`].includes(form.attachmentsUri);
  if (!isOwn || !isHere || !takesFiles) throw new Error(`The form ${form.id} is not one of ${id} at ${origin}.`);
  return publishForm(form, { x5c: [seal.certificate], sign: seal.sign }, { sha256 });
}

/** It is signed once at the start: a map that no wallet would read should not wait for the first that asks. */
async function prepareFormMap(content: FormMapContent, origin: string, { certificate, sign }: Seal): Promise<Agency['sealFormMap']> {
  const sealAt = (now: Date): Promise<string> => publishFormMap(content, { origin, now }, { x5c: [certificate], sign });
  await sealAt(new Date());
  return sealAt;
}

function hashText(text: string): Bytes {
  return sha256(new TextEncoder().encode(text.trim()));
}
