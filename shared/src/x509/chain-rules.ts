import { AppError } from '../errors/index.ts';
import type { Certificate, CertificateFacts } from './parse-certificate.ts';

/** A chain in the order of issuing: the leaf first, the anchor last. */
export type PathOf<C extends CertificateFacts> = readonly [leaf: C, ...authorities: C[]];
export type CertificatePath = PathOf<Certificate>;

/** One rule of RFC 5280, section 6, that a path keeps whatever the time. */
export type PathRule = (path: PathOf<CertificateFacts>) => void;

const digitalSignature = 0;
const keyCertSign = 5;

/** The leaf signs documents, not certificates. @throws AppError `certificate_chain_invalid` */
export const checkLeafIsNoAuthority: PathRule = ([leaf]) => {
  if (leaf.extensions.basicConstraints?.isAuthority) throw chainInvalid('leaf_is_authority');
};

/** Whoever issued another certificate says that it may: basicConstraints with CA true. @throws AppError `certificate_chain_invalid` @see RFC 5280, section 6.1.4 (k) */
export const checkAuthorities: PathRule = ([, ...authorities]) => {
  if (!authorities.every(({ extensions }) => extensions.basicConstraints?.isAuthority)) throw chainInvalid('issuer_is_no_authority');
};

/** No authority has more authorities below it than it allows. @throws AppError `certificate_chain_invalid` @see RFC 5280, section 4.2.1.9 */
export const checkPathLengths: PathRule = ([, ...authorities]) => {
  authorities.forEach(({ extensions }, authoritiesBelow) => {
    if (authoritiesBelow > (extensions.basicConstraints?.pathLength ?? Number.POSITIVE_INFINITY)) throw chainInvalid('path_length');
  });
};

/**
 * Each key does only what its certificate says: the leaf has digitalSignature, the others keyCertSign. RFC 5280 lets a
 * leaf be silent; here it must say so. @throws AppError `certificate_usage_invalid` @see RFC 5280, section 4.2.1.3
 */
export const checkKeyUsages: PathRule = ([leaf, ...authorities]) => {
  if (!leaf.extensions.keyUsage?.has(digitalSignature)) throw new AppError('certificate_usage_invalid', { rule: 'key_usage_leaf' });
  if (authorities.some(({ extensions }) => !extensions.keyUsage?.has(keyCertSign))) {
    throw new AppError('certificate_usage_invalid', { rule: 'key_usage_authority' });
  }
};

/** What is critical is understood. @throws AppError `certificate_chain_invalid` @see RFC 5280, section 4.2 */
export const checkCriticalExtensions: PathRule = (path) => {
  if (path.some(({ extensions }) => extensions.unknownCritical.length > 0)) throw chainInvalid('critical_extension');
};

/** Every certificate of the path, the anchor included, is valid at `at`; both ends count. @throws AppError `certificate_expired`, `certificate_not_yet_valid` @see RFC 5280, section 4.1.2.5 */
export function checkValidity(path: PathOf<CertificateFacts>, at: Date): void {
  for (const { notBefore, notAfter } of path) {
    if (at.getTime() < notBefore.getTime()) throw new AppError('certificate_not_yet_valid');
    // notAfter names the last second that counts, whole.
    if (at.getTime() >= notAfter.getTime() + 1000) throw new AppError('certificate_expired');
  }
}

/** The leaf's extended key usage names `purpose` (an object identifier). @throws AppError `certificate_usage_invalid` @see RFC 5280, section 4.2.1.12 */
export function checkPurpose([leaf]: PathOf<CertificateFacts>, purpose: string): void {
  if (!leaf.extensions.extendedKeyUsage?.includes(purpose)) throw new AppError('certificate_usage_invalid', { rule: 'extended_key_usage' });
}

/** The rules of a path in the order in which they are checked, before any signature is. */
export const pathRules: readonly PathRule[] = [
  checkLeafIsNoAuthority,
  checkAuthorities,
  checkPathLengths,
  checkKeyUsages,
  checkCriticalExtensions,
];

/** The error of certificates that do not fit together; `rule` names what they break. */
export function chainInvalid(rule: string): AppError {
  return new AppError('certificate_chain_invalid', { rule });
}
