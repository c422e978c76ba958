/** What the check looks at, in this order. */
export const checkNames = ['folder', 'seal', 'list', 'forms', 'site', 'page', 'time', 'webhook'] as const;
export type CheckName = (typeof checkNames)[number];

/** Something that is missing or wrong: what it is, with what a sentence about it needs. */
export type Finding =
  | { readonly kind: 'readable-by-others'; readonly file: string }
  | { readonly kind: 'kit-missing'; readonly file: string }
  | { readonly kind: 'certificate-missing'; readonly file: string }
  | { readonly kind: 'certificate-refused'; readonly code: string }
  | { readonly kind: 'certificate-of-other-site'; readonly origin: string }
  | { readonly kind: 'certificate-ends'; readonly days: number }
  | { readonly kind: 'agency-unusable'; readonly reason: string }
  | { readonly kind: 'list-none' }
  | { readonly kind: 'list-refused'; readonly code: string }
  | { readonly kind: 'list-late' }
  | { readonly kind: 'origin-not-listed'; readonly origin: string }
  | { readonly kind: 'certificate-not-listed' }
  | { readonly kind: 'use-not-listed' }
  | { readonly kind: 'address-not-listed'; readonly address: string }
  | { readonly kind: 'no-form' }
  | { readonly kind: 'site-silent'; readonly address: string }
  | { readonly kind: 'not-handed-on'; readonly address: string; readonly status: number }
  | { readonly kind: 'other-form'; readonly id: string }
  | { readonly kind: 'page-without-form'; readonly address: string }
  | { readonly kind: 'page-without-tag'; readonly address: string; readonly tag: string }
  | { readonly kind: 'page-tag-without-digest'; readonly address: string; readonly tag: string }
  | { readonly kind: 'time-none' }
  | { readonly kind: 'time-silent'; readonly address: string }
  | { readonly kind: 'clock-off' }
  | { readonly kind: 'webhook-silent'; readonly url: string };

/** Without these a submission comes all the same; something else is worse for it. */
export const warnings: ReadonlySet<Finding['kind']> = new Set([
  'readable-by-others',
  'certificate-ends',
  'list-late',
  'page-tag-without-digest',
  'time-none',
  'time-silent',
  'webhook-silent',
]);
