/** Vault, passkeys, and messages inside the extension: part of `errorCodes`, in a file of its own because the list is long. */
export const vaultCodes = {
  message_refused: {
    status: 403,
    fa: 'این پیام از جایی رسید که اجازهٔ آن را ندارد؛ کاری انجام نشد.',
    en: 'This message came from a place that may not send it. Nothing was done.',
  },
  page_gone: {
    status: 410,
    fa: 'صفحه‌ای که این کار را خواسته بود دیگر باز نیست. چیزی فرستاده نشد.',
    en: 'The page that asked for this is gone. Nothing was sent.',
  },
  vault_locked: {
    status: 423,
    fa: 'دریچه قفل است. نخست قفل آن را باز کنید.',
    en: 'Daricheh is locked. Unlock it first.',
  },
  vault_missing: {
    status: 404,
    fa: 'روی این دستگاه هنوز دریچه‌ای ساخته نشده است. نخست آن را بسازید.',
    en: 'There is no Daricheh on this device yet. Set it up first.',
  },
  vault_exists: {
    status: 409,
    fa: 'روی این دستگاه از پیش دریچه‌ای هست. همان را باز کنید.',
    en: 'There already is a Daricheh on this device. Unlock that one.',
  },
  vault_damaged: {
    status: 500,
    fa: 'سرصفحهٔ گاوصندوق خوانا نیست. چیزی پاک نشد؛ افزونه را به‌روز کنید و دوباره بکوشید.',
    en: 'The head of the vault cannot be read. Nothing was erased; update the extension and try again.',
  },
  vault_conflict: {
    status: 409,
    fa: 'این مورد هم‌زمان در جای دیگری تغییر کرد. دوباره نگاه کنید و تغییرتان را از نو بدهید.',
    en: 'This was changed elsewhere at the same time. Look again, then make your change once more.',
  },
  item_damaged: {
    status: 500,
    fa: 'این مورد آسیب دیده و خوانا نیست. بقیهٔ مدارک شما سالم‌اند.',
    en: 'This item is damaged and cannot be read. Your other documents are fine.',
  },
  unlock_failed: {
    status: 401,
    fa: 'قفل باز نشد. دوباره بکوشید، یا کد بازیابی را به کار ببرید. چیزی پاک نشده است.',
    en: 'That did not unlock it. Try again, or use your recovery code. Nothing was erased.',
  },
  unlock_wait: {
    status: 429,
    fa: 'چند بار نادرست بود. کمی صبر کنید و دوباره بکوشید. چیزی پاک نشده است.',
    en: 'Several tries were wrong. Wait a little and try again. Nothing was erased.',
  },
  recovery_code_malformed: {
    status: 400,
    fa: 'کد بازیابی ۳۰ نویسه دارد، در شش گروه پنج‌تایی. ببینید چیزی جا نمانده باشد.',
    en: 'A recovery code has 30 characters, in six groups of five. See whether something is missing.',
  },
  recovery_code_mistyped: {
    status: 400,
    fa: 'یک یا چند نویسهٔ این کد اشتباه نوشته شده است. دوباره با کاغذتان بسنجید.',
    en: 'One or more characters of this code are mistyped. Compare it with your paper again.',
  },
  passphrase_too_short: {
    status: 400,
    fa: 'گذرواژه کوتاه است. دست‌کم ۱۲ نویسه بنویسید؛ چند واژهٔ بی‌ربط خوب است.',
    en: 'This passphrase is short. Use at least 12 characters; a few unrelated words do well.',
  },
  last_way_in: {
    status: 409,
    fa: 'این تنها راه باز کردن دریچه است و برداشته نمی‌شود. نخست راه دیگری بیفزایید.',
    en: 'This is the only way to unlock Daricheh, so it stays. Add another way first.',
  },
  passkey_cancelled: {
    status: 409,
    fa: 'کلید عبور تأیید نشد. هر وقت آماده بودید دوباره بزنید.',
    en: 'The passkey was not confirmed. Try again when you are ready.',
  },
  passkey_unsupported: {
    status: 501,
    fa: 'این دستگاه کلید عبور ندارد. می‌توانید به جای آن گذرواژه بگذارید.',
    en: 'This device has no passkeys. You can set a passphrase instead.',
  },
  passkey_without_prf: {
    status: 501,
    fa: 'این کلید عبور نمی‌تواند گاوصندوق را باز کند؛ برای امضا خوب است. یک گذرواژه هم بگذارید.',
    en: 'This passkey cannot open the vault, though it can sign. Set a passphrase as well.',
  },
  passkey_exists: {
    status: 409,
    fa: 'این دستگاه از پیش برای دریچه کلید عبور دارد.',
    en: 'This device already holds a passkey for Daricheh.',
  },
  passkey_full: {
    status: 507,
    fa: 'جای کلید عبور در این دستگاه پر است. یکی را پاک کنید یا دستگاه دیگری به کار ببرید.',
    en: 'This device has no room for another passkey. Delete one, or use another device.',
  },
  passkey_failed: {
    status: 500,
    fa: 'کلید عبور پاسخ نداد. دوباره بکوشید.',
    en: 'The passkey did not answer. Please try again.',
  },
  site_not_allowed: {
    status: 403,
    fa: 'مرورگر اجازهٔ این سایت را نداد. چیزی روشن نشد.',
    en: 'The browser did not allow this site. Nothing was switched on.',
  },
} as const;
