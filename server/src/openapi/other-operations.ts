import { documentTypeIds } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';
import { authorizationDecision } from '../issuer/authorizations.ts';
import { offerRequest } from '../issuer/offers.ts';
import { statusChange } from '../issuer/routes.ts';
import { plainSubmission } from '../submissions/receive-plain.ts';
import type { Operation, Parameter } from './operation.ts';

const handle: Parameter = {
  ...{ in: 'path', name: 'handle', isRequired: true },
  about: { fa: 'شناسه‌ای که با شهروند به صفحهٔ ورود شما آمد.', en: 'What came with the citizen to your sign-in page.' },
};
const subject = { given_name: 'سارا', family_name: 'رضایی', national_id: '9990000018' };

/** Issuing, receiving and the desk: what an agency's own system asks beside verification. */
export const otherOperations: readonly Operation[] = [
  {
    ...{ id: 'createOffer', method: 'post', path: '/daricheh/issuer/offers', group: 'issue' },
    title: { fa: 'دادن مدرک', en: 'Offer documents' },
    about: {
      fa: 'پیوندی برای گرفتن مدرک‌ها می‌سازد که ده دقیقه می‌ماند. آن را فقط به کسی نشان دهید که می‌دانید همان شخص است.',
      en: 'Makes a link by which documents are taken, which stands for ten minutes. Show it only to the person whom you know to be the subject.',
    },
    body: { schema: offerRequest, example: { subject, configurations: ['identity'] } },
    answers: [
      {
        ...{ status: 201, about: { fa: 'پیوند و نام آن.', en: 'The link, and its name.' } },
        schema: z.strictObject({ offerId: z.string(), offerUri: z.string(), txCode: z.optional(z.string()) }),
      },
    ],
    errors: ['not_found'],
  },
  {
    ...{ id: 'setStatus', method: 'post', path: '/daricheh/issuer/statuses', group: 'issue' },
    title: { fa: 'باطل یا معلق کردن', en: 'Revoke or suspend' },
    about: {
      fa: 'وضعیت همهٔ مدرک‌هایی را که با یک پیشنهاد داده شده تغییر می‌دهد.',
      en: 'Changes the status of everything that was issued on one offer.',
    },
    body: { schema: statusChange, example: { offerId: 'AAECAwQFBgcICQoLDA0ODw', status: 'suspended' } },
    answers: [
      { ...{ status: 200, about: { fa: 'شمار مدرک‌ها.', en: 'How many there are.' } }, schema: z.strictObject({ changed: z.int() }) },
    ],
    errors: ['not_found'],
  },
  {
    ...{ id: 'readAuthorization', method: 'get', path: '/daricheh/issuer/authorizations/{handle}', group: 'issue' },
    title: { fa: 'خواندن ورود', en: 'Read a sign-in' },
    about: {
      fa: 'کدام کیف چه مدرکی می‌خواهد، تا شهروند نزد شما وارد شود.',
      en: 'Which wallet wants which documents, for the citizen to sign in with you.',
    },
    parameters: [handle],
    answers: [
      {
        ...{ status: 200, about: { fa: 'آنچه خواسته شده.', en: 'What is wanted.' } },
        schema: z.strictObject({
          clientId: z.string(),
          configurations: z.array(z.enum(documentTypeIds)),
          issuerState: z.nullable(z.string()),
        }),
      },
    ],
    errors: ['not_found', 'authorization_unknown'],
  },
  {
    ...{ id: 'completeAuthorization', method: 'post', path: '/daricheh/issuer/authorizations/{handle}', group: 'issue' },
    title: { fa: 'پایان ورود', en: 'End a sign-in' },
    about: {
      fa: 'می‌گوید شهروند کیست و چه می‌گیرد، یا این که چیزی نمی‌گیرد. مرورگر را به redirectUri بفرستید.',
      en: 'Says who the citizen is and what they get, or that they get nothing. Send the browser on to redirectUri.',
    },
    parameters: [handle],
    body: { schema: authorizationDecision, example: { subject, configurations: ['identity'] } },
    answers: [
      {
        ...{ status: 200, about: { fa: 'مرورگر به کجا می‌رود.', en: 'Where the browser goes.' } },
        schema: z.strictObject({ redirectUri: z.string(), offerId: z.optional(z.string()) }),
      },
    ],
    errors: ['not_found', 'authorization_unknown'],
  },
  {
    ...{ id: 'handOverPlain', method: 'post', path: '/daricheh/plain-submissions', group: 'receive' },
    title: { fa: 'سپردن فرم بی‌امضا', en: 'Hand over an unsigned form' },
    about: {
      fa: 'فرمی را که سایت شما گرفت پرونده می‌کند. همان کلید دو بار، یک پرونده می‌سازد.',
      en: 'Makes a case of a form that your site received. The same key twice makes one case.',
    },
    parameters: [
      {
        ...{ in: 'header', name: 'Idempotency-Key', isRequired: true },
        about: { fa: '۸ تا ۱۲۸ نویسه، برای هر فرم یکی.', en: '8 to 128 characters, one for each form.' },
      },
    ],
    body: { schema: plainSubmission, example: { formTitle: 'پروانهٔ ساختمان', answers: [{ label: 'نام', value: 'سارا' }] } },
    answers: [200, 201].map((status) => ({
      ...{
        status,
        about:
          status === 201
            ? { fa: 'پرونده ساخته شد.', en: 'The case was made.' }
            : { fa: 'پیش‌تر ساخته شده بود.', en: 'It was there before.' },
      },
      schema: z.strictObject({ caseNumber: z.string(), dueAt: z.iso.datetime() }),
    })),
    errors: ['idempotency_key_required', 'idempotency_key_in_use', 'idempotency_key_reused'],
  },
  {
    ...{ id: 'readReceiptSheet', method: 'get', path: '/daricheh/api/cases/{caseNumber}/receipt.pdf', group: 'receive' },
    title: { fa: 'رسید به صورت PDF', en: 'Read a receipt as PDF' },
    about: {
      fa: 'رسید فرم امضاشده با مهر نهاد؛ خود فرم، رسید و شواهد درون آن است. با ?lang=en به انگلیسی، وگرنه به زبانی که شهروند امضا کرد.',
      en: 'The receipt of a signed form under the agency’s seal, with the form, the receipt and the evidence embedded; in the language that was signed, or as ?lang says.',
    },
    parameters: [
      { in: 'path', name: 'caseNumber', isRequired: true, about: { fa: 'شمارهٔ پرونده.', en: 'Number of the case.' } },
      { in: 'query', name: 'lang', isRequired: false, about: { fa: 'fa یا en.', en: 'fa or en.' } },
    ],
    answers: [{ ...{ status: 200, about: { fa: 'فایل PDF.', en: 'The PDF.' } }, schema: z.unknown(), mediaType: 'application/pdf' }],
    errors: ['not_found'],
  },
  {
    ...{ id: 'inviteCaseworker', method: 'post', path: '/daricheh/caseworker/enrolment-codes', group: 'desk' },
    title: { fa: 'دعوت کارشناس', en: 'Invite a caseworker' },
    about: {
      fa: 'کدی که یک کارشناس را یک بار و تا یک روز ثبت‌نام می‌کند: /daricheh/caseworker/enrol?code=…',
      en: 'A code that enrols one caseworker, once, within a day: /daricheh/caseworker/enrol?code=…',
    },
    answers: [{ ...{ status: 201, about: { fa: 'کد.', en: 'The code.' } }, schema: z.strictObject({ code: z.string() }) }],
    errors: [],
  },
];
