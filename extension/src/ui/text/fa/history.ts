import type { Section } from '../catalogue.ts';

/** The ledger: everything that left the wallet. */
export const history = {
  title: 'تاریخچه',
  intro:
    'هر بار که چیزی از کیف شما بیرون رفته: به چه کسی، چه چیز، کی و چرا. از خود مقدارها تنها نام کسی این‌جا می‌ماند که از طرف او امضا کرده‌اید.',
  emptyTitle: 'هنوز چیزی از کیف شما بیرون نرفته است',
  emptyHelp: 'وقتی وارد سایتی شوید، فرمی پر کنید یا امضا کنید، این‌جا نوشته می‌شود.',
  presentation: 'نشان دادن',
  fill: 'پر کردن فرم',
  submission: 'امضا و فرستادن',
  kind: 'چگونه',
  receiver: 'به چه کسی',
  datum: 'چه چیز',
  all: 'همه',
  none: 'با این گزینش چیزی نیست.',
  unregistered: 'ثبت‌نشده',
  noPurpose: 'دلیلی گفته نشد',
  why: 'چرا',
  what: 'چه چیزهایی',
  from: 'از کجا',
  said: 'گفتهٔ خودتان',
  saidOn: ({ atMs }: { atMs: number }, f) => `گفتهٔ خودتان در ${f.date(atMs)}`,
  issued: ({ document, issuer, atMs }: { document: string; issuer: string; atMs: number }, f) => `${document} (${issuer}، ${f.date(atMs)})`,
  unknownOutcome: 'پاسخ نیامد؛ شاید رسیده باشد.',
  case: ({ number }: { number: string }) => `پروندهٔ ${number}`,
  export: 'ذخیره در فایل',
  count: ({ count }: { count: number }, f) => `${f.number(count)} مورد`,
} satisfies Section;
