import type { Recheck } from '../storage/rechecks.ts';
import type { CaseState } from '../storage/store.ts';
import type { DeskState } from './change-case.ts';

export type Language = 'fa' | 'en';

/** `taken`: of the list on which the submission was taken. `asOf`, `at`: of the list that says more, and when it was read; empty while there is none. */
export type RecheckTimes = { readonly taken: string; readonly asOf: string; readonly at: string };

/** Every sentence of the caseworkers' pages in one language. */
export type Text = {
  readonly direction: 'rtl' | 'ltr';
  readonly desk: string;
  readonly otherLanguage: string;
  readonly signIn: string;
  readonly signInLead: string;
  readonly signInButton: string;
  readonly signOut: string;
  readonly enrol: string;
  readonly enrolLead: string;
  readonly enrolName: string;
  readonly enrolButton: string;
  readonly waiting: string;
  readonly noPasskeys: string;
  readonly ceremonyStopped: string;
  readonly noScript: string;
  readonly inHand: string;
  readonly decided: string;
  readonly nothingInHand: string;
  readonly nothingDecided: string;
  readonly exportList: string;
  readonly number: string;
  readonly case: string;
  readonly state: string;
  readonly due: string;
  readonly received: string;
  readonly signature: string;
  readonly verified: string;
  readonly unsigned: string;
  readonly verifiedLead: string;
  readonly unsignedLead: string;
  readonly seen: string;
  /** What the sources under the answers are worth. */
  readonly seenNote: string;
  readonly signer: string;
  readonly back: string;
  readonly answers: string;
  readonly attachments: string;
  readonly attachmentsNote: string;
  readonly bytes: (bytes: string) => string;
  readonly checks: string;
  readonly receipt: string;
  readonly receiptLead: string;
  readonly receiptSheet: string;
  readonly receiptInvalid: string;
  readonly history: string;
  readonly whatNow: string;
  readonly sentence: string;
  readonly sentenceHint: string;
  readonly nothingToDo: string;
  readonly toCitizen: string;
  readonly today: string;
  readonly daysLeft: (days: string) => string;
  readonly daysLate: (days: string) => string;
  readonly states: Readonly<Record<CaseState, string>>;
  readonly actions: Readonly<Record<DeskState, string>>;
  /** A submission that was taken on a list that was not fresh: the mark in the list, and what is said above the answers. */
  readonly recheckBadges: Readonly<Record<Recheck['state'], string>>;
  readonly rechecks: Readonly<Record<Recheck['state'], (times: RecheckTimes) => string>>;
  /** The same where it is the mandate that does not hold, under which somebody signed for another. */
  readonly mandateRechecks: Readonly<Record<Exclude<Recheck['state'], 'waiting' | 'valid'>, (times: RecheckTimes) => string>>;
  readonly onBehalfOf: (name: string) => string;
  /** By the kinds of events that bring a case into no other state. */
  readonly events: Readonly<
    Record<
      | `status-${Exclude<Recheck['state'], 'waiting'>}`
      | `mandate-${Exclude<Recheck['state'], 'waiting' | 'valid'>}`
      | `time-stamp-${'renewed' | 'unprovable'}`
      | `erasure-${'requested' | 'refused'}`
      | 'time-stamped'
      | 'erased',
      string
    >
  >;
  /** By the names of the steps in a receipt's report, where they hold and where they do not. */
  readonly steps: Readonly<Record<string, string>>;
  readonly missing: Readonly<Record<string, string>>;
};

