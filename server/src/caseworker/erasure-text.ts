import type { Language } from './text.ts';

/** Every sentence about erasing cases, in one language. */
export type ErasureText = {
  readonly tab: string;
  readonly none: string;
  readonly heading: string;
  readonly asked: (day: string) => string;
  readonly lead: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly refuse: string;
  readonly erase: string;
  readonly confirm: string;
  readonly confirmLead: string;
  readonly confirmButton: string;
  readonly erased: (day: string) => string;
  readonly erasedLead: string;
};

const fa: ErasureText = {
  tab: 'درخواست پاک شدن',
  none: 'کسی پاک شدن پرونده‌اش را نخواسته است.',
  heading: 'شهروند پاک شدن این پرونده را خواسته است',
  asked: (day) => `درخواست در ${day}`,
  lead: 'اگر قانون نگه داشتن این پرونده را می‌خواهد، درخواست را رد کنید و بنویسید کدام قانون و تا کی. شهروند همین را می‌خواند.',
  reason: 'چرا پاک نمی‌شود',
  reasonHint: 'برای رد درخواست لازم است.',
  refuse: 'رد درخواست',
  erase: 'پاک کردن پرونده…',
  confirm: 'پاک کردن پرونده',
  confirmLead:
    'پاسخ‌ها، امضا، رسید، یادداشت‌ها و هر چه از این پرونده نگه داشته‌اید برای همیشه پاک می‌شود و برنمی‌گردد. تنها شماره، نام فرم و تاریخ‌ها می‌ماند، و دفتر ثبت که از کسی چیزی نمی‌گوید. اگر سامانهٔ خود نهاد هم رونوشتی دارد، آن را جداگانه پاک کنید.',
  confirmButton: 'برای همیشه پاک کن',
  erased: (day) => `این پرونده در ${day} پاک شد.`,
  erasedLead: 'از محتوای آن چیزی نمانده است. سطرهای دفتر ثبت سر جای خود هستند و هنوز ثابت می‌کنند که چیزی جابه‌جا نشده است.',
};

const en: ErasureText = {
  tab: 'Erasure requests',
  none: 'Nobody has asked to have a case erased.',
  heading: 'The citizen asks to have this case erased',
  asked: (day) => `Asked on ${day}`,
  lead: 'If the law wants this case kept, refuse, and write which law, and until when. The citizen reads just that.',
  reason: 'Why it is not erased',
  reasonHint: 'Needed for a refusal.',
  refuse: 'Refuse',
  erase: 'Erase the case…',
  confirm: 'Erase the case',
  confirmLead:
    'The answers, the signature, the receipt, notes and whatever else you hold of this case are erased for good, and cannot be had back. Only the number, the form’s name and the dates stay, and the log, which says nothing of anybody. If the agency’s own system holds a copy, erase it there too.',
  confirmButton: 'Erase for good',
  erased: (day) => `This case was erased on ${day}.`,
  erasedLead: 'Nothing of what it held is left. The log’s entries stand where they stood, and still prove that nothing was moved.',
};

export const erasureText: Readonly<Record<Language, ErasureText>> = { fa, en };
