import type { issuanceCodes } from '../issuance-codes.ts';
import type { Sentences } from './sentence.ts';

export const issuanceSentences: Sentences<typeof issuanceCodes> = {
  invalid_grant: {
    fa: 'این پیوند پیش‌تر به کار رفته یا زمانش گذشته است. از سایت صادرکننده پیوند تازه بگیرید.',
    en: 'This link was used before or has run out. Get a new one from the issuer’s site.',
  },
  unsupported_grant_type: {
    fa: 'کیف پول راهی را خواست که این صادرکننده ندارد. کیف پول را به‌روز کنید.',
    en: 'The wallet asked in a way that this issuer does not offer. Update the wallet.',
  },
  invalid_token: {
    fa: 'زمان دریافت این سند گذشته است. از سایت صادرکننده پیوند تازه بگیرید.',
    en: 'The time to receive this document has run out. Get a new link from the issuer’s site.',
  },
  invalid_credential_request: {
    fa: 'درخواست کیف پول کامل نیست؛ سندی صادر نشد. از نو آغاز کنید.',
    en: 'The wallet’s request is not complete, so nothing was issued. Start again.',
  },
  unknown_credential_configuration: {
    fa: 'این صادرکننده چنین سندی نمی‌دهد، یا آن را به شما پیشنهاد نکرده است.',
    en: 'This issuer gives no such document, or did not offer it to you.',
  },
  unknown_credential_identifier: {
    fa: 'این صادرکننده چنین سندی را به شما پیشنهاد نکرده است.',
    en: 'This issuer did not offer you such a document.',
  },
  invalid_encryption_parameters: {
    fa: 'کیف پول پاسخ رمزشده‌ای خواست که این صادرکننده نمی‌دهد. کیف پول را به‌روز کنید.',
    en: 'The wallet asked for an encrypted answer that this issuer does not give. Update the wallet.',
  },
  invalid_proof: {
    fa: 'ثابت نشد که کلید از آنِ کیف پول شماست؛ سندی صادر نشد. دوباره بکوشید.',
    en: 'It was not shown that the key belongs to your wallet, so nothing was issued. Try again.',
  },
  invalid_nonce: {
    fa: 'زمان این درخواست گذشته است؛ سندی صادر نشد. دوباره بکوشید.',
    en: 'This request took too long, so nothing was issued. Try again.',
  },
  passkey_registration_invalid: {
    fa: 'کلید عبوری که کیف پول فرستاد پذیرفته نشد؛ سند امضا صادر نشد. دوباره بکوشید.',
    en: 'The passkey that the wallet sent was not accepted, so no signing document was issued. Try again.',
  },
  issuer_metadata_invalid: {
    fa: 'آنچه صادرکننده دربارهٔ خود می‌گوید درست نیست؛ چیزی به او فرستاده نشد.',
    en: 'What the issuer says about itself does not hold, so nothing was sent to it.',
  },
};
