import type { vaultCodes } from '../vault-codes.ts';
import type { Sentences } from './sentence.ts';

export const vaultSentences: Sentences<typeof vaultCodes> = {
  message_refused: {
    fa: 'این پیام از جایی رسید که اجازه‌اش را ندارد؛ کاری انجام نشد. صفحه را تازه کنید و دوباره بکوشید.',
    en: 'This message came from a place that may not send it. Nothing was done; reload the page and try again.',
  },
  page_gone: {
    fa: 'صفحه‌ای که این کار را خواسته بود دیگر باز نیست. چیزی فرستاده نشد؛ اگر هنوز می‌خواهید، از نو بازش کنید.',
    en: 'The page that asked for this is gone. Nothing was sent; open it again if you still want to.',
  },
  vault_locked: {
    fa: 'دریچه قفل است. نخست قفل آن را باز کنید.',
    en: 'Daricheh is locked. Unlock it first.',
  },
  vault_missing: {
    fa: 'روی این دستگاه هنوز دریچه‌ای ساخته نشده است. نخست آن را بسازید.',
    en: 'There is no Daricheh on this device yet. Set it up first.',
  },
  vault_exists: {
    fa: 'روی این دستگاه از پیش دریچه‌ای هست. همان را باز کنید.',
    en: 'There already is a Daricheh on this device. Unlock that one.',
  },
  vault_damaged: {
    fa: 'کیف شما خوانا نیست. چیزی پاک نشد؛ افزونه را به‌روز کنید و دوباره بکوشید.',
    en: 'Your wallet cannot be read. Nothing was erased; update the extension and try again.',
  },
  vault_conflict: {
    fa: 'این مورد هم‌زمان در جای دیگری تغییر کرد. دوباره نگاه کنید و تغییرتان را از نو بدهید.',
    en: 'This was changed elsewhere at the same time. Look again, then make your change once more.',
  },
  item_damaged: {
    fa: 'این مورد آسیب دیده و خوانا نیست؛ بقیه سالم‌اند. آن را بردارید و از نو بگیرید.',
    en: 'This item is damaged and cannot be read; the others are fine. Remove it and get it again.',
  },
  unlock_failed: {
    fa: 'قفل باز نشد. دوباره بکوشید، یا کد بازیابی را به کار ببرید. چیزی پاک نشده است.',
    en: 'That did not unlock it. Try again, or use your recovery code. Nothing was erased.',
  },
  unlock_wait: {
    fa: 'چند بار نادرست بود. کمی صبر کنید و دوباره بکوشید. چیزی پاک نشده است.',
    en: 'Several tries were wrong. Wait a little and try again. Nothing was erased.',
  },
  recovery_code_malformed: {
    fa: 'کد بازیابی ۳۰ نویسه دارد، در شش گروه پنج‌تایی. ببینید چیزی جا نمانده باشد.',
    en: 'A recovery code has 30 characters, in six groups of five. See whether something is missing.',
  },
  recovery_code_mistyped: {
    fa: 'یک یا چند نویسهٔ این کد اشتباه نوشته شده است. دوباره با کاغذتان بسنجید.',
    en: 'One or more characters of this code are mistyped. Compare it with your paper again.',
  },
  passphrase_too_short: {
    fa: 'گذرواژه کوتاه است. دست‌کم ۱۲ نویسه بنویسید؛ چند واژهٔ بی‌ربط خوب است.',
    en: 'This passphrase is short. Use at least 12 characters; a few unrelated words do well.',
  },
  last_way_in: {
    fa: 'این تنها راه باز کردن دریچه است و برداشته نمی‌شود. نخست راه دیگری بیفزایید.',
    en: 'This is the only way to unlock Daricheh, so it stays. Add another way first.',
  },
  passkey_cancelled: {
    fa: 'کلید عبور تأیید نشد. هر وقت آماده بودید دوباره بزنید.',
    en: 'The passkey was not confirmed. Try again when you are ready.',
  },
  passkey_unsupported: {
    fa: 'این دستگاه کلید عبور ندارد. می‌توانید به جای آن گذرواژه بگذارید.',
    en: 'This device has no passkeys. You can set a passphrase instead.',
  },
  passkey_without_prf: {
    fa: 'این کلید عبور قفل را باز نمی‌کند، ولی برای امضا خوب است. یک گذرواژه هم بگذارید.',
    en: 'This passkey cannot unlock Daricheh, though it can sign. Set a passphrase as well.',
  },
  passkey_exists: {
    fa: 'این دستگاه از پیش برای دریچه کلید عبور دارد. همان را به کار ببرید.',
    en: 'This device already holds a passkey for Daricheh. Use that one.',
  },
  passkey_full: {
    fa: 'جای کلید عبور در این دستگاه پر است. یکی را پاک کنید یا دستگاه دیگری به کار ببرید.',
    en: 'This device has no room for another passkey. Delete one, or use another device.',
  },
  passkey_failed: {
    fa: 'کلید عبور پاسخ نداد. دوباره بکوشید.',
    en: 'The passkey did not answer. Please try again.',
  },
  site_not_allowed: {
    fa: 'دریچه در این سایت روشن نیست. از دکمهٔ دریچه روشنش کنید و به مرورگر اجازه دهید.',
    en: 'Daricheh is not on for this site. Switch it on from its button, and let the browser allow it.',
  },
};
