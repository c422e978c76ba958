import * as z from 'zod/mini';
import { attachmentList } from '../attachments/api-routes.ts';
import type { Operation, Parameter } from './operation.ts';

const caseNumber: Parameter = {
  ...{ in: 'path', name: 'caseNumber', isRequired: true },
  about: { fa: 'شمارهٔ پرونده.', en: 'The case number.' },
};

/** What citizens attached to signed forms. */
export const attachmentOperations: readonly Operation[] = [
  {
    ...{ id: 'listAttachments', method: 'get', path: '/daricheh/api/cases/{caseNumber}/attachments', group: 'receive' },
    title: { fa: 'پیوست‌های پرونده', en: 'A case’s attachments' },
    about: {
      fa: 'پرونده‌هایی که شهروند پیوست و امضا کرده است، هر یک با درهم (SHA-256) و اندازه.',
      en: 'The files that the citizen attached and signed, each with its hash (SHA-256) and size.',
    },
    parameters: [caseNumber],
    answers: [{ ...{ status: 200, about: { fa: 'پیوست‌ها.', en: 'The attachments.' } }, schema: attachmentList }],
    errors: ['not_found'],
  },
  {
    ...{ id: 'readAttachment', method: 'get', path: '/daricheh/api/cases/{caseNumber}/attachments/{id}', group: 'receive' },
    title: { fa: 'گرفتن یک پیوست', en: 'Get an attachment' },
    about: {
      fa: 'بایت‌های پرونده، همان که امضا شده است. آن را در مرورگر باز نکنید؛ ذخیره و بررسی کنید.',
      en: 'The bytes of the file, as they were signed. Do not open it in a browser; save it and examine it.',
    },
    parameters: [
      caseNumber,
      { ...{ in: 'path', name: 'id', isRequired: true }, about: { fa: 'شناسهٔ پیوست در فهرست.', en: 'The attachment’s id in the list.' } },
    ],
    answers: [
      { ...{ status: 200, about: { fa: 'بایت‌ها.', en: 'The bytes.' } }, schema: z.string(), mediaType: 'application/octet-stream' },
    ],
    errors: ['not_found'],
  },
];
