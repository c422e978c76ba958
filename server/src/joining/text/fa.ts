import { sentenceOf } from './sentence-of.ts';
import type { Text } from './text-shape.ts';

const digits = (text: string | number): string => String(text).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));

/** Persian. */
export const fa: Text = {
  usage: [
    'npm run agency -- init FOLDER [options]: پوشهٔ نهاد تازه را می‌سازد: کلید، درخواست گواهی، رازها و تنظیمات.',
    '',
    '--id ID             نام کوتاه برای برنامه‌ها: a-z و 0-9 و -',
    '--origin ORIGIN     سایت شما، همان‌گونه که مرورگر می‌نویسد: https://agency.example',
    '--fa NAME --en NAME نام شما به فارسی و انگلیسی',
    '--like FILE         تنظیمات سرور دیگری که ریشه‌ها، فهرست اعتماد، کیف‌ها و ساعتش را برمی‌دارد. یا یک‌به‌یک بگویید:',
    '--root FILE  --trust-list URL  --wallet ORIGIN  --time-stamps URL',
    '--port N            درگاه سرور در همین ماشین؛ یکی پس از درگاه سایت، یا ۸۴۷۱',
    'آنچه از پیش هست دست نمی‌خورد و کلید هرگز عوض نمی‌شود.',
    '',
    'npm run agency -- register FOLDER --contact ADDRESS: آنچه را برای فهرست اعتماد می‌دهید می‌نویسد (registration.json).',
    '',
    'npm run agency -- serve FOLDER: برای آزمودن در همین ماشین: سرور شما، و پیش روی آن صفحه‌های پوشهٔ site/.',
    '',
    'npm run agency -- check FOLDER [--page URL]: می‌گوید چه کم است و چه باید کرد.',
    '',
    '--lang fa|en        زبان پاسخ',
    'کد پایان: ۰ انجام شد یا آماده است، ۱ نشد یا چیزی کم است، ۲ فراخوانی نادرست یا پرونده‌ای که خوانده نمی‌شود.',
  ].join('\n'),
  init: {
    made: {
      sealKey: (file) => `${file}  کلید مهر شما. از این پوشه بیرون نمی‌رود؛ رونوشتی در جای امن نگه دارید`,
      sealRequest: (file) => `${file}  درخواست گواهی آن: همین را به مرکز گواهی می‌دهید`,
      apiKey: (file) => `${file}  آنچه سامانهٔ شما به سرور نشان می‌دهد`,
      enrolmentCode: (file) => `${file}  نخستین مدیر را یک بار نام‌نویسی می‌کند`,
      roots: (file) => `${file}  ریشه‌هایی که باور دارید`,
      config: (file) => `${file}  تنظیمات سرور`,
    },
    kept: (file) => `${file}  از پیش بود و دست نخورد`,
    next: ({ sealRequest, sealCertificate }) =>
      `گام بعد: ${sealRequest} را به مرکز گواهی بدهید و گواهی را که می‌آید این‌جا بگذارید: ${sealCertificate}`,
  },
  register: {
    made: (file) => `${file}  نوشته شد. اگر چیز دیگری هم می‌خواهید بیفزایید و به دفتر فهرست اعتماد بدهید.`,
    kept: (file) => `${file}  همین گواهی را دارد و دست نخورد.`,
  },
  serve: (address) => `${address} را در مرورگری که کیف دارد باز کنید. با Ctrl-C پایان می‌یابد.`,
  checks: {
    folder: 'رازها را جز شما کسی نمی‌خواند و اسکریپت ساخته شده است.',
    seal: 'مهر برای سایت شما، زیر ریشه‌ای که باور دارید، گواهی شده است.',
    list: 'فهرست اعتماد سایت، گواهی و خواستهٔ شما را نام می‌برد.',
    forms: 'فرم‌ها آمادهٔ انتشارند.',
    site: 'سایت شما آنچه را از آنِ سرور است به آن می‌سپارد.',
    page: 'صفحه فرم را نام می‌برد و اسکریپت را با چکیده‌اش دارد.',
    time: 'امضاها مهر زمان می‌گیرند و ساعت این ماشین با ساعت مرجع می‌خواند.',
    webhook: 'جایی که رویدادها می‌روند کسی گوش می‌دهد.',
  },
  findings: {
    'readable-by-others': ({ file }) => ({ what: `دیگران هم در این ماشین ${file} را می‌خوانند.`, todo: `chmod 600 ${file}` }),
    'kit-missing': ({ file }) => ({ what: `اسکریپت ساخته نشده است: ${file}`, todo: 'npm run pack' }),
    'certificate-missing': ({ file }) => ({
      what: `مهر شما هنوز گواهی ندارد: ${file}`,
      todo: 'پروندهٔ seal.csr.pem را به مرکز گواهی بدهید و آنچه می‌آید همان‌جا بگذارید.',
    }),
    'certificate-refused': ({ code }) => ({
      what: `گواهی مهر پذیرفته نیست: ${sentenceOf(code, 'fa')}`,
      todo: 'گواهی همین کلید است؟ root.pem همان ریشه‌ای است که زیر آن صادر شده؟ از مرکز گواهی دیگری بخواهید.',
    }),
    'certificate-of-other-site': ({ origin }) => ({
      what: `گواهی مهر نام ${origin} را ندارد.`,
      todo: 'پوشه را با --origin درست بسازید و با درخواست تازه گواهی بگیرید.',
    }),
    'certificate-ends': ({ days }) => ({
      what: `گواهی مهر تا ${digits(days)} روز دیگر پایان می‌یابد.`,
      todo: 'با همان seal.csr.pem گواهی بعدی را بگیرید و دوباره register را اجرا کنید: فهرست مدتی هر دو را نام می‌برد.',
    }),
    'agency-unusable': ({ reason }) => ({ what: `سرور با این پرونده‌ها آغاز نمی‌شود: ${reason}`, todo: 'آنچه نام برده شده است درست کنید.' }),
    'list-none': () => ({
      what: 'در تنظیمات فهرست اعتمادی نیست؛ پس هیچ مدرکی باور نمی‌شود.',
      todo: 'نشانی انتشار فهرست را با نام "trustListUrl" در server.json بنویسید.',
    }),
    'list-refused': ({ code }) => ({
      what: `فهرست اعتماد به دست نمی‌آید یا پذیرفته نیست: ${sentenceOf(code, 'fa')}`,
      todo: 'نشانی درست است و این ماشین به آن می‌رسد؟ root.pem همان ریشه‌ای است که فهرست زیر آن امضا شده؟',
    }),
    'list-late': () => ({ what: 'زمان فهرست اعتماد گذشته است.', todo: 'ویرایش بعدی نزد دفتر است؛ این ماشین باید به آن برسد.' }),
    'origin-not-listed': ({ origin }) => ({
      what: `فهرست اعتماد ${origin} را نام نمی‌برد؛ پس کیف‌ها آن‌جا چیزی امضا نمی‌کنند.`,
      todo: 'دستور register را اجرا کنید، registration.json را به دفتر بدهید و منتظر ویرایش بعدی بمانید.',
    }),
    'certificate-not-listed': () => ({
      what: 'فهرست اعتماد سایت شما را با گواهی دیگری نام می‌برد؛ پس کیف‌ها فرم‌هایتان را باور نمی‌کنند.',
      todo: 'دستور register را دوباره اجرا کنید تا این گواهی افزوده شود و registration.json را دوباره بدهید.',
    }),
    'use-not-listed': () => ({
      what: 'ثبت نشده است که شما می‌پرسید چه کسی امضا کرده است.',
      todo: 'در registration.json کاربرد "submission" باید باشد، همان‌گونه که register می‌نویسد. دوباره بدهیدش.',
    }),
    'address-not-listed': ({ address }) => ({
      what: `فهرست اعتماد نمی‌گذارد پاسخ‌ها به این نشانی بروند: ${address}`,
      todo: 'این نشانی باید در addresses.responseUris و addresses.requestUris در registration.json باشد. دوباره بدهیدش.',
    }),
    'no-form': () => ({ what: 'هنوز فرمی نیست.', todo: 'فرم را در پرونده‌ای شرح دهید و آن را در "formFiles" در server.json نام ببرید.' }),
    'site-silent': ({ address }) => ({
      what: `کسی در این نشانی پاسخ نمی‌دهد: ${address}`,
      todo: 'سرور و وب‌سرور خود را روشن کنید؛ برای آزمودن در همین ماشین: npm run agency -- serve FOLDER',
    }),
    'not-handed-on': ({ address, status }) => ({
      what: `پاسخ ${address} کد ${digits(status)} است و از آنِ سرور نیست.`,
      todo: 'وب‌سرور شما باید /daricheh/ و /.well-known/ را با همان سرآیند Host که مرورگر فرستاده است به سرور بسپارد.',
    }),
    'other-form': ({ id }) => ({ what: `سروری که روشن است فرم ${id} را نمی‌شناسد.`, todo: 'سرور را دوباره روشن کنید.' }),
    'page-without-form': ({ address }) => ({
      what: `هیچ فرمی در ${address} نمی‌گوید تعریفش کجاست.`,
      todo: 'در <form> آن بنویسید data-daricheh-form="/daricheh/forms/…"؛ شناسه همان است که در form.json آمده. صفحهٔ دیگر: --page URL',
    }),
    'page-without-tag': ({ address, tag }) => ({ what: `صفحهٔ ${address} اسکریپت را ندارد، یا نسخهٔ دیگری را دارد.`, todo: tag }),
    'page-tag-without-digest': ({ address, tag }) => ({
      what: `${address} هر اسکریپتی را که بیاید می‌پذیرد. با چکیده، مرورگر همین بایت‌ها را می‌پذیرد یا هیچ:`,
      todo: tag,
    }),
    'time-none': () => ({
      what: 'امضاها مهر زمان نمی‌گیرند و با پایان گواهی‌ها چیزی را ثابت نمی‌کنند.',
      todo: 'در server.json با نام "timeStampsFrom" مرجعی را بنویسید که فهرست اعتماد نام می‌برد.',
    }),
    'time-silent': ({ address }) => ({
      what: `از این نشانی مهر زمانی که فهرست باور دارد به دست نمی‌آید: ${address}`,
      todo: 'این ماشین به آن می‌رسد و فهرست نامش را دارد؟ تا آن وقت فرم‌ها بی‌آن پذیرفته می‌شوند و بعد می‌گیرندش.',
    }),
    'clock-off': () => ({
      what: 'ساعت این ماشین بیش از پنج دقیقه با ساعت مرجع فرق دارد: مهر زمان پذیرفته نمی‌شود و پاسخ کیف‌ها هم نخواهد شد.',
      todo: 'هماهنگی زمان (NTP) را روشن کنید.',
    }),
    'webhook-silent': ({ url }) => ({
      what: `کسی در این نشانی پاسخ نمی‌دهد: ${url}`,
      todo: 'آنچه آن‌جا گوش می‌دهد روشن کنید؛ رویدادها تا آن وقت می‌مانند.',
    }),
  },
  ready: 'چیزی کم نیست: فرم‌ها را می‌شود امضا کرد.',
  missing: (count) => (count === 1 ? 'یک چیز کم است.' : `${digits(count)} چیز کم است.`),
  problems: {
    'origin-invalid': (what) =>
      `${what} نشانی سایت به شکلی که مرورگر می‌نویسد نیست: https://agency.example، بی‌خط کج در پایان. http تنها برای نام‌های زیر .localhost است.`,
    'id-invalid': (what) => `${what} نام کوتاه نیست: نخست یک حرف، سپس a-z و 0-9 و -.`,
    'contact-invalid': (what) => `${what} نشانی‌ای نیست که کسی در آن پاسخ دهد: mailto:… یا tel:… یا https://…`,
    'option-missing': (what) => `${what} نیامده است. این دستور بی‌هیچ چیزی می‌گوید چه می‌خواهد.`,
    'other-agency': (what) => `این پوشه از آنِ ${what} است. پوشهٔ دیگری را نام ببرید؛ چیزی دست نخورد.`,
    'config-invalid': (what) => what,
    'several-agencies': (what) => `${what} برای چند نهاد است؛ این دستور برای یکی است.`,
    'key-unusable': (what) => `${what} کلید P-256 (PKCS #8، PEM) نیست. دست نخورد.`,
    'certificate-missing': (what) => `${what} نیست. seal.csr.pem را به مرکز گواهی بدهید و آنچه می‌آید همان‌جا بگذارید.`,
    'certificate-of-other-key': (what) => `${what} گواهی کلید دیگری جز کلید مهر است.`,
    'registration-unreadable': (what) => `${what} دیگر برگهٔ ثبت نیست. درستش کنید، یا جابه‌جایش کنید و دوباره اجرا کنید.`,
    'not-this-machine': (what) =>
      `${what} سایت همین ماشین (مانند http://agency.localhost:8480) نیست. سرور را با npm run server، پشت وب‌سرور خود، روشن کنید.`,
    'no-pages': (what) => `${what} نیست: صفحه‌ای را که فرم دارد با نام index.html آن‌جا بگذارید.`,
  },
  cannotRead: (file) => `${file} خوانده نمی‌شود.`,
};
