import type { presentationCodes } from '../presentation-codes.ts';
import type { Sentences } from './sentence.ts';

export const presentationSentences: Sentences<typeof presentationCodes> = {
  invalid_request: {
    fa: 'درخواست این سایت نادرست است؛ چیزی فرستاده نشد. به آن نهاد خبر دهید.',
    en: 'This site’s request breaks the rules, so nothing was sent. Tell the agency.',
  },
  invalid_transaction_data: {
    fa: 'آنچه برای امضا خواسته شد شناخته‌شده نیست؛ چیزی امضا نشد. به آن نهاد خبر دهید.',
    en: 'What you were asked to sign is of an unknown kind. Nothing was signed; tell the agency.',
  },
  too_much_asked: {
    fa: 'این درخواست بیش از اندازه می‌خواهد؛ رد شد و چیزی فرستاده نشد. به آن نهاد خبر دهید.',
    en: 'This request asks for too much. It was refused and nothing was sent; tell the agency.',
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
    fa: 'این درخواست برای سایت دیگری ساخته شده است؛ چیزی فرستاده نشد. از نشانی رسمی آن نهاد وارد شوید.',
    en: 'This request was made for another site, so nothing was sent. Go to the agency’s official address.',
  },
  request_uri_blocked: {
    fa: 'نشانی‌ای که در این درخواست آمده به نام آن نهاد ثبت نشده است؛ چیزی خوانده یا فرستاده نشد. به آن نهاد خبر دهید.',
    en: 'The address in this request is not registered for the agency. Nothing was read or sent; tell the agency.',
  },
  request_uri_unreachable: {
    fa: 'آن نهاد پاسخ نداد؛ چیزی فرستاده نشد. کمی بعد دوباره بکوشید.',
    en: 'The agency did not answer, so nothing was sent. Try again a little later.',
  },
  verifier_not_trusted: {
    fa: 'آن که می‌پرسد در فهرست اعتماد نیست؛ چیزی فرستاده نشد. نشانی سایت را با نشانی رسمی آن نهاد بسنجید.',
    en: 'Whoever asks is not on the trust list, so nothing was sent. Compare the site’s address with the agency’s official one.',
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
    fa: 'چیزی فرستاده نشد. هر وقت خواستید از نو آغاز کنید.',
    en: 'Nothing was sent. Start again whenever you like.',
  },
  no_matching_credential: {
    fa: 'مدرکی که خواسته شد در کیف شما نیست؛ چیزی فرستاده نشد. نخست آن را از صادرکننده‌اش بگیرید.',
    en: 'Your wallet does not hold what was asked for, so nothing was sent. Get it from its issuer first.',
  },
  presentation_incomplete: {
    fa: 'بدون آنچه خاموش کرده‌اید نمی‌توان به این درخواست پاسخ داد؛ چیزی فرستاده نشد. روشنش کنید، یا «نه» بگویید.',
    en: 'Without what you switched off this request cannot be answered, so nothing was sent. Switch it on, or refuse.',
  },
  trust_list_invalid: {
    fa: 'فهرست اعتماد خوانا نیست یا امضایش درست نیست. نسخهٔ پیشین به کار می‌رود؛ افزونه را به‌روز کنید.',
    en: 'The trust list cannot be read or its signature is not valid. The previous one stays in use; update the extension.',
  },
  trust_list_rolled_back: {
    fa: 'فهرست اعتماد کهنه‌تر از آن است که پیش‌تر به کار می‌رفت؛ پذیرفته نشد. در «تنظیمات»، زیر «سایت‌ها»، فهرست تازه‌تر را بجویید.',
    en: 'The trust list is older than one that was in use before, so it was refused. Look for a newer one in settings, under “Sites”.',
  },
  trust_list_expired: {
    fa: 'فهرست اعتماد مدت‌هاست تازه نشده است و معلوم نیست هنوز درست باشد؛ برای همین چیزی فرستاده نشد. در «تنظیمات»، زیر «سایت‌ها»، فهرست تازه‌تر را بجویید.',
    en: 'The trust list has not been renewed for too long to be relied on, so nothing was sent. Look for a newer one in settings, under “Sites”.',
  },
  jwe_decrypt_failed: {
    fa: 'پاسخ کیف شما باز نشد. دوباره وارد شوید.',
    en: 'Your wallet’s answer could not be opened. Sign in again.',
  },
  vp_token_malformed: {
    fa: 'پاسخ کیف شما خوانا نیست. دوباره بکوشید.',
    en: 'Your wallet’s answer could not be read. Try again.',
  },
  query_not_satisfied: {
    fa: 'آنچه خواسته شد در پاسخ کیف شما نیست. دوباره بکوشید و همهٔ موارد را بپذیرید.',
    en: 'Your wallet’s answer does not contain what was asked for. Try again and allow every item.',
  },
  transaction_data_mismatch: {
    fa: 'امضا برای این فرم نیست؛ پذیرفته نشد. فرم را دوباره امضا کنید.',
    en: 'The signature is not for this form, so it was refused. Sign the form again.',
  },
  wallet_declined: {
    fa: 'کیف شما درخواست را نپذیرفت. اگر می‌خواهید ادامه دهید، دوباره بکوشید.',
    en: 'Your wallet refused the request. Try again if you wish to go on.',
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