const fa: Text = {
  direction: 'rtl',
  desk: 'میز کارشناس',
  otherLanguage: 'English',
  signIn: 'ورود کارشناس',
  signInLead: 'با کلید عبوری که هنگام ثبت‌نام ساختید وارد شوید. گذرواژه‌ای در کار نیست.',
  signInButton: 'ورود با کلید عبور',
  signOut: 'خروج',
  enrol: 'ثبت‌نام کارشناس',
  enrolLead: 'نام خود را بنویسید و یک کلید عبور روی این دستگاه بسازید. این کد یک بار به کار می‌آید.',
  enrolName: 'نام شما، چنان که همکاران می‌بینند',
  enrolButton: 'ساختن کلید عبور',
  waiting: 'منتظر کلید عبور…',
  noPasskeys: 'این مرورگر کلید عبور ندارد. مرورگر خود را به‌روز کنید.',
  ceremonyStopped: 'کلید عبور تأیید نشد. دوباره بکوشید.',
  noScript: 'برای کلید عبور باید جاوااسکریپت روشن باشد.',
  inHand: 'در دست',
  decided: 'پایان‌یافته',
  nothingInHand: 'پرونده‌ای در انتظار نیست.',
  nothingDecided: 'هنوز پرونده‌ای به پایان نرسیده است.',
  exportList: 'دریافت کل این فهرست برای صفحه‌گسترده (CSV)',
  number: 'شمارهٔ پرونده',
  case: 'پرونده',
  state: 'وضعیت',
  due: 'مهلت',
  received: 'رسیده در',
  signature: 'امضا',
  verified: 'امضای درست',
  unsigned: 'بی‌امضا',
  verifiedLead: 'همهٔ بررسی‌ها درست بود: آنچه می‌بینید همان است که شهروند دید و امضا کرد.',
  unsignedLead: 'این فرم امضا ندارد. هویت فرستنده و درستی پاسخ‌ها را جداگانه بررسی کنید.',
  seen: 'آنچه شهروند دید و امضا کرد',
  seenNote: 'کد ملی را این سامانه خود بررسی کرده است. سرچشمهٔ پاسخ‌های دیگر را کیف شهروند گفته و شهروند امضا کرده است.',
  signer: 'کد ملی امضاکننده',
  back: 'همهٔ پرونده‌ها',
  answers: 'پاسخ‌ها',
  attachments: 'پیوست‌ها',
  attachmentsNote:
    'این پرونده‌ها همان‌اند که شهروند امضا کرده است. آن‌ها را ذخیره کنید و با برنامهٔ به‌روز باز کنید؛ دریچه محتوایشان را تأیید نمی‌کند.',
  bytes: (bytes) => `${bytes} بایت`,
  checks: 'چه چیزهایی بررسی شد',
  receipt: 'رسید',
  receiptLead: 'رسیدی که با مهر این نهاد به شهروند داده شد.',
  receiptSheet: 'ذخیرهٔ رسید به صورت PDF',
  receiptInvalid: 'مهر رسید درست نیست. این پرونده را به مدیر سامانه نشان دهید.',
  history: 'گذشتهٔ پرونده',
  whatNow: 'گام بعد',
  sentence: 'چند کلمه برای شهروند',
  sentenceHint: 'برای درخواست مدرک و برای رد لازم است. شهروند همین را می‌خواند.',
  nothingToDo: 'این پرونده به پایان رسیده است.',
  toCitizen: 'به شهروند:',
  today: 'امروز',
  daysLeft: (days) => `${days} روز مانده`,
  daysLate: (days) => `${days} روز گذشته`,
  states: {
    received: 'رسیده',
    'in-review': 'در بررسی',
    'more-needed': 'منتظر شهروند',
    approved: 'پذیرفته',
    refused: 'ردشده',
    amended: 'اصلاح‌شده',
    withdrawn: 'پس‌گرفته',
    recorded: 'ثبت انصراف',
  },
  actions: {
    'in-review': 'شروع بررسی',
    'more-needed': 'درخواست مدرک بیشتر',
    approved: 'پذیرفتن',
    refused: 'رد کردن',
  },
  recheckBadges: {
    waiting: 'امضا، در انتظار استعلام',
    valid: 'امضای درست',
    revoked: 'گواهی باطل‌شده',
    suspended: 'گواهی تعلیق‌شده',
  },
  rechecks: {
    waiting: ({ taken }) =>
      `امضا درست است، ولی هنگام رسیدن فرم ثبت احوال پاسخ نداد و باطل نبودن گواهی از فهرست ${taken} دانسته شد. سامانه خودش دوباره می‌پرسد؛ اگر شتابی نیست، تا آن هنگام تصمیم نگیرید.`,
    valid: ({ asOf, at }) =>
      `هنگام رسیدن فرم ثبت احوال پاسخ نداد. ${at} دوباره پرسیده شد: گواهی در فهرست ${asOf} معتبر است. همهٔ بررسی‌ها درست بود.`,
    revoked: ({ taken, asOf, at }) =>
      `گواهی امضا باطل شده است. فرم با فهرست ${taken} پذیرفته شد؛ ${at} دوباره پرسیده شد و در فهرست ${asOf} گواهی باطل است. معلوم نیست که هنگام امضا معتبر بوده باشد.`,
    suspended: ({ taken, asOf, at }) =>
      `گواهی امضا تعلیق شده است. فرم با فهرست ${taken} پذیرفته شد؛ ${at} دوباره پرسیده شد و در فهرست ${asOf} گواهی در تعلیق است. معلوم نیست که هنگام امضا معتبر بوده باشد.`,
  },
  mandateRechecks: {
    revoked: ({ taken, asOf, at }) =>
      `نمایندگی باطل شده است. فرم با فهرست ${taken} پذیرفته شد؛ ${at} دوباره پرسیده شد و در فهرست ${asOf} نمایندگی باطل است. معلوم نیست که هنگام امضا معتبر بوده باشد.`,
    suspended: ({ taken, asOf, at }) =>
      `نمایندگی تعلیق شده است. فرم با فهرست ${taken} پذیرفته شد؛ ${at} دوباره پرسیده شد و در فهرست ${asOf} نمایندگی در تعلیق است. معلوم نیست که هنگام امضا معتبر بوده باشد.`,
  },
  onBehalfOf: (name) => `به نمایندگی از ${name}`,
  events: {
    'mandate-revoked': 'استعلام دوبارهٔ نمایندگی: باطل‌شده. به شهروند گفته شد.',
    'mandate-suspended': 'استعلام دوبارهٔ نمایندگی: تعلیق‌شده. به شهروند گفته شد که علت را بپرسد و دوباره امضا کند.',
    'status-valid': 'استعلام دوبارهٔ گواهی: معتبر',
    'status-revoked': 'استعلام دوبارهٔ گواهی: باطل‌شده. به شهروند گفته شد که دوباره امضا کند.',
    'status-suspended': 'استعلام دوبارهٔ گواهی: تعلیق‌شده. به شهروند گفته شد که علت را بپرسد و دوباره امضا کند.',
    'time-stamped': 'امضا مهر زمان گرفت.',
    'time-stamp-renewed': 'مهر زمان امضا پیش از پایان اعتبارش تازه شد.',
    'time-stamp-unprovable':
      'زمان این امضا را دیگر نمی‌توان ثابت کرد: مهر زمان تا وقتی که گواهی امضاکننده معتبر بود نرسید، یا پیش از پایان اعتبارش تازه نشد.',
    'erasure-requested': 'شهروند پاک شدن پرونده را خواست.',
    'erasure-refused': 'پاک شدن پرونده پذیرفته نشد.',
    erased: 'پرونده پاک شد.',
  },
  steps: {
    manifest: 'آنچه امضا شده خوانا و یکتاست.',
    form: 'فرم و نسخهٔ آن همان است که این نهاد منتشر کرده است.',
    terms: 'هدف، گیرندگان، مدت نگهداری و هزینه همان است که این نهاد گفته است.',
    answers: 'هر پاسخ به پرسشی از فرم است و به شکل درست.',
    attachments: 'پیوست‌ها همان‌اند که فرم می‌خواهد، و هیچ لازمی کم نیست.',
    time: 'زمان امضا با ساعت این نهاد می‌خواند.',
    request: 'درخواست امضا را همین نهاد داده است.',
    'request-open': 'درخواست امضا یک بار به کار رفته است.',
    credential: 'گواهی امضا از ثبت احوال و از آنِ امضاکننده است.',
    status: 'گواهی امضا باطل نشده است.',
    certificate: 'گواهی کلید به ریشهٔ اعتماد می‌رسد.',
    signature: 'امضا روی همین پاسخ‌هاست.',
    view: 'شهروند همین نوشته‌ها را دیده است.',
    passkey: 'شهروند با کلید عبور خود رضایت داده است.',
    subject: 'امضاکننده همان کسی است که باید امضا می‌کرد.',
    mandate: 'امضاکننده گواهی نمایندگی کسی را دارد که فرم دربارهٔ اوست.',
    'mandate-status': 'نمایندگی باطل نشده است.',
    earlier: 'پرونده‌ای که اصلاح یا پس گرفته شده، از آنِ همین امضاکننده و هنوز باز بود.',
    'time-stamp': 'امضا مهر زمان دارد.',
    'time-stamp-independent': 'ساعت مهر زمان از آنِ نهاد دیگری است.',
  },
  missing: {
    'status-fresh': 'ثبت احوال پاسخ نداد؛ باطل نبودن گواهی از آخرین فهرست دانسته شد.',
    'mandate-status-fresh': 'صادرکننده پاسخ نداد؛ باطل نبودن نمایندگی از آخرین فهرست دانسته شد.',
    'time-stamp': 'مرجع زمان پاسخ نداد؛ سامانه مهر زمان را خودش بعداً می‌گیرد.',
    'time-stamp-independent': 'ساعت مهر زمان از آنِ همین نهاد است.',
  },
};

