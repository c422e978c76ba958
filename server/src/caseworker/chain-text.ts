import type { CaseLink } from '../storage/store.ts';
import type { Language } from './text.ts';

/** Every sentence about cases that amend one another or withdraw it, in one language. */
export type ChainText = {
  readonly heading: string;
  readonly lead: string;
  readonly here: string;
  /** What a case says of the one before it. */
  readonly kinds: Readonly<Record<CaseLink['kind'], string>>;
  readonly amended: string;
  readonly withdrawn: string;
  readonly recorded: string;
  readonly changes: string;
  readonly noChange: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly missing: string;
};

const fa: ChainText = {
  heading: 'اصلاح‌ها و انصراف',
  lead: 'هر سطر فرمی است که شهروند امضا کرده و فرستاده است، قدیمی‌ترین در بالا.',
  here: 'همین پرونده',
  kinds: { amends: 'اصلاح پروندهٔ پیش از خود', withdraws: 'انصراف از پروندهٔ پیش از خود' },
  amended: 'شهروند این پرونده را اصلاح کرده است. دربارهٔ پروندهٔ تازه تصمیم بگیرید:',
  withdrawn: 'شهروند این پرونده را پس گرفته است. دربارهٔ آن تصمیمی گرفته نمی‌شود. انصراف امضاشده:',
  recorded: 'این انصراف است، نه درخواست. دربارهٔ آن تصمیمی گرفته نمی‌شود.',
  changes: 'چه چیزی عوض شده است',
  noChange: 'پاسخ‌ها و پیوست‌ها همان‌اند که بودند.',
  field: 'پرسش',
  before: 'پیش از این',
  after: 'اکنون',
  missing: 'ندارد',
};

const en: ChainText = {
  heading: 'Amendments and withdrawal',
  lead: 'Each line is a form that the citizen signed and sent; the oldest is at the top.',
  here: 'this case',
  kinds: { amends: 'Amends the case before it', withdraws: 'Withdraws the case before it' },
  amended: 'The citizen has amended this case. Decide on the new one:',
  withdrawn: 'The citizen has withdrawn this case. There is nothing to decide. The signed withdrawal:',
  recorded: 'This is a withdrawal, not a request. There is nothing to decide.',
  changes: 'What has changed',
  noChange: 'Answers and attachments are unchanged.',
  field: 'Question',
  before: 'Before',
  after: 'Now',
  missing: 'none',
};

export const chainText: Readonly<Record<Language, ChainText>> = { fa, en };
