import { fa as check } from '../check/text/fa.ts';
import type { Text } from './text-shape.ts';

const digits = new Intl.NumberFormat('fa', { useGrouping: false });
const write = (number: number): string => digits.format(number);

/** Persian. */
export const fa: Text = {
  usage: [
    'daricheh check FILE|FOLDER [options]: فرمِ امضاشدهٔ ذخیره‌شده، رسید PDF یا سند آنچه فرستاده شد،',
    'یا همهٔ آن‌ها در یک پوشه را وارسی می‌کند، بی کمک هیچ‌کس.',
    '',
    'FILE                آن‌گونه که کیف ذخیره می‌کند (‎.json یا ‎.pdf)؛ پیوست‌ها در کنار آن با SHA-256 جسته می‌شوند',
    '--root FILE         گواهی‌های ریشه (PEM) که به آن‌ها اعتماد دارید؛ چند بار هم می‌شود. بی آن هیچ چیز معتبر خوانده نمی‌شود',
    '--trust-list FILE   فهرست اعتماد امضاشده به جای آن که در پرونده است؛ با --root',
    '--json              برای ماشین',
    '--lang fa|en        زبان گزارش',
    '',
    'کد پایان: ۰ معتبر، ۱ نامعتبر، ۲ ناخوانا، ۳ اثبات‌ناپذیر؛ از چند پرونده، بدترین.',
    '',
    'daricheh check-log SOURCE [options]: دفتر ثبت یک نهاد را از نخستین سطر تا آخرین وارسی می‌کند.',
    '',
    'SOURCE              نشانی نهاد (https://…)، پایگاه دادهٔ SQLite سرور (.db یا .sqlite)،',
    '                    یا پرونده‌ای که هر خط آن یک سطر دفتر است (JSON)، به ترتیب',
    '--checkpoint FILE   نشانی که نگه داشته‌اید؛ چند بار هم می‌شود. بی آن دیده نمی‌شود که همهٔ دفتر از نو نوشته شده باشد',
    '--root FILE         گواهی‌های ریشه (PEM) که مهر نهاد روی نشان‌ها باید زیر آن‌ها درست باشد',
    '--agency ID         کدام نهاد، اگر پایگاه داده چند دفتر دارد',
    '--lang fa|en        زبان گزارش',
    '',
    'کد پایان: ۰ اگر همه چیز درست باشد، ۱ اگر چیزی نادرست باشد، ۲ اگر چیزی وارسی نشد.',
  ].join('\n'),
  check,
  findings: {
    unreadable: ({ line }) => `خط ${write(line)} سطری از دفتر نیست.`,
    altered: ({ index }) => `سطر ${write(index)} عوض شده یا سطر دیگری جای آن آمده است: ریشهٔ کنار آن از سطرها به دست نمی‌آید.`,
    missing: ({ index, last }) => (index === last ? `سطر ${write(index)} نیست.` : `سطرهای ${write(index)} تا ${write(last)} نیستند.`),
    misplaced: ({ index }) => `سطر ${write(index)} سر جای خود نیست: افزوده یا جابه‌جا شده است.`,
    'clock-back': ({ index }) => `تاریخ سطر ${write(index)} پیش از سطر قبل است: ساعت را عقب برده‌اند.`,
    'cut-off': ({ index, last }) => `پایان دفتر بریده شده است: سطرهای ${write(index)} تا ${write(last)} پیش‌تر بوده‌اند.`,
    rewritten: ({ index, last }) =>
      `دفتر از سطر ${write(index)} تا ${write(last)} از نو نوشته شده است: با خودش می‌خواند، ولی با نشانی که نگه داشته شده نه.`,
    'split-view': ({ size }) => `دو نشان با ${write(size)} سطر یکی نیستند: به هر کس دفتر دیگری نشان داده‌اند.`,
    content: ({ index }) => `آنچه سطر ${write(index)} از آن می‌گوید عوض شده، یا بی آن که پاک‌شده ثبت شود دیگر نیست.`,
    seal: ({ name, what }) => `نشان ${name} مهر درست نهاد را ندارد (${what}).`,
  },
  size: (entries) => `شمار سطرها: ${write(entries)}`,
  root: (root) => `ریشه: ${root}`,
  erased: ({ on, entries }) => `${write(entries)} سطر: در ${on} پاک شد، هنوز در درخت است.`,
  checkpoint: ({ name, size, origin, issuedAt }) => `نشان ${name}: ${write(size)} سطر از ${origin}، در ${issuedAt}`,
  noRoot: 'مهر نشان‌ها وارسی نشد: گواهی ریشه داده نشده است (--root).',
  noCheckpoint: 'نشانی که نگه داشته باشید داده نشده است (--checkpoint): اگر همهٔ دفتر از نو نوشته شده باشد، دیده نمی‌شود.',
  holds: 'همه چیز درست است.',
  off: (findings) => `${write(findings)} چیز نادرست است.`,
  chooseAgency: (agencies) => `این پایگاه داده چند دفتر دارد؛ یکی را با --agency برگزینید: ${agencies.join('، ')}`,
  cannotRead: (source) => `${source} خوانده نشد.`,
};
