import { credentialCodes } from './credential-codes.ts';
import { issuanceCodes } from './issuance-codes.ts';
import { presentationCodes } from './presentation-codes.ts';
import { submissionCodes } from './submission-codes.ts';
import { vaultCodes } from './vault-codes.ts';
import { walletCodes } from './wallet-codes.ts';

/**
 * Every way in which Daricheh says no: the code, the HTTP status it travels with, and the sentence in each language.
 * One list, so that a code without its Persian and English text, or a text without its code, does not compile.
 * A sentence says what happened and what to do next; it never holds a value of the citizen's.
 */
type ErrorEntry = { readonly status: number; readonly fa: string; readonly en: string };

export const errorCodes = {
  // Encoding and limits
  malformed_request: {
    status: 400,
    fa: 'این درخواست خوانا نیست. صفحه را تازه کنید و دوباره بفرستید.',
    en: 'This request could not be read. Reload the page and send it again.',
  },
  body_too_large: {
    status: 413,
    fa: 'آنچه فرستاده شد از اندازهٔ مجاز بزرگ‌تر است.',
    en: 'What was sent is larger than allowed.',
  },
  length_required: {
    status: 411,
    fa: 'اندازهٔ پیام گفته نشده است؛ پذیرفته نشد.',
    en: 'The message did not say how long it is, so it was refused.',
  },
  not_found: {
    status: 404,
    fa: 'چیزی به این نشانی پیدا نشد.',
    en: 'There is nothing at this address.',
  },
  too_many_requests: {
    status: 429,
    fa: 'در زمانی کوتاه بارها درخواست شد. کمی بعد دوباره بکوشید.',
    en: 'Too many requests in a short time. Try again a little later.',
  },
  unsupported_media_type: {
    status: 415,
    fa: 'این نوع پیام پذیرفته نمی‌شود.',
    en: 'This kind of message is not accepted here.',
  },
  not_authorized: {
    status: 401,
    fa: 'برای این کار باید وارد شوید. وارد شوید و دوباره بکوشید.',
    en: 'This needs you to be signed in. Sign in and try again.',
  },
  other_origin: {
    status: 403,
    fa: 'این درخواست از صفحهٔ خود این سازمان نیامده است؛ پذیرفته نشد.',
    en: 'This request did not come from the agency’s own page, so it was refused.',
  },
  storage_full: {
    status: 503,
    fa: 'جای ذخیره‌سازی پر است؛ چیزی نوشته نشد و چیزی از دست نرفت.',
    en: 'Storage is full. Nothing was written and nothing was lost.',
  },
  unavailable: {
    status: 503,
    fa: 'سرویس اکنون پاسخ نمی‌دهد. کار شما محفوظ است؛ کمی بعد دوباره بکوشید.',
    en: 'The service is not answering now. Your work is safe; try again a little later.',
  },
  internal_error: {
    status: 500,
    fa: 'خطایی در سامانه رخ داد. کار شما ثبت نشد؛ دوباره بکوشید.',
    en: 'Something broke on our side. Nothing was recorded; please try again.',
  },

  ...credentialCodes,
  ...issuanceCodes,
  ...presentationCodes,

  ...vaultCodes,
  // Forms, submissions, receipts
  ...submissionCodes,

  // Questions to the citizen, receiving, signing, cases
  ...walletCodes,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCodes;

/** True when `value` is one of the closed list of codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value);
}
