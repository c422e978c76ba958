import type { mandateCodes } from '../mandate-codes.ts';
import type { Sentences } from './sentence.ts';

export const mandateSentences: Sentences<typeof mandateCodes> = {
  mandate_required: {
    fa: 'این فرم دربارهٔ کس دیگری است و گواهی نمایندگی او همراهش نیست؛ چیزی ثبت نشد. گواهی نمایندگی‌اش را از ثبت احوال بگیرید و دوباره امضا کنید.',
    en: 'This form is about somebody else, and no mandate for them came with it. Nothing was recorded; get the mandate from the civil registry and sign again.',
  },
  mandate_not_accepted: {
    fa: 'این فرم را هر کس باید خودش برای خودش امضا کند و نمایندگی در آن پذیرفته نیست؛ چیزی ثبت نشد. از خود نهاد بپرسید چه راهی هست.',
    en: 'Everybody signs this form for themselves; it takes no mandate. Nothing was recorded; ask the agency what other way there is.',
  },
  mandate_relation_refused: {
    fa: 'این فرم نماینده می‌پذیرد، ولی نه با این سمت؛ چیزی ثبت نشد. اگر گواهی نمایندگی دیگری برای همین شخص دارید با آن امضا کنید، وگرنه از خود نهاد بپرسید.',
    en: 'This form takes representatives, but not of this kind. Nothing was recorded; sign under another mandate for the same person if you hold one, or ask the agency.',
  },
  mandate_wrong_principal: {
    fa: 'گواهی نمایندگی برای کسی است و فرم دربارهٔ کس دیگری؛ چیزی ثبت نشد. کد ملی را در فرم وارسی کنید، یا گواهی نمایندگی همان شخص را برگزینید.',
    en: 'The mandate is for one person and the form about another. Nothing was recorded; check the national ID in the form, or choose the mandate for that person.',
  },
  mandate_wrong_holder: {
    fa: 'این گواهی نمایندگی به نام کس دیگری است و تنها خود او می‌تواند با آن امضا کند؛ چیزی ثبت نشد.',
    en: 'This mandate was given to somebody else, and only they can sign under it. Nothing was recorded.',
  },
  mandate_mismatch: {
    fa: 'آنچه امضا شد با گواهی نمایندگی همراهش یکی نیست، پس پذیرفته نشد و چیزی ثبت نشد. فرم را دوباره بازبینی و امضا کنید.',
    en: 'What was signed does not say the same as the mandate that came with it, so it was not accepted. Nothing was recorded; review the form and sign again.',
  },
  mandate_invalid: {
    fa: 'گواهی نمایندگی درست نیست یا صادرکننده‌اش در فهرست معتمدان نیست، پس پذیرفته نشد و چیزی ثبت نشد. آن را دوباره از ثبت احوال بگیرید.',
    en: 'The mandate is not in order, or nobody on the trust list issued it, so it was not accepted. Nothing was recorded; get it from the civil registry again.',
  },
  mandate_not_in_force: {
    fa: 'زمان این نمایندگی هنوز نرسیده یا به سر آمده است؛ چیزی ثبت نشد. از ثبت احوال گواهی تازه‌ای بگیرید.',
    en: 'This mandate is over, or has not begun. Nothing was recorded; ask the civil registry for a new one.',
  },
  mandate_revoked: {
    fa: 'صادرکننده این نمایندگی را باطل کرده است و با آن نمی‌شود امضا کرد؛ چیزی ثبت نشد. اگر گمان می‌کنید اشتباهی شده است از ثبت احوال بپرسید.',
    en: 'The issuer has revoked this mandate, and nothing can be signed under it. Nothing was recorded; if that seems wrong, ask the civil registry.',
  },
  mandate_suspended: {
    fa: 'صادرکننده این نمایندگی را فعلاً بازداشته است؛ چیزی ثبت نشد. از ثبت احوال بپرسید تا کی چنین است و سپس دوباره امضا کنید.',
    en: 'The issuer has suspended this mandate for now. Nothing was recorded; ask the civil registry for how long, and sign again then.',
  },
  mandate_earlier_differs: {
    fa: 'آن پرونده از طرف همین شخص امضا نشده بود؛ چیزی ثبت نشد. اصلاح یا انصراف را هم از طرف همان کسی امضا کنید که پرونده از طرف او امضا شده است، یا برای خودتان اگر از آن خودتان بود.',
    en: 'That case was not signed on behalf of this person. Nothing was recorded; sign the amendment or withdrawal on behalf of whom the case was signed for, or for yourself if it was your own.',
  },
};
