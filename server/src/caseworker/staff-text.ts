import type { Role, StaffEventKind } from '../storage/staff.ts';
import type { StaffAct } from './staff-acts.ts';
import type { Language } from './text.ts';

/** An act that is asked about before it is done: what it is called, what it does, and the button that does it. */
type ActWords = { readonly name: string; readonly lead: string; readonly button: string };

/** Every sentence about accounts, passkeys and sessions in one language. */
export type StaffText = {
  readonly cases: string;
  readonly account: string;
  readonly staff: string;
  readonly record: string;
  readonly passkeys: string;
  readonly passkeysLead: string;
  readonly onePasskey: string;
  readonly passkey: string;
  readonly nameless: string;
  readonly added: string;
  readonly lastUsed: string;
  readonly never: string;
  readonly flagged: string;
  readonly flaggedLead: string;
  readonly rename: string;
  readonly newName: string;
  readonly save: string;
  readonly remove: string;
  readonly removeLead: string;
  readonly add: string;
  readonly addLead: string;
  readonly addName: string;
  readonly addButton: string;
  readonly confirmButton: string;
  readonly cancel: string;
  readonly sessions: string;
  readonly sessionsLead: string;
  readonly browser: string;
  readonly unknownBrowser: string;
  readonly since: string;
  readonly thisSession: string;
  readonly signOutElsewhere: string;
  readonly signOutElsewhereLead: string;
  readonly staffLead: string;
  readonly oneAdministrator: string;
  readonly person: string;
  readonly role: string;
  readonly state: string;
  readonly passkeyCount: string;
  readonly open: string;
  readonly disabled: string;
  readonly you: string;
  readonly actions: string;
  readonly noKeys: string;
  readonly invite: string;
  readonly inviteLead: string;
  readonly inviteButton: string;
  readonly link: string;
  readonly linkLead: string;
  readonly copy: string;
  readonly copied: string;
  readonly recordLead: string;
  readonly noRecord: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly whom: string;
  readonly backEnd: string;
  readonly system: string;
  readonly recover: string;
  readonly recoverLead: (name: string, openedBy: string) => string;
  readonly recoverButton: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly acts: Readonly<Record<StaffAct, ActWords>>;
  readonly events: Readonly<Record<StaffEventKind, string>>;
};

