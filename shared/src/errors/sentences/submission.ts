import type { submissionCodes } from '../submission-codes.ts';
import type { Sentences } from './sentence.ts';

export const submissionSentences: Sentences<typeof submissionCodes> = {
  form_map_invalid: {
    fa: 'نقشهٔ فرم‌های این نهاد درست نیست یا مُهر خود آن را ندارد، پس کنار گذاشته شد؛ فرم‌ها بی آن پر می‌شوند.',
    en: 'The agency’s map of its forms is not in order, or not under its own seal. It was set aside; forms are filled without it.',
  },
  form_map_expired: {
    fa: 'زمان نقشهٔ فرم‌های این نهاد گذشته است، پس کنار گذاشته شد؛ فرم‌ها بی آن پر می‌شوند.',
    en: 'The agency’s map of its forms has run out. It was set aside; forms are filled without it.',
  },
  form_map_rolled_back: {
    fa: 'نقشهٔ فرم‌های این نهاد از نقشه‌ای که پیش‌تر آمده بود کهنه‌تر است، پس پذیرفته نشد.',
    en: 'The agency’s map of its forms is older than one that came before, so it was not accepted.',
  },
  form_version_mismatch: {
    fa: 'این فرم پس از بازبینی شما تازه شده است. صفحه را تازه کنید و دوباره بازبینی و امضا کنید؛ چیزی ثبت نشد.',
    en: 'This form has been renewed since you reviewed it. Reload the page, review and sign again; nothing was recorded.',
  },
  manifest_invalid: {
    fa: 'آنچه امضا شد به شکل درست نیست؛ چیزی ثبت نشد. کیف خود را به‌روز کنید و دوباره بکوشید.',
    en: 'What was signed is not in the right shape. Nothing was recorded; update your wallet and try again.',
  },
  answer_missing: {
    fa: 'پاسخ یکی از پرسش‌های لازم نیامده است؛ چیزی ثبت نشد. آن را بنویسید و دوباره بفرستید.',
    en: 'The answer to a required question is missing. Nothing was recorded; fill it in and send again.',
  },
  answer_invalid: {
    fa: 'یکی از پاسخ‌ها پذیرفتنی نیست؛ چیزی ثبت نشد. آن را درست کنید و دوباره بفرستید.',
    en: 'One of the answers cannot be accepted. Nothing was recorded; correct it and send again.',
  },
  attachment_missing: {
    fa: 'یکی از پرونده‌های لازم پیوست نشده است؛ چیزی ثبت نشد. آن را برگزینید و دوباره بفرستید. پیوست فقط با کیف دریچه فرستاده می‌شود.',
    en: 'A required file is not attached. Nothing was recorded; choose it and send again. Files travel only through the Daricheh wallet.',
  },
  attachment_invalid: {
    fa: 'یکی از پیوست‌ها با خواستهٔ فرم نمی‌خواند؛ چیزی ثبت نشد. پروندهٔ دیگری برگزینید و دوباره بفرستید.',
    en: 'One of the attachments is not what the form asks for. Nothing was recorded; choose another file and send again.',
  },
  attachment_unknown: {
    fa: 'یکی از پیوست‌های امضاشده به این نهاد نرسیده یا زمان آن گذشته است؛ چیزی ثبت نشد. دوباره بازبینی و امضا کنید.',
    en: 'A file that was signed has not reached the agency, or has been there too long. Nothing was recorded; review and sign again.',
  },
  attachment_too_large: {
    fa: 'این پرونده بزرگ‌تر از اندازه‌ای است که فرم می‌پذیرد؛ نگه داشته نشد. پروندهٔ کوچک‌تری برگزینید.',
    en: 'This file is larger than the form takes. It was not kept; choose a smaller one.',
  },
  attachment_type_refused: {
    fa: 'این پرونده PDF یا عکسی سالم از نوعی که فرم می‌پذیرد نیست؛ نگه داشته نشد. آن را از نو ذخیره کنید یا پروندهٔ دیگری برگزینید.',
    en: 'This file is not a sound PDF or picture of a kind that the form takes. It was not kept; save it anew or choose another.',
  },
  attachment_active_content: {
    fa: 'این PDF رمزدار است یا چیزی دارد که خودبه‌خود اجرا می‌شود یا پروندهٔ دیگری در خود دارد؛ نگه داشته نشد. آن را در یک PDF تازه چاپ کنید و همان را برگزینید.',
    en: 'This PDF is encrypted, or holds something that runs by itself or another file. It was not kept; print it to a new PDF and choose that one.',
  },
  submission_request_unknown: {
    fa: 'درخواست امضا یافت نشد، یک بار به کار رفته یا زمان آن گذشته است؛ چیزی ثبت نشد. دوباره بازبینی و امضا کنید.',
    en: 'The request to sign is unknown, was used already or has run out. Nothing was recorded; review and sign again.',
  },
  signature_required: {
    fa: 'این فرم را باید دو نفر با کیف دریچه امضا کنند؛ بی امضا پذیرفته نمی‌شود و چیزی ثبت نشد.',
    en: 'Two people must sign this form with their Daricheh wallets; without signatures it is not taken, and nothing was recorded.',
  },
  signature_invalid: {
    fa: 'امضا با آنچه فرستاده شد نمی‌خواند؛ چیزی ثبت نشد. دوباره بازبینی و امضا کنید.',
    en: 'The signature does not fit what was sent. Nothing was recorded; review and sign again.',
  },
  time_stamp_invalid: {
    fa: 'مهر زمان این امضا درست نیست؛ زمان آن با این مهر ثابت نمی‌شود.',
    en: 'The time stamp of this signature does not hold; it does not prove when it was signed.',
  },
  submission_file_invalid: {
    fa: 'این پرونده، فرمِ امضاشدهٔ ذخیره‌شده نیست یا چیزی از آن افتاده است.',
    en: 'This file is not a saved signed form, or a part of it is missing.',
  },
  local_proof_file_invalid: {
    fa: 'این پرونده، سند ذخیره‌شده‌ای از آنچه فرستاده شد نیست یا چیزی از آن افتاده است.',
    en: 'This file is not a saved record of what was sent, or a part of it is missing.',
  },
  idempotency_key_required: {
    fa: 'این فرستادن شناسهٔ یکتا ندارد، پس پذیرفته نشد. کیف خود را به‌روز کنید و دوباره بفرستید.',
    en: 'This submission carries no idempotency key, so it was refused. Update your wallet and send again.',
  },
  idempotency_key_in_use: {
    fa: 'فرستادن دیگری با همین شناسه در جریان است. چند ثانیه بعد دوباره بکوشید.',
    en: 'Another submission with the same key is under way. Try again in a few seconds.',
  },
  idempotency_key_reused: {
    fa: 'این شناسه پیش‌تر برای چیز دیگری به کار رفته است؛ چیزی ثبت نشد. دوباره بازبینی و امضا کنید.',
    en: 'This key was used before for something else. Nothing was recorded; review and sign again.',
  },
  case_moved_on: {
    fa: 'این پرونده در این میان تغییر کرده است. صفحه را تازه کنید و دوباره تصمیم بگیرید.',
    en: 'This case has changed in the meantime. Reload the page and decide again.',
  },
  earlier_case_unknown: {
    fa: 'پرونده‌ای که می‌خواستید اصلاح کنید یا پس بگیرید نزد این نهاد نیست، یا از آنِ همین فرم و همین امضاکننده نیست؛ چیزی ثبت نشد.',
    en: 'The agency has no such case to amend or withdraw, or it is of another form or signer. Nothing was recorded.',
  },
  amendment_not_allowed: {
    fa: 'این نهاد، چنان که در فرم خود گفته است، دیگر اصلاح این پرونده را نمی‌پذیرد؛ چیزی ثبت نشد. شاید هنوز بتوانید آن را پس بگیرید.',
    en: 'By its own form’s terms the agency takes no amendment of this case, or not any more. Nothing was recorded; you may still be able to withdraw it.',
  },
  case_closed: {
    fa: 'این پرونده دیگر باز نیست: درباره‌اش تصمیم گرفته شده، یا پیش‌تر اصلاح یا پس گرفته شده است. چیزی ثبت نشد.',
    en: 'This case is no longer open: it was decided, or amended or withdrawn before. Nothing was recorded.',
  },
  co_signed_fixed: {
    fa: 'فرمی که دو نفر با هم امضا کرده‌اند از اینجا اصلاح یا پس گرفته نمی‌شود، چون یک نفر به‌تنهایی نمی‌تواند؛ چیزی ثبت نشد. از خود نهاد بپرسید.',
    en: 'What two people signed together is not amended or withdrawn this way, for neither of them can do it alone. Nothing was recorded; ask the agency.',
  },
  event_unknown: {
    fa: 'این رویداد در فهرست نرسیده‌ها نیست؛ شاید در این میان رسیده یا کنار گذاشته شده است. صفحه را تازه کنید.',
    en: 'This event is not on the list of those that could not be delivered. It may have been delivered or set aside meanwhile; reload the page.',
  },
  webhook_invalid: {
    fa: 'این خبر مُهر سامانهٔ ما را ندارد یا کهنه است، پس به آن اعتنا نشد.',
    en: 'This webhook is not signed by our server, or is old. It was ignored.',
  },
};
