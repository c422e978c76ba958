import type { Section } from '../catalogue.ts';

/** What the citizen states without a document. */
export const facts = {
  title: 'گفته‌های من',
  intro:
    'آنچه هیچ نهادی گواهی نکرده است و خودتان می‌گویید، مثل شمارهٔ شبا یا شغل. یک بار بنویسید؛ در فرم‌ها همه‌جا با نشان «گفتهٔ خودتان» پر می‌شود.',
  emptyTitle: 'هنوز چیزی نگفته‌اید',
  emptyHelp: 'با شمارهٔ شبا یا شغل آغاز کنید.',
  add: 'افزودن',
  addTitle: 'افزودن گفته',
  editTitle: ({ label }: { label: string }) => `ویرایش ${label}`,
  what: 'چه چیز',
  choose: 'برگزینید',
  value: 'مقدار',
  dateHelp: 'مثلاً ۱۳۶۴/۰۷/۰۵',
  edit: 'ویرایش',
  remove: 'برداشتن',
  removed: ({ label }: { label: string }) => `${label} برداشته شد.`,
  undo: 'برگردان',
  declared: 'گفتهٔ خودتان',
  declaredAt: ({ atMs }: { atMs: number }, f) => `نوشته‌شده در ${f.date(atMs)}`,
  alsoIssued: 'مدرکی هم این را گواهی می‌کند؛ در فرم‌ها آن به کار می‌رود.',
  groupIssued: 'آنچه مدرک هم دارد',
  groupPerson: 'خود شما',
  groupBirth: 'تولد',
  groupFamily: 'خانواده',
  groupAddress: 'نشانی',
  groupContact: 'تماس',
  groupDocuments: 'مدارک',
  groupWork: 'کار',
  groupMoney: 'بانک',
  groupVehicle: 'خودرو',
} satisfies Section;