const fa: StaffText = {
  cases: 'پرونده‌ها',
  account: 'حساب من',
  staff: 'همکاران',
  record: 'دفتر دسترسی',
  passkeys: 'کلیدهای عبور من',
  passkeysLead: 'هر کلید عبور، روی هر دستگاه، همین حساب را باز می‌کند. دو کلید داشته باشید تا با گم شدن یکی در نمانید.',
  onePasskey: 'تنها یک کلید دارید. اگر گم شود، فقط مدیر دیگری می‌تواند راه شما را باز کند.',
  passkey: 'کلید عبور',
  nameless: 'بی‌نام',
  added: 'افزوده در',
  lastUsed: 'آخرین بار',
  never: 'هنوز به کار نرفته',
  flagged: 'از کار افتاده',
  flaggedLead: 'شمارندهٔ این کلید به عقب برگشته است؛ شاید کسی از آن رونوشت دارد. دیگر چیزی باز نمی‌کند. آن را بردارید.',
  rename: 'نام تازه',
  newName: 'نام این کلید',
  save: 'نگه داشتن نام',
  remove: 'برداشتن',
  removeLead: 'این کلید دیگر حساب شما را باز نمی‌کند و هر جا با آن وارد شده‌اید خارج می‌شوید. برای این کار کلید عبور خود را نشان دهید.',
  add: 'افزودن کلید عبور',
  addLead: 'اول یکی از کلیدهایی را که دارید نشان دهید، سپس کلید تازه را بسازید.',
  addName: 'نامی که با آن بشناسیدش، مانند «تلفن من»',
  addButton: 'افزودن',
  confirmButton: 'تأیید با کلید عبور',
  cancel: 'برگشت',
  sessions: 'جاهایی که وارد شده‌اید',
  sessionsLead: 'اگر یکی را نمی‌شناسید، از جاهای دیگر خارج شوید و کلید ناشناس را بردارید.',
  browser: 'مرورگر',
  unknownBrowser: 'ناشناس',
  since: 'ورود',
  thisSession: 'همین جا',
  signOutElsewhere: 'خروج از جاهای دیگر',
  signOutElsewhereLead: 'همه جا جز این مرورگر از حساب شما خارج می‌شود. کلیدهای عبور شما می‌مانند.',
  staffLead: 'چه کسانی می‌توانند وارد میز این نهاد شوند.',
  oneAdministrator: 'این نهاد تنها یک مدیر دارد. تا مدیر دومی نباشد، حسابی که کلیدش گم شود بازیابی نمی‌شود. مدیر دومی دعوت کنید.',
  person: 'نام',
  role: 'نقش',
  state: 'وضعیت',
  passkeyCount: 'کلیدها',
  open: 'باز',
  disabled: 'بسته',
  you: 'شما',
  actions: 'کارها',
  noKeys: 'هیچ کلیدی این حساب را باز نمی‌کند',
  invite: 'دعوت همکار',
  inviteLead: 'پیوندی می‌گیرید که یک نفر را یک بار و تا یک روز ثبت‌نام می‌کند. آن را فقط به خود او بدهید.',
  inviteButton: 'ساختن پیوند با کلید عبور',
  link: 'پیوند یک‌بارمصرف',
  linkLead: 'همین یک بار نشان داده می‌شود و یک روز کار می‌کند. آن را خودتان به او برسانید.',
  copy: 'رونوشت',
  copied: 'رونوشت شد',
  recordLead: 'هر چه دربارهٔ دسترسی‌ها شده، تازه‌ترین بالا. این دفتر پاک نمی‌شود.',
  noRecord: 'هنوز چیزی نوشته نشده است.',
  when: 'زمان',
  who: 'به دست',
  what: 'رویداد',
  whom: 'دربارهٔ',
  backEnd: 'سامانهٔ نهاد',
  system: 'همین سامانه',
  recover: 'بازیابی حساب',
  recoverLead: (name, openedBy) =>
    `${openedBy} این راه را برای ${name} باز کرده است. کلید تازه‌ای بسازید؛ همهٔ کلیدهای پیشین این حساب از کار می‌افتند.`,
  recoverButton: 'ساختن کلید عبور تازه',
  roles: { caseworker: 'کارشناس', administrator: 'مدیر' },
  acts: {
    disable: {
      name: 'بستن حساب',
      lead: 'این همکار همین دم از همه جا خارج می‌شود و تا حسابش را باز نکنید وارد نمی‌شود. پرونده‌ها می‌مانند.',
      button: 'بستن حساب با کلید عبور',
    },
    enable: { name: 'باز کردن حساب', lead: 'این همکار دوباره با کلیدهای خود وارد می‌شود.', button: 'باز کردن حساب با کلید عبور' },
    promote: {
      name: 'مدیر کردن',
      lead: 'این همکار می‌تواند دیگران را دعوت کند، حساب‌ها را ببندد و بازیابی کند.',
      button: 'مدیر کردن با کلید عبور',
    },
    demote: {
      name: 'برداشتن از مدیریت',
      lead: 'این همکار کارشناس می‌ماند، ولی دیگر نمی‌تواند دربارهٔ حساب‌ها کاری کند.',
      button: 'برداشتن از مدیریت با کلید عبور',
    },
    recover: {
      name: 'بازیابی',
      lead: 'کلید این همکار گم شده است؟ پیوندی می‌گیرید که او با آن یک بار کلید تازه می‌سازد؛ کلیدهای پیشین او از کار می‌افتند. اول مطمئن شوید که خود اوست: رودررو یا با تماس تصویری. نام هر دوی شما در دفتر می‌ماند.',
      button: 'ساختن پیوند بازیابی با کلید عبور',
    },
  },
  events: {
    invited: 'دعوت',
    enrolled: 'ثبت‌نام',
    disabled: 'بسته شدن حساب',
    enabled: 'باز شدن حساب',
    'made-administrator': 'مدیر شدن',
    'made-caseworker': 'برداشته شدن از مدیریت',
    'passkey-added': 'افزودن کلید عبور',
    'passkey-removed': 'برداشتن کلید عبور',
    'passkey-flagged': 'از کار افتادن کلید عبور: شمارنده‌اش به عقب برگشته بود',
    'recovery-opened': 'باز شدن راه بازیابی',
    recovered: 'بازیابی با کلید تازه',
    'event-sent-again': 'فرستادن دوبارهٔ خبر نرسیده',
    'event-set-aside': 'کنار گذاشتن خبر نرسیده',
  },
};

