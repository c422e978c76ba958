/** Presentations (OpenID4VP) and trust: what `errorCodes` gathers, in a file of its own because the list is long. */
export const presentationCodes = {
  invalid_request: {
    status: 400,
    fa: 'درخواست این سامانه نادرست است؛ چیزی فرستاده نشد. به آن نهاد خبر دهید.',
    en: 'This site’s request breaks the rules, so nothing was sent. Tell the agency.',
  },
  invalid_transaction_data: {
    status: 400,
    fa: 'آنچه برای امضا خواسته شد شناخته‌شده نیست؛ چیزی امضا نشد.',
    en: 'What you were asked to sign is of an unknown kind. Nothing was signed.',
  },
  too_much_asked: {
    status: 400,
    fa: 'این درخواست بیش از اندازه می‌خواهد؛ رد شد و چیزی فرستاده نشد.',
    en: 'This request asks for too much. It was refused and nothing was sent.',
  },
  request_signature_invalid: {
    status: 400,
    fa: 'امضای این درخواست درست نیست؛ چیزی فرستاده نشد. از نشانی رسمی آن نهاد وارد شوید.',
    en: 'The signature of this request is not valid, so nothing was sent. Go to the agency’s official address.',
  },
  request_expired: {
    status: 400,
    fa: 'زمان این درخواست گذشته است. صفحه را تازه کنید و دوباره بکوشید.',
    en: 'This request has expired. Reload the page and try again.',
  },
  request_origin_mismatch: {
    status: 400,
    fa: 'این درخواست برای سامانهٔ دیگری ساخته شده است؛ چیزی فرستاده نشد.',
    en: 'This request was made for another site. Nothing was sent.',
  },
  request_uri_blocked: {
    status: 400,
    fa: 'نشانی این درخواست از آن نهاد ثبت نشده است؛ چیزی خوانده یا فرستاده نشد.',
    en: 'The address in this request is not registered for the agency. Nothing was read or sent.',
  },
  request_uri_unreachable: {
    status: 502,
    fa: 'سامانه پاسخ نداد؛ چیزی فرستاده نشد. کمی بعد دوباره بکوشید.',
    en: 'The agency did not answer, so nothing was sent. Try again a little later.',
  },
  verifier_not_trusted: {
    status: 400,
    fa: 'این درخواست‌کننده در فهرست اعتماد نیست؛ چیزی فرستاده نشد.',
    en: 'Whoever asks is not on the trust list, so nothing was sent.',
  },
  lookalike_origin: {
    status: 400,
    fa: 'هشدار: این سایت خود را به جای یک نهاد دولتی جا می‌زند. چیزی فرستاده نشد؛ از آن بیرون بروید.',
    en: 'Warning: this site passes itself off as an agency. Nothing was sent; leave it.',
  },
  encryption_key_unusable: {
    status: 400,
    fa: 'پاسخ را نمی‌شد رمز کرد، پس چیزی فرستاده نشد. به آن نهاد خبر دهید.',
    en: 'The answer could not be encrypted, so nothing was sent. Tell the agency.',
  },
  presentation_declined: {
    status: 403,
    fa: 'چیزی فرستاده نشد.',
    en: 'Nothing was sent.',
  },
  no_matching_credential: {
    status: 403,
    fa: 'سندی که خواسته شد در کیف شما نیست؛ چیزی فرستاده نشد.',
    en: 'Your wallet does not hold what was asked for. Nothing was sent.',
  },
  presentation_incomplete: {
    status: 403,
    fa: 'بی آنچه خاموش کردید این درخواست پاسخی ندارد؛ چیزی فرستاده نشد.',
    en: 'Without what you switched off there is no answer to this request. Nothing was sent.',
  },
  trust_list_invalid: {
    status: 500,
    fa: 'فهرست اعتماد خوانا نیست یا امضایش درست نیست. نسخهٔ پیشین به کار می‌رود؛ برنامه را به‌روز کنید.',
    en: 'The trust list cannot be read or its signature is not valid. The previous one stays in use; update the extension.',
  },
  trust_list_rolled_back: {
    status: 500,
    fa: 'فهرست اعتمادی که رسید کهنه‌تر از نسخهٔ کنونی است؛ پذیرفته نشد.',
    en: 'A trust list arrived that is older than the one in use. It was refused.',
  },
  jwe_decrypt_failed: {
    status: 422,
    fa: 'پاسخ کیف پول را نمی‌شد گشود. دوباره وارد شوید.',
    en: 'The wallet’s answer could not be opened. Sign in again.',
  },
  vp_token_malformed: {
    status: 422,
    fa: 'پاسخ کیف پول خوانا نیست. دوباره بکوشید.',
    en: 'The wallet’s answer could not be read. Try again.',
  },
  query_not_satisfied: {
    status: 422,
    fa: 'پاسخ کیف پول آنچه را خواسته شد در بر ندارد. دوباره بکوشید و همهٔ موارد را بپذیرید.',
    en: 'The wallet’s answer does not contain what was asked for. Try again and allow every item.',
  },
  transaction_data_mismatch: {
    status: 422,
    fa: 'امضا برای این فرم نیست؛ پذیرفته نشد. فرم را دوباره امضا کنید.',
    en: 'The signature is not for this form, so it was refused. Sign the form again.',
  },
  wallet_declined: {
    status: 422,
    fa: 'کیف پول درخواست را نپذیرفت. اگر می‌خواهید ادامه دهید، دوباره بکوشید.',
    en: 'The wallet refused the request. Try again if you wish to go on.',
  },
  use_not_registered: {
    status: 400,
    fa: 'این نهاد برای این کار ثبت نشده است. به آن نهاد خبر دهید.',
    en: 'This agency is not registered for that use. Tell the agency.',
  },
  unknown_state: {
    status: 422,
    fa: 'این ورود دیگر در جریان نیست. از آغاز دوباره وارد شوید.',
    en: 'This sign-in is no longer under way. Start again.',
  },
  session_reused: {
    status: 422,
    fa: 'این پاسخ یک بار به کار رفته است. از آغاز دوباره وارد شوید.',
    en: 'This answer has been used once already. Start again.',
  },
  response_withheld: {
    status: 403,
    fa: 'این ورود در مرورگر دیگری آغاز شده است؛ نتیجه داده نشد. از همین مرورگر دوباره وارد شوید.',
    en: 'This sign-in was started in another browser, so its result is withheld. Sign in again from this one.',
  },
} as const;
