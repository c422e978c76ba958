/** What the build pins: DER of each root certificate (base64url), and the signed trust list. Both empty in a release without agencies. */
declare const __DARICHEH_TRUST__: { readonly roots: readonly string[]; readonly trustList: string | null };

declare module '*.css';
