import type { walletCodes } from '../wallet-codes.ts';
import type { Sentences } from './sentence.ts';

export const walletSentences: Sentences<typeof walletCodes> = {
  prompt_busy: {
    fa: 'دریچه همین حالا دربارهٔ این صفحه از شما پرسشی دارد. نخست به آن پاسخ دهید.',
    en: 'Daricheh is already asking you about this page. Answer that first.',
  },
  origin_muted: {
    fa: 'چند بار پشت سر هم به این سایت نه گفتید؛ تا پنج دقیقه از شما چیزی نمی‌پرسد.',
    en: 'You refused this site several times in a row. It may not ask again for five minutes.',
  },
  prompt_over: {
    fa: 'این پرسش دیگر پاسخ نمی‌پذیرد. به صفحه برگردید و از نو آغاز کنید.',
    en: 'This question can no longer be answered. Go back to the page and start again.',
  },
  answer_under_way: {
    fa: 'پاسخ شما به این پرسش همین حالا در راه است. کمی صبر کنید.',
    en: 'Your answer to this question is on its way. Wait a moment.',
  },
  agency_refused: {
    fa: 'آن نهاد این درخواست را نپذیرفت. صفحه را تازه کنید و دوباره بکوشید.',
    en: 'The agency did not accept this. Reload the page and try again.',
  },
  offer_invalid: {
    fa: 'این پیوند مدرکی برای دریافت در خود ندارد. از سایت صادرکننده پیوند تازه‌ای بگیرید.',
    en: 'This link offers no document that can be received. Get a new link from the issuer’s site.',
  },
  offer_unknown: {
    fa: 'آنچه این سایت پیشنهاد می‌کند مدرکی نیست که دریچه بشناسد؛ چیزی دریافت نشد. به آن نهاد خبر دهید.',
    en: 'What this site offers is not a document that Daricheh knows. Nothing was received; tell the agency.',
  },
  credential_not_as_offered: {
    fa: 'مدرکی که رسید آن نیست که پیشنهاد شده بود، یا برای کیف شما ساخته نشده است؛ نگه داشته نشد. به صادرکننده خبر دهید.',
    en: 'The document that arrived is not the one offered, or was not made for your wallet. It was not kept; tell the issuer.',
  },
  passkey_missing: {
    fa: 'برای این مدرک به کلید عبور نیاز است که این کیف ندارد. از تنظیمات یکی بسازید.',
    en: 'This document needs a passkey, and this wallet has none. Make one in settings.',
  },
  gesture_invalid: {
    fa: 'کلید عبور هویت شما را تأیید نکرد؛ چیزی فرستاده و امضا نشد. دوباره بکوشید.',
    en: 'The passkey did not confirm that it was you. Nothing was sent or signed; try again.',
  },
  form_not_trusted: {
    fa: 'این فرم مهر نهاد صاحب این سایت را ندارد؛ چیزی امضا نشد. نشانی سایت را بررسی کنید و به آن نهاد خبر دهید.',
    en: 'This form does not carry the seal of this site’s agency. Nothing was signed; check the address and tell the agency.',
  },
  form_incomplete: {
    fa: 'فرم هنوز کامل نیست؛ آنچه را مانده است در صفحه بنویسید و دوباره بازبینی کنید.',
    en: 'The form is not complete yet. Fill in what is missing on the page and review it again.',
  },
  form_changed: {
    fa: 'پس از بازبینی شما چیزی در فرم عوض شد؛ برای همین چیزی امضا نشد. دوباره بازبینی کنید.',
    en: 'The form changed after you reviewed it, so nothing was signed. Review it again.',
  },
  signing_request_mismatch: {
    fa: 'آنچه آن نهاد برای امضا فرستاد همان نیست که بازبینی کردید؛ چیزی امضا نشد. دوباره بکوشید؛ اگر باز هم نشد، به آن نهاد خبر دهید.',
    en: 'What the agency sent to be signed is not what you reviewed. Nothing was signed; try again, and tell the agency if it happens once more.',
  },
  signing_credential_missing: {
    fa: 'هنوز گواهی امضا ندارید. آن را از سایت ثبت احوال بگیرید و دوباره امضا کنید.',
    en: 'You have no signing certificate yet. Get one from the civil registry’s site and sign again.',
  },
  signing_postponed: {
    fa: 'فرم در کیف شما منتظر امضاست؛ هنوز چیزی فرستاده نشده است.',
    en: 'The form waits in your wallet to be signed; nothing has been sent yet.',
  },
  co_signature_awaited: {
    fa: 'امضای شما به نهاد رسید؛ فرم منتظر امضای نفر دوم است.',
    en: 'Your signature has reached the agency; the form waits for the second person’s.',
  },
  co_signature_over: {
    fa: 'این فرم دیگر منتظر امضای دوم نیست: یا مهلتش گذشته و چیزی ثبت نشده، یا کامل شده و رسیدش در کیف نفر دوم است.',
    en: 'This form no longer waits for the second signature: either its time ran out and nothing was recorded, or it is complete and its receipt is in the other person’s wallet.',
  },
  signer_not_named: {
    fa: 'این فرم را کسان دیگری باید امضا کنند: کد ملی شما در آن نیست، یا پیش‌تر امضا کرده‌اید.',
    en: 'This form is for others to sign: your national ID does not stand in it, or you have signed it already.',
  },
  waiting_full: {
    fa: 'پنجاه فرم منتظر امضاست و جا برای بیشتر نیست. نخست آن‌ها را امضا کنید یا کنار بگذارید.',
    en: 'Fifty forms wait to be signed, and there is no room for more. Sign some or remove some first.',
  },
  answer_outdated: {
    fa: 'سندی که پاسخ این فرم از آن است دیگر معتبر نیست یا عوض شده. فرم را در سایت خودش دوباره پر کنید.',
    en: 'A document that answers in this form came from no longer counts, or has changed. Fill the form on its site again.',
  },
  receipt_invalid: {
    fa: 'فرم فرستاده شد، ولی رسیدی که آمد درست نیست. در «پرونده‌ها» دوباره بفرستید؛ دو بار ثبت نمی‌شود.',
    en: 'The form was sent, but the receipt that came back is not valid. Send it again from “Cases”; it will not count twice.',
  },
  receipt_sheet_invalid: {
    fa: 'فایل PDF که از نهاد آمد رسید شما را در خود ندارد و به شما داده نشد. رسیدی که در کیف دارید سر جای خود است.',
    en: 'The PDF that came from the agency does not hold your receipt, so it was not handed to you. The receipt in your wallet stays as it is.',
  },
  log_checkpoint_invalid: {
    fa: 'آنچه نهاد دربارهٔ دفتر ثبت خود می‌گوید مهر درست آن را ندارد. چیزی از دست نرفته است؛ رسید شما سر جای خود است.',
    en: 'What the agency says of its log does not bear its valid seal. Nothing is lost; your receipt is where it was.',
  },
  log_proof_invalid: {
    fa: 'ثابت نشد که رسید شما در دفتر ثبت نهاد آمده است. رسید را نگه دارید و از نهاد بپرسید.',
    en: 'It is not proven that your receipt stands in the agency’s log. Keep the receipt and ask the agency.',
  },
  log_inconsistent: {
    fa: 'دفتر ثبت نهاد با آنچه پیش‌تر نشان داده بود نمی‌خواند: چیزی در آن عوض یا پاک شده است. رسید خود را نگه دارید؛ آن را به نهاد یا دادگاه نشان دهید.',
    en: 'The agency’s log does not fit what it showed before: something in it was changed or removed. Keep your receipt and show it to the agency or a court.',
  },
  case_unknown: {
    fa: 'این پرونده در کیف شما نیست. فهرست پرونده‌ها را تازه کنید.',
    en: 'This case is not in your wallet. Refresh the list of cases.',
  },
  fact_invalid: {
    fa: 'این مقدار این‌جا پذیرفتنی نیست. آن را بررسی کنید.',
    en: 'This value does not fit here. Check it.',
  },
  family_relation_taken: {
    fa: 'او را پیش‌تر افزوده‌اید. اگر چیزی عوض شده است، همان را ویرایش کنید.',
    en: 'You have added them already. If something has changed, edit that entry.',
  },
  family_id_taken: {
    fa: 'این کد ملی از آنِ خودتان یا عضو دیگری از خانواده است. آن را بررسی کنید.',
    en: 'This national ID is your own or another family member’s. Check it.',
  },
};
