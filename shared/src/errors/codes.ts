import { presentationCodes } from './presentation-codes.ts';
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

  // Wallet: vault, passkeys, messages inside the extension
  message_refused: {
    status: 403,
    fa: 'این پیام از جایی رسید که اجازهٔ آن را ندارد؛ کاری انجام نشد.',
    en: 'This message came from a place that may not send it. Nothing was done.',
  },
  page_gone: {
    status: 410,
    fa: 'صفحه‌ای که این کار را خواسته بود دیگر باز نیست. چیزی فرستاده نشد.',
    en: 'The page that asked for this is gone. Nothing was sent.',
  },
  vault_locked: {
    status: 423,
    fa: 'دریچه قفل است. نخست قفل آن را باز کنید.',
    en: 'Daricheh is locked. Unlock it first.',
  },
  vault_missing: {
    status: 404,
    fa: 'روی این دستگاه هنوز دریچه‌ای ساخته نشده است. نخست آن را بسازید.',
    en: 'There is no Daricheh on this device yet. Set it up first.',
  },
  vault_exists: {
    status: 409,
    fa: 'روی این دستگاه از پیش دریچه‌ای هست. همان را باز کنید.',
    en: 'There already is a Daricheh on this device. Unlock that one.',
  },
  vault_damaged: {
    status: 500,
    fa: 'سرصفحهٔ گاوصندوق خوانا نیست. چیزی پاک نشد؛ افزونه را به‌روز کنید و دوباره بکوشید.',
    en: 'The head of the vault cannot be read. Nothing was erased; update the extension and try again.',
  },
  vault_conflict: {
    status: 409,
    fa: 'این مورد هم‌زمان در جای دیگری تغییر کرد. دوباره نگاه کنید و تغییرتان را از نو بدهید.',
    en: 'This was changed elsewhere at the same time. Look again, then make your change once more.',
  },
  item_damaged: {
    status: 500,
    fa: 'این مورد آسیب دیده و خوانا نیست. بقیهٔ مدارک شما سالم‌اند.',
    en: 'This item is damaged and cannot be read. Your other documents are fine.',
  },
  unlock_failed: {
    status: 401,
    fa: 'قفل باز نشد. دوباره بکوشید، یا کد بازیابی را به کار ببرید. چیزی پاک نشده است.',
    en: 'That did not unlock it. Try again, or use your recovery code. Nothing was erased.',
  },
  unlock_wait: {
    status: 429,
    fa: 'چند بار نادرست بود. کمی صبر کنید و دوباره بکوشید. چیزی پاک نشده است.',
    en: 'Several tries were wrong. Wait a little and try again. Nothing was erased.',
  },
  recovery_code_malformed: {
    status: 400,
    fa: 'کد بازیابی ۳۰ نویسه دارد، در شش گروه پنج‌تایی. ببینید چیزی جا نمانده باشد.',
    en: 'A recovery code has 30 characters, in six groups of five. See whether something is missing.',
  },
  recovery_code_mistyped: {
    status: 400,
    fa: 'یک یا چند نویسهٔ این کد اشتباه نوشته شده است. دوباره با کاغذتان بسنجید.',
    en: 'One or more characters of this code are mistyped. Compare it with your paper again.',
  },
  passphrase_too_short: {
    status: 400,
    fa: 'گذرواژه کوتاه است. دست‌کم ۱۲ نویسه بنویسید؛ چند واژهٔ بی‌ربط خوب است.',
    en: 'This passphrase is short. Use at least 12 characters; a few unrelated words do well.',
  },
  last_way_in: {
    status: 409,
    fa: 'این تنها راه باز کردن دریچه است و برداشته نمی‌شود. نخست راه دیگری بیفزایید.',
    en: 'This is the only way to unlock Daricheh, so it stays. Add another way first.',
  },
  passkey_cancelled: {
    status: 409,
    fa: 'کلید عبور تأیید نشد. هر وقت آماده بودید دوباره بزنید.',
    en: 'The passkey was not confirmed. Try again when you are ready.',
  },
  passkey_unsupported: {
    status: 501,
    fa: 'این دستگاه کلید عبور ندارد. می‌توانید به جای آن گذرواژه بگذارید.',
    en: 'This device has no passkeys. You can set a passphrase instead.',
  },
  passkey_without_prf: {
    status: 501,
    fa: 'این کلید عبور نمی‌تواند گاوصندوق را باز کند؛ برای امضا خوب است. یک گذرواژه هم بگذارید.',
    en: 'This passkey cannot open the vault, though it can sign. Set a passphrase as well.',
  },
  passkey_exists: {
    status: 409,
    fa: 'این دستگاه از پیش برای دریچه کلید عبور دارد.',
    en: 'This device already holds a passkey for Daricheh.',
  },
  passkey_full: {
    status: 507,
    fa: 'جای کلید عبور در این دستگاه پر است. یکی را پاک کنید یا دستگاه دیگری به کار ببرید.',
    en: 'This device has no room for another passkey. Delete one, or use another device.',
  },
  passkey_failed: {
    status: 500,
    fa: 'کلید عبور پاسخ نداد. دوباره بکوشید.',
    en: 'The passkey did not answer. Please try again.',
  },
  site_not_allowed: {
    status: 403,
    fa: 'مرورگر اجازهٔ این سایت را نداد. چیزی روشن نشد.',
    en: 'The browser did not allow this site. Nothing was switched on.',
  },

  // Keys, certificates and credentials
  key_invalid: {
    status: 400,
    fa: 'کلیدی که فرستاده شد از نوع پذیرفته نیست. از کیف پول به‌روز استفاده کنید.',
    en: 'The key that was sent is not of an accepted kind. Use an up-to-date wallet.',
  },
  certificate_malformed: {
    status: 400,
    fa: 'گواهی فرستنده خوانا نیست یا از نوع پذیرفته نیست. چیزی پذیرفته نشد؛ به آن نهاد خبر دهید.',
    en: 'The sender’s certificate cannot be read or is of a kind that is not accepted. Nothing was accepted; tell the agency.',
  },
  certificate_chain_invalid: {
    status: 400,
    fa: 'گواهی‌های فرستنده با هم نمی‌خوانند. چیزی پذیرفته نشد؛ به آن نهاد خبر دهید.',
    en: 'The sender’s certificates do not fit together. Nothing was accepted; tell the agency.',
  },
  certificate_usage_invalid: {
    status: 400,
    fa: 'گواهی فرستنده برای این کار داده نشده است. چیزی پذیرفته نشد؛ به آن نهاد خبر دهید.',
    en: 'The sender’s certificate was not given for this use. Nothing was accepted; tell the agency.',
  },
  certificate_expired: {
    status: 400,
    fa: 'اعتبار گواهی فرستنده گذشته است. تا آن نهاد گواهی تازه بگیرد، چیزی پذیرفته نمی‌شود.',
    en: 'The sender’s certificate has expired. Nothing is accepted until the agency renews it.',
  },
  certificate_not_yet_valid: {
    status: 400,
    fa: 'اعتبار گواهی فرستنده هنوز آغاز نشده است. ساعت دستگاه خود را بررسی کنید.',
    en: 'The sender’s certificate is not valid yet. Check the clock of your device.',
  },
  issuer_not_trusted: {
    status: 400,
    fa: 'صادرکنندهٔ این سند در فهرست اعتماد نیست؛ پذیرفته نشد.',
    en: 'Whoever issued this is not on the trust list, so it was refused.',
  },
  ...presentationCodes,

  // Questions to the citizen, receiving, signing, cases
  ...walletCodes,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCodes;

/** True when `value` is one of the closed list of codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value);
}
