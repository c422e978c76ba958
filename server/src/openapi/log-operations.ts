import { consistencyPath, logPage, servedCheckpoint } from '@daricheh/shared/log';
import * as z from 'zod/mini';
import type { Operation, Parameter } from './operation.ts';

const number = (name: string, fa: string, en: string): Parameter => ({ in: 'query', name, isRequired: true, about: { fa, en } });

/** The agency's tamper-evident log: for auditors, who need no key. */
export const logOperations: readonly Operation[] = [
  {
    ...{ id: 'readCheckpoint', method: 'get', path: '/daricheh/log/checkpoint', group: 'audit', isPublic: true },
    title: { fa: 'نشان دفتر ثبت', en: 'The log’s checkpoint' },
    about: {
      fa: 'شمار سطرها و ریشهٔ درخت درهم (RFC 6962)، با مهر این نهاد (JWS). آن را نگه دارید: هر دفتری که بعداً نشان داده شود باید دنبالهٔ همین باشد.',
      en: 'The number of entries and the root of the hash tree (RFC 6962), under the agency’s seal (JWS). Keep it: whatever log is shown later must continue this one.',
    },
    answers: [{ ...{ status: 200, about: { fa: 'نشان.', en: 'The checkpoint.' } }, schema: servedCheckpoint }],
    errors: [],
  },
  {
    ...{ id: 'listLogEntries', method: 'get', path: '/daricheh/log/entries', group: 'audit', isPublic: true },
    title: { fa: 'سطرهای دفتر ثبت', en: 'The log’s entries' },
    about: {
      fa: 'تا هزار سطر، به ترتیب. هر سطر نوع، زمان و یک تعهد نمک‌زده دارد و از هیچ‌کس چیزی نمی‌گوید.',
      en: 'Up to a thousand entries, in order. Each holds its kind, its time and a salted commitment, and says nothing of anybody.',
    },
    parameters: [number('start', 'شمارهٔ نخستین سطر، از صفر.', 'Index of the first entry, counted from 0.')],
    answers: [{ ...{ status: 200, about: { fa: 'سطرها.', en: 'The entries.' } }, schema: logPage }],
    errors: [],
  },
  {
    ...{ id: 'proveInclusion', method: 'get', path: '/daricheh/log/inclusion', group: 'audit', isPublic: true },
    title: { fa: 'اثبات بودن یک سطر', en: 'Prove an entry' },
    about: {
      fa: 'نشان می‌دهد که یک سطر در درختی با این شمار سطر هست (RFC 9162، بخش ۲٫۱٫۳).',
      en: 'Shows that an entry stands in the tree of that many entries (RFC 9162, section 2.1.3).',
    },
    parameters: [
      number('index', 'شمارهٔ سطر.', 'Index of the entry.'),
      number('size', 'شمار سطرهای درخت.', 'Number of the tree’s entries.'),
    ],
    answers: [
      {
        ...{ status: 200, about: { fa: 'درهم‌ها، از پایین به بالا.', en: 'The hashes, from the entry up.' } },
        schema: z.strictObject({ index: z.int(), size: z.int(), path: z.array(z.string()) }),
      },
    ],
    errors: [],
  },
  {
    ...{ id: 'proveConsistency', method: 'get', path: '/daricheh/log/consistency', group: 'audit', isPublic: true },
    title: { fa: 'اثبات دنباله بودن', en: 'Prove that the log only grew' },
    about: {
      fa: 'نشان می‌دهد که درخت بزرگ‌تر با همهٔ سطرهای درخت کوچک‌تر آغاز می‌شود (RFC 9162، بخش ۲٫۱٫۴).',
      en: 'Shows that the larger tree begins with all entries of the smaller (RFC 9162, section 2.1.4).',
    },
    parameters: [
      number('from', 'شمار سطرهای درخت کوچک‌تر.', 'Number of the smaller tree’s entries.'),
      number('to', 'شمار سطرهای درخت بزرگ‌تر.', 'Number of the larger tree’s entries.'),
    ],
    answers: [{ ...{ status: 200, about: { fa: 'درهم‌ها.', en: 'The hashes.' } }, schema: consistencyPath }],
    errors: [],
  },
];
