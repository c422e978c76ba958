import type { Language } from './sheet.ts';

/** Every word of a receipt's sheet but those of the form and of the checks. */
export type SheetWords = {
  readonly titleOf: (form: string) => string;
  readonly agency: string;
  readonly caseNumber: string;
  readonly received: string;
  readonly due: string;
  readonly signer: string;
  readonly onBehalfOf: string;
  readonly iranTime: string;
  readonly clocks: string;
  readonly receivedBy: string;
  readonly agencyClock: string;
  readonly signature: string;
  readonly stampedAt: (at: string) => string;
  readonly ownClock: string;
  readonly otherClock: string;
  readonly notStamped: string;
  readonly seal: string;
  /** What vouches for the time of the seal on this very file. */
  readonly sealStamped: string;
  readonly sealNotStamped: string;
  readonly sealWithoutAuthority: string;
  /** The form was signed in the language of the sheet, or in the other one. */
  readonly signedHere: string;
  readonly signedElsewhere: string;
  readonly hash: string;
  readonly inside: string;
  readonly files: Readonly<Record<'submission' | 'receipt' | 'evidence' | 'form', string>>;
  readonly howToCheck: string;
  /** Told where the agency serves the page that checks. */
  readonly steps: (checkPage: string) => readonly string[];
  readonly code: string;
  readonly missingGlyphs: string;
  readonly footer: (caseNumber: string, page: string, count: string) => string;
};

const fa: SheetWords = {
  titleOf: (form) => `رسید: ${form}`,
  agency: 'نهاد',
  caseNumber: 'شمارهٔ پرونده',
  received: 'رسیده در',
  due: 'مهلت پاسخ نهاد',
  signer: 'کد ملی امضاکننده',
  onBehalfOf: 'از طرف',
  iranTime: 'به وقت ایران',
  clocks: 'ساعتِ چه کسی',
  receivedBy: 'رسیدن فرم',
  agencyClock: 'ساعت خود نهاد',
  signature: 'امضای شهروند',
  stampedAt: (at) => `مهر زمان: ${at}`,
  ownClock: 'این ساعت از آنِ خود نهاد است.',
  otherClock: 'این ساعت از آنِ نهاد دیگری است.',
  notStamped: 'مهر زمان ندارد.',
  seal: 'مهر این فایل',
  sealStamped: 'مهر نهاد همراه با مهر زمان',
  sealNotStamped: 'مهر نهاد بدون مهر زمان: مرجع زمان هنگام ساختن این فایل پاسخ نداد. زمان مهر را فقط خود نهاد می‌گوید.',
  sealWithoutAuthority: 'مهر نهاد بدون مهر زمان: این نهاد مرجع زمان ندارد. زمان مهر را فقط خود نهاد می‌گوید.',
  signedHere: 'شهروند همین نوشته‌ها را به فارسی دید و امضا کرد.',
  signedElsewhere: 'شهروند این پاسخ‌ها را به انگلیسی دید و امضا کرد؛ اینجا همان‌ها به فارسی آمده است.',
  hash: 'چکیدهٔ آنچه امضا شد',
  inside: 'درون این فایل',
  files: {
    submission: 'فرم امضاشده، با گواهی‌ها و رضایت شهروند',
    receipt: 'رسید با مهر نهاد',
    evidence: 'مهر زمان و فهرست وضعیت گواهی‌ها در آن روز',
    form: 'تعریف فرم با مهر نهاد',
  },
  howToCheck: 'چگونه بررسی کنید',
  steps: (checkPage) => [
    '۱. فایل را در خواننده‌ای باز کنید که امضای PDF را می‌سنجد. مهر باید از آنِ همین نهاد باشد و فایل پس از آن تغییر نکرده باشد.',
    '۲. آنچه الزام‌آور است فایل‌های پیوست است و این برگه تنها نمایش آن‌هاست.',
    `۳. برای سنجش همهٔ امضاها، همین فایل را به صفحهٔ ${checkPage} بدهید؛ آن را ذخیره کنید تا بی‌اینترنت و بی‌نیاز به این نهاد کار کند. یا: daricheh check`,
    '۴. نسخهٔ چاپی به‌تنهایی چیزی را ثابت نمی‌کند. خود فایل را نگه دارید.',
  ],
  code: 'رمزینه: نشانی پرونده و چکیدهٔ رسید. راز پرونده در آن نیست.',
  missingGlyphs: 'نشان ◊ به جای نویسه‌ای است که قلم این برگه ندارد؛ خود آن در فایل پیوست هست.',
  footer: (caseNumber, page, count) => `پروندهٔ ${caseNumber}، صفحهٔ ${page} از ${count}`,
};

const en: SheetWords = {
  titleOf: (form) => `Receipt: ${form}`,
  agency: 'Agency',
  caseNumber: 'Case number',
  received: 'Received',
  due: 'Answer due',
  signer: 'Signer’s national ID',
  onBehalfOf: 'On behalf of',
  iranTime: 'Iran time',
  clocks: 'Whose clock',
  receivedBy: 'Arrival of the form',
  agencyClock: 'The agency’s own clock',
  signature: 'The citizen’s signature',
  stampedAt: (at) => `Time stamp: ${at}`,
  ownClock: 'That clock is the agency’s own.',
  otherClock: 'That clock is not the agency’s own.',
  notStamped: 'It has no time stamp.',
  seal: 'The seal on this file',
  sealStamped: 'The agency’s seal, with a time stamp',
  sealNotStamped:
    'The agency’s seal without a time stamp: the time-stamp authority did not answer when this file was made. When it was sealed, the agency alone says.',
  sealWithoutAuthority:
    'The agency’s seal without a time stamp: this agency has no time-stamp authority. When it was sealed, the agency alone says.',
  signedHere: 'The citizen saw and signed these very words in English.',
  signedElsewhere: 'The citizen saw and signed these answers in Persian; here they stand in English.',
  hash: 'Hash of what was signed',
  inside: 'Inside this file',
  files: {
    submission: 'The signed form, with its certificates and the citizen’s consent',
    receipt: 'The receipt under the agency’s seal',
    evidence: 'The time stamp, and the status list of that day',
    form: 'The form’s definition under the agency’s seal',
  },
  howToCheck: 'How to check it',
  steps: (checkPage) => [
    '1. Open the file in a reader that checks signatures of PDF. The seal must be this agency’s, and the file unchanged since.',
    '2. What binds are the attached files; this sheet only shows what they say.',
    `3. To check every signature, give this file to the page ${checkPage}: save it, and it works offline and without this agency. Or: daricheh check`,
    '4. A printed copy alone proves nothing. Keep the file itself.',
  ],
  code: 'The code: the case’s address and the receipt’s hash. The secret of the case is not in it.',
  missingGlyphs: 'The mark ◊ stands for a character that this sheet’s font lacks; the attached file has it.',
  footer: (caseNumber, page, count) => `Case ${caseNumber}, page ${page} of ${count}`,
};

export const sheetWords: Readonly<Record<Language, SheetWords>> = { fa, en };
