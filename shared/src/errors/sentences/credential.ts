import type { credentialCodes } from '../credential-codes.ts';
import type { Sentences } from './sentence.ts';

export const credentialSentences: Sentences<typeof credentialCodes> = {
  key_invalid: {
    fa: 'کلیدی که فرستاده شد از نوع پذیرفته نیست. کیف خود را به‌روز کنید و دوباره بکوشید.',
    en: 'The key that was sent is not of an accepted kind. Update your wallet and try again.',
  },
  certificate_malformed: {
    fa: 'گواهی فرستنده خوانا نیست یا از نوع پذیرفته نیست. چیزی پذیرفته نشد؛ به آن نهاد خبر دهید.',
    en: 'The sender’s certificate cannot be read or is of a kind that is not accepted. Nothing was accepted; tell the agency.',
  },
  certificate_chain_invalid: {
    fa: 'گواهی‌های فرستنده با هم نمی‌خوانند. چیزی پذیرفته نشد؛ به آن نهاد خبر دهید.',
    en: 'The sender’s certificates do not fit together. Nothing was accepted; tell the agency.',
  },
  certificate_usage_invalid: {
    fa: 'گواهی فرستنده برای این کار داده نشده است. چیزی پذیرفته نشد؛ به آن نهاد خبر دهید.',
    en: 'The sender’s certificate was not given for this use. Nothing was accepted; tell the agency.',
  },
  certificate_expired: {
    fa: 'اعتبار گواهی فرستنده گذشته است. تا آن نهاد گواهی تازه بگیرد، چیزی پذیرفته نمی‌شود.',
    en: 'The sender’s certificate has expired. Nothing is accepted until the agency renews it.',
  },
  certificate_not_yet_valid: {
    fa: 'اعتبار گواهی فرستنده هنوز آغاز نشده است. ساعت دستگاه خود را بررسی کنید.',
    en: 'The sender’s certificate is not valid yet. Check the clock of your device.',
  },
  issuer_not_trusted: {
    fa: 'صادرکنندهٔ این مدرک در فهرست اعتماد نیست؛ پذیرفته نشد. مدرک را از سایت رسمی آن نهاد بگیرید.',
    en: 'Whoever issued this is not on the trust list, so it was refused. Get the document from the agency’s official site.',
  },
  credential_malformed: {
    fa: 'این مدرک سالم نیست و پذیرفته نشد. آن را دوباره از صادرکننده بگیرید.',
    en: 'This document is not sound and was refused. Get it again from its issuer.',
  },
  credential_signature_invalid: {
    fa: 'امضای صادرکننده بر این مدرک درست نیست. آن را دوباره از صادرکننده بگیرید.',
    en: 'The issuer’s signature on this document does not hold. Get it again from its issuer.',
  },
  credential_type_unexpected: {
    fa: 'مدرکی که فرستاده شد از آن نوعی نیست که خواسته بودند. مدرک دیگری برگزینید.',
    en: 'The document sent is not of the kind asked for. Choose another one.',
  },
  credential_expired: {
    fa: 'اعتبار این مدرک گذشته است. نسخهٔ تازه را از صادرکننده بگیرید.',
    en: 'This document has expired. Get a new one from its issuer.',
  },
  credential_not_yet_valid: {
    fa: 'اعتبار این مدرک هنوز آغاز نشده است. ساعت دستگاه خود را بررسی کنید.',
    en: 'This document is not valid yet. Check the clock of your device.',
  },
  credential_revoked: {
    fa: 'صادرکننده این مدرک را باطل کرده است. برای مدرک تازه به سایت او بروید.',
    en: 'The issuer has revoked this document. Go to the issuer’s site for a new one.',
  },
  credential_suspended: {
    fa: 'صادرکننده این مدرک را موقتاً از اعتبار انداخته است. از او علت را بپرسید.',
    en: 'The issuer has suspended this document. Ask the issuer why.',
  },
  status_list_unreachable: {
    fa: 'اکنون نمی‌توان دانست که این مدرک هنوز معتبر است یا نه. کمی بعد دوباره بکوشید.',
    en: 'It cannot be known now whether this document is still valid. Try again a little later.',
  },
  status_list_invalid: {
    fa: 'فهرست وضعیت صادرکننده درست نیست، پس مدرک پذیرفته نشد. کمی بعد دوباره بکوشید.',
    en: 'The issuer’s status list does not hold, so the document was not accepted. Try again a little later.',
  },
  mdoc_invalid: {
    fa: 'این گواهی سالم نیست، یا برای این درخواست امضا نشده است. صفحه را تازه کنید؛ اگر باز پذیرفته نشد، آن را دوباره از صادرکننده بگیرید.',
    en: 'This document is not sound, or was not signed for this request. Reload the page; if it is refused again, get a new one from its issuer.',
  },
  kb_invalid: {
    fa: 'ثابت نشد که این مدرک از آنِ فرستنده است. در کیف خود دوباره تأیید کنید.',
    en: 'It was not shown that this document belongs to its sender. Approve it again in your wallet.',
  },
  nonce_invalid: {
    fa: 'این پاسخ برای درخواست دیگری است. صفحه را تازه کنید و از نو بکوشید.',
    en: 'This answer belongs to another request. Reload the page and start again.',
  },
  claim_missing: {
    fa: 'آنچه خواسته شد در این مدرک نیست؛ چیزی فرستاده نشد. مدرک تازه‌ای از صادرکننده بگیرید.',
    en: 'This document does not hold what was asked for, so nothing was sent. Get a new one from its issuer.',
  },
};
