import type { staffCodes } from '../staff-codes.ts';
import type { Sentences } from './sentence.ts';

export const staffSentences: Sentences<typeof staffCodes> = {
  webauthn_invalid: {
    fa: 'کلید عبور پذیرفته نشد. دوباره بکوشید؛ اگر باز نشد، از مدیر خود کمک بخواهید.',
    en: 'The passkey was not accepted. Try again; if it keeps failing, ask your administrator.',
  },
  enrolment_code_invalid: {
    fa: 'این کد درست نیست، زمانش گذشته یا پیش‌تر به کار رفته است. از مدیر خود کد تازه بگیرید.',
    en: 'This code is wrong, out of date, or was used already. Ask your administrator for a new one.',
  },
  administrators_only: {
    fa: 'این صفحه برای مدیران این نهاد است. از مدیر خود بخواهید این کار را بکند.',
    en: 'This page is for the agency’s administrators. Ask one of them to do it.',
  },
  own_account: {
    fa: 'این کار را دربارهٔ حساب خودتان نمی‌توانید بکنید. از مدیر دیگری بخواهید.',
    en: 'You cannot do this to your own account. Ask another administrator.',
  },
  account_changed: {
    fa: 'این حساب در این میان تغییر کرده است. صفحه را تازه کنید و دوباره ببینید.',
    en: 'This account has changed in the meantime. Reload the page and look again.',
  },
  last_passkey: {
    fa: 'این تنها کلید عبوری است که حساب شما را باز می‌کند. اول کلید دیگری بیفزایید، سپس این را بردارید.',
    en: 'This is the only passkey that opens your account. Add another one first, then remove this.',
  },
  second_administrator_needed: {
    fa: 'برای بازیابی باید این نهاد دو مدیر داشته باشد. اول مدیر دومی دعوت کنید.',
    en: 'Recovery needs the agency to have two administrators. Invite a second one first.',
  },
};
