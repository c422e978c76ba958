import type { generalCodes } from '../general-codes.ts';
import type { Sentences } from './sentence.ts';

export const generalSentences: Sentences<typeof generalCodes> = {
  malformed_request: {
    fa: 'این درخواست خوانا نیست. صفحه را تازه کنید و دوباره بفرستید.',
    en: 'This request could not be read. Reload the page and send it again.',
  },
  body_too_large: {
    fa: 'آنچه فرستاده شد از اندازهٔ مجاز بزرگ‌تر است.',
    en: 'What was sent is larger than allowed.',
  },
  length_required: {
    fa: 'اندازهٔ پیام گفته نشده است؛ پذیرفته نشد.',
    en: 'The message did not say how long it is, so it was refused.',
  },
  not_found: {
    fa: 'چیزی به این نشانی پیدا نشد.',
    en: 'There is nothing at this address.',
  },
  too_many_requests: {
    fa: 'در زمانی کوتاه بارها درخواست شد. کمی بعد دوباره بکوشید.',
    en: 'Too many requests in a short time. Try again a little later.',
  },
  unsupported_media_type: {
    fa: 'این نوع پیام پذیرفته نمی‌شود.',
    en: 'This kind of message is not accepted here.',
  },
  not_authorized: {
    fa: 'برای این کار باید وارد شوید. وارد شوید و دوباره بکوشید.',
    en: 'This needs you to be signed in. Sign in and try again.',
  },
  other_origin: {
    fa: 'این درخواست از صفحهٔ خود این سازمان نیامده است؛ پذیرفته نشد.',
    en: 'This request did not come from the agency’s own page, so it was refused.',
  },
  storage_full: {
    fa: 'جای ذخیره‌سازی پر است؛ چیزی نوشته نشد و چیزی از دست نرفت.',
    en: 'Storage is full. Nothing was written and nothing was lost.',
  },
  unavailable: {
    fa: 'سرویس اکنون پاسخ نمی‌دهد. کار شما محفوظ است؛ کمی بعد دوباره بکوشید.',
    en: 'The service is not answering now. Your work is safe; try again a little later.',
  },
  internal_error: {
    fa: 'خطایی در سامانه رخ داد. کار شما ثبت نشد؛ دوباره بکوشید.',
    en: 'Something broke on our side. Nothing was recorded; please try again.',
  },
};
