import type { Language } from '../caseworker/text.ts';
import type { OperationGroup } from './operation.ts';

export type DocsText = {
  readonly title: string;
  readonly lead: string;
  readonly key: string;
  readonly machine: string;
  readonly otherLanguage: string;
  readonly contents: string;
  readonly example: string;
  readonly parameters: string;
  readonly body: string;
  readonly answer: string;
  readonly errors: string;
  readonly name: string;
  readonly kind: string;
  readonly needed: string;
  readonly yes: string;
  readonly no: string;
  readonly code: string;
  readonly status: string;
  readonly sentence: string;
  readonly allErrors: string;
  readonly vocabulary: string;
  readonly vocabularyLead: string;
  readonly datum: string;
  readonly path: string;
  readonly groups: Readonly<Record<OperationGroup, string>>;
};

const fa: DocsText = {
  title: 'راهنمای برنامه‌نویسان نهاد',
  lead: 'هر سامانه‌ای که HTTP و JSON بداند می‌تواند مدرک بخواهد، بررسی کند و بدهد؛ زبان برنامه‌نویسی مهم نیست.',
  key: 'هر درخواست کلید API این نهاد را در سرآیند Authorization: Bearer … می‌آورد. این کلید را در صفحه‌های وب نگذارید.',
  machine: 'توصیف OpenAPI 3.1',
  otherLanguage: 'English',
  contents: 'در این صفحه',
  example: 'نمونه',
  parameters: 'پارامترها',
  body: 'آنچه می‌فرستید',
  answer: 'آنچه می‌گیرید',
  errors: 'خطاها',
  name: 'نام',
  kind: 'نوع',
  needed: 'لازم',
  yes: 'بله',
  no: 'نه',
  code: 'کد',
  status: 'وضعیت',
  sentence: 'جمله',
  allErrors: 'خطاهای همهٔ درخواست‌ها',
  vocabulary: 'واژگان',
  vocabularyLead: 'مدرک‌ها و داده‌های هر یک، با شناسه‌ای که در documents به کار می‌رود و جایی که در مدرک دارند.',
  datum: 'داده',
  path: 'جای آن در مدرک',
  groups: {
    verify: 'خواستن و بررسی مدرک',
    issue: 'دادن مدرک',
    receive: 'گرفتن فرم',
    desk: 'میز کارشناس',
    audit: 'دفتر ثبت، برای هر که بخواهد وارسی کند (بی‌کلید)',
  },
};

const en: DocsText = {
  title: 'For the agency’s developers',
  lead: 'Any system that speaks HTTP and JSON can ask for documents, verify them and issue them, in whatever language it is written.',
  key: 'Each request carries the agency’s API key in the header Authorization: Bearer … Never put it into a web page.',
  machine: 'OpenAPI 3.1 description',
  otherLanguage: 'فارسی',
  contents: 'On this page',
  example: 'Example',
  parameters: 'Parameters',
  body: 'What you send',
  answer: 'What you get',
  errors: 'Errors',
  name: 'Name',
  kind: 'Kind',
  needed: 'Needed',
  yes: 'yes',
  no: 'no',
  code: 'Code',
  status: 'Status',
  sentence: 'Sentence',
  allErrors: 'Errors of any request',
  vocabulary: 'Vocabulary',
  vocabularyLead: 'The documents and the data in each: the ids that stand in documents, and where each datum stands in the document.',
  datum: 'Datum',
  path: 'Where it stands',
  groups: {
    verify: 'Ask for documents and verify them',
    issue: 'Issue documents',
    receive: 'Receive forms',
    desk: 'The caseworkers’ desk',
    audit: 'The log, for whoever audits it (no key needed)',
  },
};

export const docsText: Readonly<Record<Language, DocsText>> = { fa, en };
