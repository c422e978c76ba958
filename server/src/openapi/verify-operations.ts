import type { ErrorCode } from '@daricheh/shared/errors';
import {
  answeredResult,
  apiRequest,
  apiRequestOpened,
  apiResponse,
  apiResult,
  heldPresentation,
  verifiedResult,
} from '../agency-api/shapes.ts';
import type { Operation, Parameter } from './operation.ts';

const id: Parameter = {
  ...{ in: 'path', name: 'id', isRequired: true },
  about: { fa: 'شناسه‌ای که هنگام درخواست گرفتید.', en: 'The id that you were given with the request.' },
};

const documents = [{ document: 'identity', data: ['given-name', 'national-id'], optional: ['family-name'] }];

/** What a presentation can be refused with. */
const presentationErrors: readonly ErrorCode[] = [
  'vp_token_malformed',
  'query_not_satisfied',
  'credential_malformed',
  'mdoc_invalid',
  'credential_signature_invalid',
  'credential_type_unexpected',
  'issuer_not_trusted',
  'certificate_chain_invalid',
  'certificate_expired',
  'credential_expired',
  'credential_not_yet_valid',
  'credential_revoked',
  'credential_suspended',
  'status_list_unreachable',
  'status_list_invalid',
  'kb_invalid',
  'nonce_invalid',
  'session_reused',
];

/** Asking for documents, and verifying them. */
export const verifyOperations: readonly Operation[] = [
  {
    ...{ id: 'openRequest', method: 'post', path: '/daricheh/api/requests', group: 'verify' },
    title: { fa: 'خواستن مدرک', en: 'Ask for documents' },
    about: {
      fa: 'درخواستی با مهر این نهاد می‌سازد که پنج دقیقه می‌ماند. یا مدرک‌ها را با شناسه‌های واژگان نام ببرید (documents) یا یکی از کاربردهای ثبت‌شدهٔ این نهاد را (use). با کانال dc_api آنچه در request آمده به مرورگر داده می‌شود؛ با کانال link شهروند پیوند را در همان مرورگر دنبال می‌کند.',
      en: 'Makes a request under this agency’s seal, which stands for five minutes. Name the documents by ids of the vocabulary (documents), or a use that is registered for the agency (use). Channel dc_api gives a request for the browser’s Digital Credentials API; channel link gives a link for the citizen to follow in the same browser.',
    },
    body: { schema: apiRequest, example: { channel: 'link', documents, returnTo: '/back-from-the-wallet' } },
    answers: [{ status: 201, about: { fa: 'درخواست باز است.', en: 'The request is open.' }, schema: apiRequestOpened }],
    errors: ['use_not_registered', 'too_much_asked'],
  },
  {
    ...{ id: 'readResult', method: 'get', path: '/daricheh/api/requests/{id}', group: 'verify' },
    title: { fa: 'خواندن نتیجه', en: 'Read the result' },
    about: {
      fa: 'نتیجهٔ درخواست با پیوند. نتیجه یک بار خوانده می‌شود و سپس نیست. کد پاسخ (response_code) را مرورگر شهروند به نشانی برگشت شما می‌آورد؛ بی آن نتیجه داده نمی‌شود تا پیوندی که برای دیگری فرستاده شده چیزی نگوید.',
      en: 'The result of a request by link. It can be read once, and is gone afterwards. The citizen’s browser brings response_code to your returnTo; without it nothing is told, so that a link sent to somebody else reveals nothing.',
    },
    parameters: [
      id,
      {
        ...{ in: 'query', name: 'response_code', isRequired: false },
        about: { fa: 'از نشانی برگشت؛ برای خواندن مدرک‌ها لازم است.', en: 'From the address of the way back; needed to read documents.' },
      },
    ],
    answers: [{ status: 200, about: { fa: 'نتیجه، یا هنوز منتظر.', en: 'The result, or still pending.' }, schema: apiResult }],
    errors: ['not_found', 'response_withheld'],
  },
  {
    ...{ id: 'checkResponse', method: 'post', path: '/daricheh/api/requests/{id}/response', group: 'verify' },
    title: { fa: 'بررسی پاسخ مرورگر', en: 'Check what the browser gave' },
    about: {
      fa: 'پاسخی را که navigator.credentials.get داد (data.response) بررسی می‌کند. درخواست با پاسخ درست بسته می‌شود؛ نتیجه همین جا داده می‌شود و نگه داشته نمی‌شود.',
      en: 'Checks what navigator.credentials.get gave (data.response). A good answer closes the request; the result is given here and is not kept.',
    },
    parameters: [id],
    body: { schema: apiResponse, example: { response: 'eyJhbGciOiJFQ0RILUVTIi…' } },
    answers: [{ status: 200, about: { fa: 'مدرک‌ها، یا نه‌ی شهروند.', en: 'The documents, or the citizen’s no.' }, schema: answeredResult }],
    errors: ['unknown_state', 'jwe_decrypt_failed', ...presentationErrors],
  },
  {
    ...{ id: 'verify', method: 'post', path: '/daricheh/api/verify', group: 'verify' },
    title: { fa: 'بررسی مدرکی که دارید', en: 'Verify what you hold' },
    about: {
      fa: 'مدرکی را که خودتان گرفته‌اید با یک درخواست بررسی می‌کند: پرسش (documents یا dcql_query)، نانسی که ساختید، و مبدأ صفحه (origin) یا شناسهٔ کامل شما (audience). اگر درخواست شما transaction_data داشت همان متن‌ها را هم بفرستید: کیف باید همین‌ها را امضا کرده باشد، نه کمتر و نه بیشتر. برای mdoc کلید رمز درخواست (encryption_key، اگر پاسخ رمزشده بود) و، اگر پاسخ به نشانی شما فرستاده شد، response_uri هم لازم است. هر نانس یک بار به کار می‌آید.',
      en: 'Verifies in one call a presentation that you received yourself: what you asked (documents or dcql_query), the nonce that you made, and the origin of your page (origin) or your whole client id (audience). Did the request carry transaction_data, send the same texts along: the wallet must have signed these and no others. For an mdoc, send the key of your request too (encryption_key, when the answer was encrypted) and, when the answer was posted to you, the response_uri. A nonce counts once.',
    },
    body: {
      schema: heldPresentation,
      example: {
        ...{
          vp_token: { identity: ['eyJ0eXAiOiJkYytzZC1qd3QiLC…~…'] },
          nonce: 'a-nonce-that-you-made',
          origin: 'https://agency.example',
          documents,
        },
      },
    },
    answers: [{ status: 200, about: { fa: 'همهٔ قاعده‌ها برقرار بود.', en: 'Every rule held.' }, schema: verifiedResult }],
    errors: ['invalid_request', 'too_much_asked', 'invalid_transaction_data', 'transaction_data_mismatch', ...presentationErrors],
  },
];
