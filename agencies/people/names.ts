/** Names in Persian and Latin letters, as a passport writes them. None stands for a real person. */
type Name = readonly [persian: string, latin: string];

export const femaleNames: readonly Name[] = [
  ['مریم', 'Maryam'],
  ['فاطمه', 'Fatemeh'],
  ['نسرین', 'Nasrin'],
  ['شیرین', 'Shirin'],
  ['پریسا', 'Parisa'],
  ['الهه', 'Elaheh'],
  ['نرگس‌خاتون', 'Nargeskhatoon'],
  ['آناهیتا', 'Anahita'],
  ['گل‌اندام', 'Golandam'],
  ['رؤیا', 'Roya'],
  ['سحر', 'Sahar'],
  ['ژاله', 'Jaleh'],
];

export const maleNames: readonly Name[] = [
  ['علی', 'Ali'],
  ['امیرحسین', 'Amirhossein'],
  ['محمدرضا', 'Mohammadreza'],
  ['کیان', 'Kian'],
  ['یوسف', 'Yousef'],
  ['سیدمجتبی', 'Seyedmojtaba'],
  ['بهرام', 'Bahram'],
  ['داریوش', 'Dariush'],
  ['خسرو', 'Khosrow'],
  ['حبیب‌الله', 'Habibollah'],
  ['پویا', 'Pouya'],
  ['ژوبین', 'Zhoubin'],
];

export const familyNames: readonly Name[] = [
  ['کریمی', 'Karimi'],
  ['یزدانی', 'Yazdani'],
  ['حسینی کوهستانی', 'Hosseini Kouhestani'],
  ['مرادی', 'Moradi'],
  ['کاشف‌نیا', 'Kashefnia'],
  ['صفایی', 'Safaei'],
  ['آقابابایی', 'Aghababaei'],
  ['نیک‌اندیش', 'Nikandish'],
  ['گیلانی‌پور', 'Gilanipour'],
  ['ذوالفقاری', 'Zolfaghari'],
  ['ضیائیان', 'Ziaeian'],
  ['قنبری', 'Ghanbari'],
];

/** City and province. */
export const cities: readonly (readonly [city: string, province: string])[] = [
  ['تهران', 'تهران'],
  ['مشهد', 'خراسان رضوی'],
  ['اصفهان', 'اصفهان'],
  ['شیراز', 'فارس'],
  ['تبریز', 'آذربایجان شرقی'],
  ['رشت', 'گیلان'],
  ['کرمان', 'کرمان'],
  ['یزد', 'یزد'],
  ['سنندج', 'کردستان'],
  ['اهواز', 'خوزستان'],
  ['کرج', 'البرز'],
  ['زاهدان', 'سیستان و بلوچستان'],
];

export const streets: readonly string[] = [
  'خیابان شریعتی، کوچهٔ نسترن',
  'بلوار کشاورز، کوچهٔ یکم',
  'خیابان باغ‌ملی، بن‌بست لاله',
  'میدان مادر، خیابان سروش',
  'شهرک ارم، بلوک ۱۲',
  'خیابان هفده‌شهریور، کوچهٔ یاس',
];

export const occupations: readonly string[] = [
  'آموزگار',
  'پرستار',
  'حسابدار',
  'کشاورز',
  'مهندس برق',
  'نانوا',
  'برنامه‌نویس',
  'کتابدار',
  'دندان‌پزشک',
  'قالی‌باف',
];

export const employers: readonly string[] = ['مدرسهٔ نمونه', 'بیمارستان نمونه', 'شرکت نمونه‌سازان', 'تعاونی نمونه', 'خویش‌فرما'];
