import type { issuanceCodes } from '../issuance-codes.ts';
import type { Sentences } from './sentence.ts';

export const issuanceSentences: Sentences<typeof issuanceCodes> = {
  invalid_grant: {
    fa: 'این پیوند پیش‌تر به کار رفته یا زمانش گذشته است. از سایت صادرکننده پیوند تازه بگیرید.',
    en: 'This link was used before or has run out. Get a new one from the issuer’s site.',
  },
  unsupported_grant_type: {
    fa: 'کیف شما راهی را خواست که این صادرکننده ندارد. آن را به‌روز کنید و دوباره بکوشید.',
    en: 'Your wallet asked in a way that this issuer does not offer. Update it and try again.',
  },
  invalid_token: {
    fa: 'زمان دریافت این مدرک گذشته است. از سایت صادرکننده پیوند تازه بگیرید.',
    en: 'The time to receive this document has run out. Get a new link from the issuer’s site.',
  },
  invalid_credential_request: {
    fa: 'درخواست کیف شما کامل نبود؛ مدرکی صادر نشد. از سایت صادرکننده از نو آغاز کنید.',
    en: 'Your wallet’s request was not complete, so nothing was issued. Start again on the issuer’s site.',
  },
  unknown_credential_configuration: {
    fa: 'این صادرکننده چنین مدرکی نمی‌دهد، یا آن را به شما پیشنهاد نکرده است. از سایت او پیوند تازه بگیرید.',
    en: 'This issuer gives no such document, or did not offer it to you. Get a new link from its site.',
  },
  unknown_credential_identifier: {
    fa: 'این صادرکننده چنین مدرکی را به شما پیشنهاد نکرده است. از سایت او پیوند تازه بگیرید.',
    en: 'This issuer did not offer you such a document. Get a new link from its site.',
  },
  invalid_encryption_parameters: {
    fa: 'کیف شما پاسخ رمزشده‌ای خواست که این صادرکننده نمی‌دهد. آن را به‌روز کنید و دوباره بکوشید.',
    en: 'Your wallet asked for an encrypted answer that this issuer does not give. Update it and try again.',
  },
  invalid_proof: {
    fa: 'ثابت نشد که کلید از آنِ کیف شماست؛ مدرکی صادر نشد. دوباره بکوشید.',
    en: 'It was not shown that the key belongs to your wallet, so nothing was issued. Try again.',
  },
  invalid_nonce: {
    fa: 'زمان این درخواست گذشته است؛ مدرکی صادر نشد. دوباره بکوشید.',
    en: 'This request took too long, so nothing was issued. Try again.',
  },
  tx_code_wrong: {
    fa: 'این کد با آنچه صادرکننده داده است نمی‌خواند. آن را دوباره از روی نامه یا نمایشگر باجه بنویسید.',
    en: 'This is not the code that the issuer gave. Copy it again from the letter or the counter’s screen.',
  },
  invalid_client: {
    fa: 'صادرکننده این کیف را نمی‌شناسد. کیف دیگری به کار برید یا به صادرکننده خبر دهید.',
    en: 'The issuer does not know this wallet. Use another one, or tell the issuer.',
  },
  invalid_scope: {
    fa: 'کیف شما مدرکی خواست که این صادرکننده نمی‌دهد. از سایت او از نو آغاز کنید.',
    en: 'Your wallet asked for a document that this issuer does not give. Start again on its site.',
  },
  invalid_authorization_details: {
    fa: 'کیف شما مدرکی خواست که این صادرکننده نمی‌دهد. از سایت او از نو آغاز کنید.',
    en: 'Your wallet asked for a document that this issuer does not give. Start again on its site.',
  },
  unsupported_response_type: {
    fa: 'کیف شما راهی را خواست که این صادرکننده ندارد. آن را به‌روز کنید و دوباره بکوشید.',
    en: 'Your wallet asked in a way that this issuer does not offer. Update it and try again.',
  },
  invalid_dpop_proof: {
    fa: 'ثابت نشد که این درخواست از کیف شماست؛ چیزی صادر نشد. ساعت رایانه را ببینید و دوباره بکوشید.',
    en: 'It was not shown that this request comes from your wallet, so nothing was issued. Check the computer’s clock and try again.',
  },
  use_dpop_nonce: {
    fa: 'صادرکننده نشانهٔ تازه‌ای خواست. دوباره بکوشید.',
    en: 'The issuer asked for a fresh sign of life. Try again.',
  },
  invalid_notification_request: {
    fa: 'خبری که کیف به صادرکننده داد خوانده نشد؛ مدارک شما سر جای خود است.',
    en: 'What the wallet told the issuer could not be read. Your documents are where they were.',
  },
  invalid_notification_id: {
    fa: 'صادرکننده این خبر را از آنِ مدرکی ندانست؛ مدارک شما سر جای خود است.',
    en: 'The issuer knows no document that this message is about. Your documents are where they were.',
  },
  authorization_unknown: {
    fa: 'زمان این ورود گذشته یا پیش‌تر به پایان رسیده است. از کیف خود از نو آغاز کنید.',
    en: 'This sign-in has run out or was finished before. Start again from your wallet.',
  },
  authorization_denied: {
    fa: 'صادرکننده این درخواست را نپذیرفت، یا خودتان از آن گذشتید. مدرکی صادر نشد.',
    en: 'The issuer declined this request, or you did. Nothing was issued.',
  },
  authorization_answer_invalid: {
    fa: 'پاسخی که از سایت صادرکننده رسید با درخواست کیف نمی‌خواند؛ کنار گذاشته شد. از کیف خود از نو آغاز کنید.',
    en: 'What came back from the issuer’s site does not fit what the wallet asked, and was left aside. Start again from your wallet.',
  },
  passkey_registration_invalid: {
    fa: 'کلید عبوری که کیف شما فرستاد پذیرفته نشد؛ گواهی امضا صادر نشد. دوباره بکوشید.',
    en: 'The passkey that your wallet sent was not accepted, so no signing certificate was issued. Try again.',
  },
  issuer_metadata_invalid: {
    fa: 'آنچه صادرکننده دربارهٔ خود می‌گوید درست نیست؛ چیزی به او فرستاده نشد. به او خبر دهید.',
    en: 'What the issuer says about itself does not hold, so nothing was sent to it. Tell the issuer.',
  },
};