const en: StaffText = {
  cases: 'Cases',
  account: 'My account',
  staff: 'Colleagues',
  record: 'Access record',
  passkeys: 'My passkeys',
  passkeysLead: 'Each passkey, on any device, opens this account. Keep two, so that losing one does not shut you out.',
  onePasskey: 'You have one passkey only. If it is lost, nobody but another administrator can let you in again.',
  passkey: 'Passkey',
  nameless: 'Without a name',
  added: 'Added',
  lastUsed: 'Last used',
  never: 'Not used yet',
  flagged: 'Out of use',
  flaggedLead: 'This passkey’s counter went back, so somebody may have a copy of it. It opens nothing any more. Remove it.',
  rename: 'Rename',
  newName: 'Name of this passkey',
  save: 'Keep this name',
  remove: 'Remove',
  removeLead:
    'This passkey will no longer open your account, and you are signed out wherever you came in with it. Show a passkey to do it.',
  add: 'Add a passkey',
  addLead: 'First show a passkey that you have, then make the new one.',
  addName: 'A name to know it by, such as “My phone”',
  addButton: 'Add',
  confirmButton: 'Confirm with a passkey',
  cancel: 'Back',
  sessions: 'Where you are signed in',
  sessionsLead: 'If there is one that you do not know, sign out elsewhere and remove the passkey that you do not know.',
  browser: 'Browser',
  unknownBrowser: 'Unknown',
  since: 'Signed in',
  thisSession: 'Here',
  signOutElsewhere: 'Sign out elsewhere',
  signOutElsewhereLead: 'You are signed out everywhere but in this browser. Your passkeys stay.',
  staffLead: 'Who may come in at this agency’s desk.',
  oneAdministrator:
    'This agency has one administrator only. Until there is a second, an account whose passkey is lost cannot be recovered. Invite a second administrator.',
  person: 'Name',
  role: 'Role',
  state: 'State',
  passkeyCount: 'Passkeys',
  open: 'Open',
  disabled: 'Disabled',
  you: 'you',
  actions: 'Actions',
  noKeys: 'No passkey opens this account',
  invite: 'Invite a colleague',
  inviteLead: 'You get a link that enrols one person, once, within a day. Give it to nobody but them.',
  inviteButton: 'Make the link with a passkey',
  link: 'One-time link',
  linkLead: 'It is shown this once and works for a day. Hand it over yourself.',
  copy: 'Copy',
  copied: 'Copied',
  recordLead: 'All that was done to who may get in, newest first. Nothing is ever taken out of it.',
  noRecord: 'Nothing has been recorded yet.',
  when: 'When',
  who: 'By',
  what: 'What',
  whom: 'About',
  backEnd: 'The agency’s own system',
  system: 'This server',
  recover: 'Account recovery',
  recoverLead: (name, openedBy) =>
    `${openedBy} has opened this for ${name}. Make a new passkey; all former passkeys of the account stop working.`,
  recoverButton: 'Make a new passkey',
  roles: { caseworker: 'Caseworker', administrator: 'Administrator' },
  acts: {
    disable: {
      name: 'Disable',
      lead: 'This colleague is signed out everywhere at once, and cannot sign in until you enable the account again. Cases stay.',
      button: 'Disable with a passkey',
    },
    enable: { name: 'Enable', lead: 'This colleague can sign in again with the passkeys that they have.', button: 'Enable with a passkey' },
    promote: {
      name: 'Make administrator',
      lead: 'This colleague will be able to invite others, and to disable and recover accounts.',
      button: 'Make administrator with a passkey',
    },
    demote: {
      name: 'Make caseworker',
      lead: 'This colleague stays a caseworker, and can no longer do anything to accounts.',
      button: 'Make caseworker with a passkey',
    },
    recover: {
      name: 'Recover',
      lead: 'Has this colleague lost their passkey? You get a link by which they make a new one, once; their former passkeys stop working. First make sure that it is them: face to face, or by video. Both your names stay in the record.',
      button: 'Make a recovery link with a passkey',
    },
  },
  events: {
    invited: 'Invitation',
    enrolled: 'Enrolment',
    disabled: 'Account disabled',
    enabled: 'Account enabled',
    'made-administrator': 'Made administrator',
    'made-caseworker': 'Made caseworker',
    'passkey-added': 'Passkey added',
    'passkey-removed': 'Passkey removed',
    'passkey-flagged': 'Passkey out of use: its counter had gone back',
    'recovery-opened': 'Recovery opened',
    recovered: 'Recovered with a new passkey',
    'event-sent-again': 'Undelivered event sent again',
    'event-set-aside': 'Undelivered event set aside',
  },
};

export const staffText: Readonly<Record<Language, StaffText>> = { fa, en };
