import * as z from 'zod/mini';
import { caseForSystem, outboxReport } from '../outbox/shapes.ts';
import type { Operation, Parameter } from './operation.ts';

const event: Parameter = {
  ...{ in: 'path', name: 'id', isRequired: true },
  about: { fa: 'شناسهٔ رویداد، همان webhook-id.', en: 'Id of the event: its webhook-id.' },
};
const done = { status: 200, about: { fa: 'انجام شد.', en: 'Done.' }, schema: z.strictObject({}) };

/** Cases, and the events by which an agency's own system is told of them. */
export const eventOperations: readonly Operation[] = [
  {
    ...{ id: 'readCase', method: 'get', path: '/daricheh/api/cases/{caseNumber}', group: 'receive' },
    title: { fa: 'خواندن پرونده', en: 'Read a case' },
    about: {
      fa: 'پرونده با آنچه به آن سپرده شده. خبرها (webhook) فقط شماره و پیوند دارند؛ محتوا را از اینجا بخوانید.',
      en: 'The case with what was submitted to it. Webhooks hold ids and links alone; what they are about is read here.',
    },
    parameters: [{ in: 'path', name: 'caseNumber', isRequired: true, about: { fa: 'شمارهٔ پرونده.', en: 'The case number.' } }],
    answers: [{ ...{ status: 200, about: { fa: 'پرونده.', en: 'The case.' } }, schema: caseForSystem }],
    errors: ['not_found'],
  },
  {
    ...{ id: 'listUndelivered', method: 'get', path: '/daricheh/api/events', group: 'receive' },
    title: { fa: 'خبرهای نرسیده', en: 'List undelivered events' },
    about: {
      fa: 'خبرهایی که پس از دو روز کوشش به سامانهٔ شما نرسیده‌اند، با وضعیت آخرین پاسخ. خبرهای بعدی همان پرونده پشت آن‌ها می‌مانند.',
      en: 'Events that could not be delivered to your system in two days of trying, with the status of the last answer. Later events of the same case wait behind them.',
    },
    answers: [{ ...{ status: 200, about: { fa: 'خبرها.', en: 'The events.' } }, schema: outboxReport }],
    errors: [],
  },
  {
    ...{ id: 'sendEventAgain', method: 'post', path: '/daricheh/api/events/{id}/send-again', group: 'receive' },
    title: { fa: 'فرستادن دوباره', en: 'Send an event again' },
    about: { fa: 'با همان شناسه، از همین دم.', en: 'Under the same id, from now on.' },
    parameters: [event],
    answers: [done],
    errors: ['event_unknown'],
  },
  {
    ...{ id: 'setEventAside', method: 'post', path: '/daricheh/api/events/{id}/set-aside', group: 'receive' },
    title: { fa: 'کنار گذاشتن خبر', en: 'Set an event aside' },
    about: {
      fa: 'دیگر فرستاده نمی‌شود؛ خبرهای بعدی همان پرونده راه می‌افتند.',
      en: 'It is not sent any more; later events of the case go on.',
    },
    parameters: [event],
    answers: [done],
    errors: ['event_unknown'],
  },
];
