import type { presentationCodes } from '../presentation-codes.ts';
import type { Sentences } from './sentence.ts';

export const presentationSentences: Sentences<typeof presentationCodes> = {
  invalid_request: {
    fa: 'درخواست این سامانه نادرست است؛ چیزی فرستاده نشد. به آن نهاد خبر دهید.',
    en: 'This site’s request breaks the rules, so nothing was sent. Tell the agency.',
  },
  invalid_transaction_data: {
    fa: 'آنچه برای امضا خواسته شد شناخته‌شده نیست؛ چیزی امضا نشد.',
    en: 'What you were asked to sign is of an unknown kind. Nothing was signed.',
  },
  too_much_asked: {
    fa: 'این درخواست بیش از اندازه می‌خواهد؛ رد شد و چیزی فرستاده نشد.',
    en: 'This request asks for too much. It was refused and nothing was sent.',
  },
  request_signature_invalid: {
    fa: 'امضای این درخواست درست نیست؛ چیزی فرستاده نشد. از نشانی رسمی آن نهاد وارد شوید.',
    en: 'The signature of this request is not valid, so nothing was sent. Go to the agency’s official address.',
  },
  request_expired: {
    fa: 'زمان این درخواست گذشته است. صفحه را تازه کنید و دوباره بکوشید.',
    en: 'This request has expired. Reload the page and try again.',
  },
  request_origin_mismatch: {
    fa: 'این درخواست برای سامانهٔ دیگری ساخته شده است؛ چیزی فرستاده نشد.',
    en: 'This request was made for another site. Nothing was sent.',
  },
  request_uri_blocked: {
    fa: 'نشانی این درخواست از آن نهاد ثبت نشده است؛ چیزی خوانده یا فرستاده نشد.',
    en: 'The address in this request is not registered for the agency. Nothing was read or sent.',
  },
  request_uri_unreachable: {
    fa: 'سامانه پاسخ نداد؛ چیزی فرستاده نشد. کمی بعد دوباره بکوشید.',
    en: 'The agency did not answer, so nothing was sent. Try again a little later.',
  },
  verifier_not_trusted: {
    fa: 'این درخواست‌کننده در فهرست اعتماد نیست؛ چیزی فرستاده نشد.',
    en: 'Whoever asks is not on the trust list, so nothing was sent.',
  },
  lookalike_origin: {
    fa: 'هشدار: این سایت خود را به جای یک نهاد دولتی جا می‌زند. چیزی فرستاده نشد؛ از آن بیرون بروید.',
    en: 'Warning: this site passes itself off as an agency. Nothing was sent; leave it.',
  },
  encryption_key_unusable: {
    fa: 'پاسخ را نمی‌شد رمز کرد، پس چیزی فرستاده نشد. به آن نهاد خبر دهید.',
    en: 'The answer could not be encrypted, so nothing was sent. Tell the agency.',
  },
  presentation_declined: {
    fa: 'چیزی فرستاده نشد.',
    en: 'Nothing was sent.',
  },
  no_matching_credential: {
    fa: 'سندی که خواسته شد در کیف شما نیست؛ چیزی فرستاده نشد.',
    en: 'Your wallet does not hold what was asked for. Nothing was sent.',
  },
  presentation_incomplete: {
    fa: 'بی آنچه خاموش کردید این درخواست پاسخی ندارد؛ چیزی فرستاده نشد.',
    en: 'Without what you switched off there is no answer to this request. Nothing was sent.',
  },
  trust_list_invalid: {
    fa: 'فهرست اعتماد خوانا نیست یا امضایش درست نیست. نسخهٔ پیشین به کار می‌رود؛ برنامه را به‌روز کنید.',
    en: 'The trust list cannot be read or its signature is not valid. The previous one stays in use; update the extension.',
  },
  trust_list_rolled_back: {
    fa: 'فهرست اعتمادی که رسید کهنه‌تر از نسخهٔ کنونی است؛ پذیرفته نشد.',
    en: 'A trust list arrived that is older than the one in use. It was refused.',
  },
  jwe_decrypt_failed: {
    fa: 'پاسخ کیف پول را نمی‌شد گشود. دوباره وارد شوید.',
    en: 'The wallet’s answer could not be opened. Sign in again.',
  },
  vp_token_malformed: {
    fa: 'پاسخ کیف پول خوانا نیست. دوباره بکوشید.',
    en: 'The wallet’s answer could not be read. Try again.',
  },
  query_not_satisfied: {
    fa: 'پاسخ کیف پول آنچه را خواسته شد در بر ندارد. دوباره بکوشید و همهٔ موارد را بپذیرید.',
    en: 'The wallet’s answer does not contain what was asked for. Try again and allow every item.',
  },
  transaction_data_mismatch: {
    fa: 'امضا برای این فرم نیست؛ پذیرفته نشد. فرم را دوباره امضا کنید.',
    en: 'The signature is not for this form, so it was refused. Sign the form again.',
  },
  wallet_declined: {
    fa: 'کیف پول درخواست را نپذیرفت. اگر می‌خواهید ادامه دهید، دوباره بکوشید.',
    en: 'The wallet refused the request. Try again if you wish to go on.',
  },
  use_not_registered: {
    fa: 'این نهاد برای این کار ثبت نشده است. به آن نهاد خبر دهید.',
    en: 'This agency is not registered for that use. Tell the agency.',
  },
  unknown_state: {
    fa: 'این ورود دیگر در جریان نیست. از آغاز دوباره وارد شوید.',
    en: 'This sign-in is no longer under way. Start again.',
  },
  session_reused: {
    fa: 'این پاسخ یک بار به کار رفته است. از آغاز دوباره وارد شوید.',
    en: 'This answer has been used once already. Start again.',
  },
  response_withheld: {
    fa: 'این ورود در مرورگر دیگری آغاز شده است؛ نتیجه داده نشد. از همین مرورگر دوباره وارد شوید.',
    en: 'This sign-in was started in another browser, so its result is withheld. Sign in again from this one.',
  },
};
