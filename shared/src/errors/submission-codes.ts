/** Forms, signed submissions and receipts: what `errorCodes` gathers, in a file of its own because the list is long. */
export const submissionCodes = {
  form_version_mismatch: {
    status: 422,
    fa: 'این فرم پس از بازبینی شما تازه شده است. صفحه را تازه کنید و دوباره بازبینی و امضا کنید؛ چیزی ثبت نشد.',
    en: 'This form has been renewed since you reviewed it. Reload the page, review and sign again; nothing was recorded.',
  },
  manifest_invalid: {
    status: 422,
    fa: 'آنچه امضا شد به شکل درست نیست؛ چیزی ثبت نشد. کیف خود را به‌روز کنید و دوباره بکوشید.',
    en: 'What was signed is not in the right shape. Nothing was recorded; update your wallet and try again.',
  },
  answer_missing: {
    status: 422,
    fa: 'پاسخ یکی از پرسش‌های لازم نیامده است؛ چیزی ثبت نشد. آن را بنویسید و دوباره بفرستید.',
    en: 'The answer to a required question is missing. Nothing was recorded; fill it in and send again.',
  },
  answer_invalid: {
    status: 422,
    fa: 'یکی از پاسخ‌ها پذیرفتنی نیست؛ چیزی ثبت نشد. آن را درست کنید و دوباره بفرستید.',
    en: 'One of the answers cannot be accepted. Nothing was recorded; correct it and send again.',
  },
  submission_request_unknown: {
    status: 422,
    fa: 'درخواست امضا یافت نشد، یک بار به کار رفته یا زمان آن گذشته است؛ چیزی ثبت نشد. دوباره بازبینی و امضا کنید.',
    en: 'The request to sign is unknown, was used already or has run out. Nothing was recorded; review and sign again.',
  },
  signature_invalid: {
    status: 422,
    fa: 'امضا با آنچه فرستاده شد نمی‌خواند؛ چیزی ثبت نشد. دوباره بازبینی و امضا کنید.',
    en: 'The signature does not fit what was sent. Nothing was recorded; review and sign again.',
  },
  idempotency_key_required: {
    status: 400,
    fa: 'این فرستادن شناسهٔ یکتا ندارد، پس پذیرفته نشد. کیف خود را به‌روز کنید و دوباره بفرستید.',
    en: 'This submission carries no idempotency key, so it was refused. Update your wallet and send again.',
  },
  idempotency_key_in_use: {
    status: 409,
    fa: 'فرستادن دیگری با همین شناسه در جریان است. چند ثانیه بعد دوباره بکوشید.',
    en: 'Another submission with the same key is under way. Try again in a few seconds.',
  },
  idempotency_key_reused: {
    status: 422,
    fa: 'این شناسه پیش‌تر برای چیز دیگری به کار رفته است؛ چیزی ثبت نشد. دوباره بازبینی و امضا کنید.',
    en: 'This key was used before for something else. Nothing was recorded; review and sign again.',
  },
  webauthn_invalid: {
    status: 401,
    fa: 'کلید عبوری پذیرفته نشد. دوباره بکوشید؛ اگر باز نشد، از مدیر خود کمک بخواهید.',
    en: 'The passkey was not accepted. Try again; if it keeps failing, ask your administrator.',
  },
  enrolment_code_invalid: {
    status: 401,
    fa: 'این کد ثبت‌نام درست نیست یا پیش‌تر به کار رفته است. از مدیر خود کد تازه بگیرید.',
    en: 'This enrolment code is wrong or was used already. Ask your administrator for a new one.',
  },
  case_moved_on: {
    status: 409,
    fa: 'این پرونده در این میان تغییر کرده است. صفحه را تازه کنید و دوباره تصمیم بگیرید.',
    en: 'This case has changed in the meantime. Reload the page and decide again.',
  },
} as const;
