import type { Section } from '../catalogue.ts';

/** Forms that were begun and not yet sent. */
export const drafts = {
  title: 'پیش‌نویس‌ها',
  help: 'فرم‌هایی که آغاز کرده‌اید و هنوز نفرستاده‌اید. در کیف شما قفل شده‌اند و پس از نود روز پاک می‌شوند.',
  untitled: 'فرم بی‌نام',
  beganAt: ({ beganAtMs, savedAtMs }: { beganAtMs: number; savedAtMs: number }, f) =>
    `آغاز: ${f.time(beganAtMs)} · آخرین نوشته: ${f.time(savedAtMs)}`,
  goOn: 'ادامه',
  goOnWith: ({ title }: { title: string }) => `ادامه: «${title}»`,
  remove: 'پاک کن',
  removeDraft: ({ title }: { title: string }) => `پاک کن: پیش‌نویس «${title}»`,
  removed: ({ title }: { title: string }) => `پیش‌نویس «${title}» پاک شد.`,
} satisfies Section;
