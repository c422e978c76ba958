import { SettingsService } from '@simplewebauthn/server';

/**
 * Empties the roots that @simplewebauthn/server brings for attestations. Who makes the authenticator is not asked here;
 * with those roots the library would, for a chain that leads to one, fetch the revocation lists that certificates of a
 * stranger's choosing name: a way to make this server call any address (seen in version 14.0.3, isCertRevoked.js).
 */
export function forgetAttestationRoots(): void {
  for (const identifier of ['android-key', 'android-safetynet', 'apple', 'mds'] as const) {
    SettingsService.setRootCertificates({ identifier, certificates: [] });
  }
}
