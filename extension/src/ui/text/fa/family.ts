import type { Section } from '../catalogue.ts';

/** The citizen's family: what they say of each member, and where a form asks about one. */
export const family = {
  title: 'خانواده',
  intro:
    'فرم‌ها گاهی دربارهٔ پدر، مادر، همسر یا فرزند هم می‌پرسند. آنچه این‌جا بنویسید گفتهٔ خودتان است و هیچ نهادی گواهی‌اش نکرده است. رمزشده روی همین دستگاه می‌ماند، تا خودتان فرمی را با آن پر کنید.',
  emptyTitle: 'هنوز کسی را نیفزوده‌اید',
  emptyHelp: 'هرکس را یک بار بنویسید؛ دریچه خانه‌های فرم را که دربارهٔ اوست پر می‌کند.',
  add: 'افزودن عضو خانواده',
  addTitle: 'افزودن عضو خانواده',
  editTitle: ({ name }: { name: string }) => `ویرایش ${name}`,
  relation: 'نسبت با شما',
  father: 'پدر',
  mother: 'مادر',
  partner: 'همسر',
  child: 'فرزند',
  onlyName: 'فقط نام لازم است؛ باقی را هر وقت خواستید بنویسید.',
  edit: 'ویرایش',
  editOf: ({ name }: { name: string }) => `ویرایش ${name}`,
  remove: 'برداشتن',
  removeOf: ({ name }: { name: string }) => `برداشتن ${name}`,
  removed: ({ name }: { name: string }) => `${name} برداشته شد.`,
  undo: 'برگردان',
  uncertified: 'گفتهٔ خودتان؛ بی‌گواهی نهادها',
  notSaid: 'نگفته‌ام',
  whichChild: 'برای کدام فرزند؟',
  whichPartner: 'برای کدام همسر؟',
  datumOf: ({ datum, relation }: { datum: string; relation: string }) => `${datum} (${relation})`,
} satisfies Section;
