import type { WebhookEventType } from '@daricheh/shared/webhook';
import type { Language } from './text.ts';

/** Every sentence about events that could not be told to the agency's own system, in one language. */
export type EventText = {
  readonly events: string;
  readonly lead: string;
  readonly waiting: (count: string) => string;
  readonly none: string;
  readonly event: string;
  readonly lastAnswer: string;
  readonly noAnswer: string;
  readonly status: (status: string) => string;
  readonly tries: string;
  readonly behind: string;
  readonly actions: string;
  readonly sendAgain: string;
  readonly sendAllAgain: string;
  readonly setAside: string;
  readonly types: Readonly<Record<WebhookEventType, string>>;
};

const fa: EventText = {
  events: 'خبرهای نرسیده',
  lead: 'این سامانه هر رویداد پرونده را به سامانهٔ خود نهاد خبر می‌دهد. آنچه پس از دو روز کوشش نرسیده، یا سامانهٔ شما گفته دیگر نمی‌پذیرد (۴۱۰)، اینجاست، و خبرهای بعدی همان پرونده پشت آن مانده‌اند. عیب سامانهٔ خود را برطرف کنید و دوباره بفرستید؛ یا اگر دیگر لازم نیست، کنار بگذارید.',
  waiting: (count) => `در راه: ${count}`,
  none: 'همهٔ خبرها رسیده است.',
  event: 'رویداد',
  lastAnswer: 'آخرین پاسخ',
  noAnswer: 'پاسخی نیامد',
  status: (status) => `وضعیت ${status}`,
  tries: 'کوشش‌ها',
  behind: 'مانده پشت آن',
  actions: 'کارها',
  sendAgain: 'فرستادن دوباره',
  sendAllAgain: 'فرستادن دوبارهٔ همه',
  setAside: 'کنار گذاشتن',
  types: {
    'submission.received': 'فرم رسید',
    'receipt.issued': 'رسید داده شد',
    'case.changed': 'پرونده تغییر کرد',
    'case.amended': 'شهروند پرونده را اصلاح کرد',
    'case.withdrawn': 'شهروند پرونده را پس گرفت',
    'status.settled': 'گواهی امضاکننده دوباره بررسی شد',
    'signature.stamped': 'امضا مُهر زمان گرفت',
    'erasure.requested': 'شهروند پاک شدن پرونده را خواست',
    'erasure.refused': 'پاک شدن پذیرفته نشد',
    'case.erased': 'پرونده پاک شد',
  },
};

const en: EventText = {
  events: 'Undelivered events',
  lead: 'This server tells the agency’s own system of whatever happens to a case. What could not be delivered in two days of trying, or what your system answered with 410 (Gone), stands here, and later events of the same case wait behind it. Mend your system and send again; or set aside what is not wanted any more.',
  waiting: (count) => `On their way: ${count}`,
  none: 'Every event has been delivered.',
  event: 'Event',
  lastAnswer: 'Last answer',
  noAnswer: 'None came',
  status: (status) => `Status ${status}`,
  tries: 'Tries',
  behind: 'Waiting behind it',
  actions: 'Actions',
  sendAgain: 'Send again',
  sendAllAgain: 'Send all again',
  setAside: 'Set aside',
  types: {
    'submission.received': 'Form received',
    'receipt.issued': 'Receipt given',
    'case.changed': 'Case changed',
    'case.amended': 'Case amended by the citizen',
    'case.withdrawn': 'Case withdrawn by the citizen',
    'status.settled': 'Signer’s certificate looked up again',
    'signature.stamped': 'Signature time-stamped',
    'erasure.requested': 'Citizen asked for erasure',
    'erasure.refused': 'Erasure refused',
    'case.erased': 'Case erased',
  },
};

export const eventText: Readonly<Record<Language, EventText>> = { fa, en };