const en: Text = {
  direction: 'ltr',
  desk: 'Caseworker’s desk',
  otherLanguage: 'فارسی',
  signIn: 'Caseworker sign-in',
  signInLead: 'Sign in with the passkey that you made when you enrolled. There is no password.',
  signInButton: 'Sign in with a passkey',
  signOut: 'Sign out',
  enrol: 'Caseworker enrolment',
  enrolLead: 'Write your name and make a passkey on this device. The code works once.',
  enrolName: 'Your name, as colleagues will see it',
  enrolButton: 'Make a passkey',
  waiting: 'Waiting for the passkey…',
  noPasskeys: 'This browser has no passkeys. Update your browser.',
  ceremonyStopped: 'The passkey was not confirmed. Try again.',
  noScript: 'Passkeys need JavaScript to be on.',
  inHand: 'In hand',
  decided: 'Closed',
  nothingInHand: 'No case is waiting.',
  nothingDecided: 'No case has been closed yet.',
  exportList: 'Download all of this list for a spreadsheet (CSV)',
  number: 'Case number',
  case: 'Case',
  state: 'State',
  due: 'Due',
  received: 'Received',
  signature: 'Signature',
  verified: 'Verified',
  unsigned: 'Unsigned',
  verifiedLead: 'Every check held: what you see is what the citizen saw and signed.',
  unsignedLead: 'This form is not signed. Check who sent it, and the answers, by other means.',
  seen: 'What the citizen saw and signed',
  seenNote:
    'The national ID was checked here. Where the other answers came from is what the citizen’s wallet says, under the citizen’s signature.',
  signer: 'Signer’s national ID',
  back: 'All cases',
  answers: 'Answers',
  attachments: 'Attachments',
  attachmentsNote:
    'These files are the very ones that the citizen signed. Save them and open them with a program that is up to date; Daricheh does not vouch for what they say.',
  bytes: (bytes) => `${bytes} bytes`,
  checks: 'What was checked',
  receipt: 'Receipt',
  receiptLead: 'The receipt that the citizen was given under the agency’s seal.',
  receiptSheet: 'Save the receipt as PDF',
  receiptInvalid: 'The receipt’s seal does not hold. Show this case to your administrator.',
  history: 'History',
  whatNow: 'Next step',
  sentence: 'A sentence to the citizen',
  sentenceHint: 'Needed to ask for more and to refuse. The citizen reads exactly this.',
  nothingToDo: 'This case is closed.',
  toCitizen: 'To the citizen:',
  today: 'Today',
  daysLeft: (days) => `${days} days left`,
  daysLate: (days) => `${days} days late`,
  states: {
    received: 'Received',
    'in-review': 'In review',
    'more-needed': 'Waiting for the citizen',
    approved: 'Approved',
    refused: 'Refused',
    amended: 'Amended',
    withdrawn: 'Withdrawn',
    recorded: 'Withdrawal recorded',
  },
  actions: {
    'in-review': 'Take into review',
    'more-needed': 'Ask for more',
    approved: 'Approve',
    refused: 'Refuse',
  },
  recheckBadges: {
    waiting: 'Signed, status awaited',
    valid: 'Verified',
    revoked: 'Certificate revoked',
    suspended: 'Certificate suspended',
  },
  rechecks: {
    waiting: ({ taken }) =>
      `The signature holds, but the registry did not answer when the form came: that the certificate was not revoked is known from the list of ${taken}. The server asks again by itself; where there is no hurry, decide after that.`,
    valid: ({ asOf, at }) =>
      `The registry did not answer when the form came. It was asked again on ${at}: the certificate is valid in the list of ${asOf}. Every check held.`,
    revoked: ({ taken, asOf, at }) =>
      `The signing certificate has been revoked. The form was taken on the list of ${taken}; the registry was asked again on ${at}, and in the list of ${asOf} the certificate is revoked. It is not known to have been valid when the form was signed.`,
    suspended: ({ taken, asOf, at }) =>
      `The signing certificate is suspended. The form was taken on the list of ${taken}; the registry was asked again on ${at}, and in the list of ${asOf} the certificate is suspended. It is not known to have been valid when the form was signed.`,
  },
  mandateRechecks: {
    revoked: ({ taken, asOf, at }) =>
      `The mandate has been revoked. The form was taken on the list of ${taken}; the issuer was asked again at ${at}, and by its list of ${asOf} the mandate is revoked. Nobody knows whether it was valid when the form was signed.`,
    suspended: ({ taken, asOf, at }) =>
      `The mandate is suspended. The form was taken on the list of ${taken}; the issuer was asked again at ${at}, and by its list of ${asOf} the mandate is suspended. Nobody knows whether it was valid when the form was signed.`,
  },
  onBehalfOf: (name) => `on behalf of ${name}`,
  events: {
    'mandate-revoked': 'Mandate looked up again: revoked. The citizen was told.',
    'mandate-suspended': 'Mandate looked up again: suspended. The citizen was told to ask why and to sign again.',
    'status-valid': 'Certificate looked up again: valid',
    'status-revoked': 'Certificate looked up again: revoked. The citizen was told to sign again.',
    'status-suspended': 'Certificate looked up again: suspended. The citizen was told to ask why and to sign again.',
    'time-stamped': 'The signature was time-stamped.',
    'time-stamp-renewed': 'The time stamp of the signature was renewed before it would have ended.',
    'time-stamp-unprovable':
      'When it was signed can no longer be proven: the time stamp did not come while the signer’s certificate was valid, or was not renewed in time.',
    'erasure-requested': 'The citizen asked to have the case erased.',
    'erasure-refused': 'Erasure was refused.',
    erased: 'The case was erased.',
  },
  steps: {
    manifest: 'What was signed can be read in one way only.',
    form: 'The form and its version are the ones that the agency published.',
    terms: 'Purpose, recipients, retention and fee are what the agency said.',
    answers: 'Each answer is to a question of the form, in its proper form.',
    attachments: 'The attachments are what the form asks for, and no required one is missing.',
    time: 'The time of signing agrees with the agency’s clock.',
    request: 'The request to sign was this agency’s own.',
    'request-open': 'The request to sign was used once.',
    credential: 'The signing certificate is from the civil registry and belongs to the signer.',
    status: 'The signing certificate has not been revoked.',
    certificate: 'The key’s certificate leads to the root of trust.',
    signature: 'The signature is over these very answers.',
    view: 'The citizen saw these very words.',
    passkey: 'The citizen agreed with their own passkey.',
    subject: 'The signer is who was to sign.',
    mandate: 'The signer holds a mandate from whom the form is about.',
    'mandate-status': 'The mandate is not revoked.',
    earlier: 'The case that is amended or withdrawn was this signer’s own, and still open.',
    'time-stamp': 'The signature is time-stamped.',
    'time-stamp-independent': 'The clock of the time stamp is not this agency’s own.',
  },
  missing: {
    'status-fresh': 'The registry did not answer, so its last list was used.',
    'mandate-status-fresh': 'The issuer of the mandate did not answer, so its last list was used.',
    'time-stamp': 'The time-stamp authority did not answer; the server gets the time stamp later by itself.',
    'time-stamp-independent': 'The clock of the time stamp is this agency’s own.',
  },
};

export const text: Readonly<Record<Language, Text>> = { fa, en };
