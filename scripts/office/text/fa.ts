import type { OfficeText } from './text-shape.ts';

const digits = (text: string | number): string => String(text).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));

/** Persian. */
export const fa: OfficeText = {
  usage: [
    'npm run office -- certify REQUEST CERTIFICATE [options]: مهر یک نهاد را گواهی می‌کند.',
    '',
    'REQUEST        آنچه نهاد داده است (seal.csr.pem، از نوع PKCS #10)',
    'CERTIFICATE    جای گواهی؛ اگر از پیش هست و هنوز به کار می‌آید، دست نمی‌خورد',
    '--days N       برای چند روز؛ اگر نگویید ۳۶۵',
    '',
    'npm run office -- register REGISTRATION [options]: نهاد را در فهرست اعتماد می‌گذارد و ویرایش تازه را امضا می‌کند.',
    '',
    'REGISTRATION   آنچه نهاد داده است (registration.json)؛ جای نوشتهٔ پیشین همان نهاد را می‌گیرد',
    '',
    '--folder FOLDER  پوشهٔ دفتر: root.pem، root.key.pem، trust-list.jwt، trust-list/signer.{key,cert}.pem؛ اگر نگویید، دفتر نمایش',
    '--lang fa|en     زبان پاسخ',
    '',
    'پیش از هر دو: سایت از آنِ همین نهاد است؟ قانون می‌گذارد این‌ها را بخواهد؟ کسی در نشانی تماسش پاسخ می‌دهد؟',
    'کد پایان: ۰ انجام شد، ۱ نشد، ۲ فراخوانی نادرست یا پرونده‌ای که خوانده نمی‌شود.',
  ].join('\n'),
  certified: ({ origin, endsAt, file }) => `مهر ${origin} تا ${digits(endsAt)} گواهی شد: ${file}`,
  certifiedBefore: (file) => `${file} از پیش هست، برای همین کلید است و دست‌کم یک ماه دیگر اعتبار دارد. کاری نشد.`,
  registered: {
    new: ({ id, origins, serial }) => `${id} (${origins}) از ویرایش ${digits(serial)} در فهرست اعتماد است.`,
    changed: ({ id, origins, serial }) => `نوشتهٔ ${id} (${origins}) از ویرایش ${digits(serial)} تازه شد.`,
    none: ({ id, serial }) => `${id} همین‌گونه در ویرایش ${digits(serial)} هست. کاری نشد.`,
  },
  resembles: (origin) => `دوباره نگاه کنید: سایت آن با ${origin}، که از آنِ نهاد دیگری است، اشتباه گرفته می‌شود.`,
  problems: {
    'request-unreadable': (what) => `${what} درخواست گواهی (PKCS #10، PEM) نیست.`,
    'request-unsigned': (what) => `${what} را کلیدی که در آن آمده امضا نکرده است؛ شاید سازنده‌اش آن کلید را ندارد.`,
    'request-key': (what) => `کلید ${what} از نوع P-256 نیست.`,
    'request-site': (what) => `${what} باید یک سایت را، همان‌گونه که مرورگر می‌نویسد، به شکل URI نام ببرد: https://agency.example`,
    'other-certificate': (what) => `${what} از پیش هست و برای کلید دیگری است. جای دیگری را نام ببرید یا آن را جابه‌جا کنید.`,
    'registration-unreadable': (what) => `این برگهٔ ثبت نیست. جای نادرست: ${what}`,
    'registration-without-certificate': () => 'در برگهٔ ثبت گواهی‌ای نیامده است. نهاد نخست باید گواهی بگیرد.',
    'registration-conflict': (what) => `سایت یا گواهی‌ای از ${what} در این فهرست از آنِ نهاد دیگری است.`,
    'no-office': (what) => `${what} نیست. برای دفتر نمایش یک بار npm start را اجرا کنید، یا پوشهٔ دفتر را با --folder بگویید.`,
  },
  cannotRead: (file) => `${file} خوانده نمی‌شود.`,
};
