import type { IdentityClaims, Person } from './person.ts';

/** What is written by hand about a person; numbers, portrait and facts that nobody cares about are drawn by the generator. */
export type Sketch = {
  readonly id: string;
  readonly about: Person['about'];
  readonly claims: Omit<
    IdentityClaims,
    'national_id' | 'birth_certificate_number' | 'age_over_18' | 'portrait' | 'phone_number' | 'email' | 'fictitious' | 'address'
  > & {
    readonly address: Omit<IdentityClaims['address'], 'postal_code'>;
    readonly birth_certificate_number?: string;
    readonly phone_number?: string;
  };
  readonly declared: Pick<Person['declared'], 'marital-status' | 'organization-title' | 'organization'>;
};

/** The six to whom the civil registry has written a letter: one ordinary citizen and five whom forms tend to forget. */
export const letterSketches: readonly Sketch[] = [
  {
    id: 'sara-rezaei',
    about: { fa: 'نشانی با ممیز: کوچهٔ ۱۲/۳، پلاک ۴۵/۱', en: 'Slashes in the address: alley 12/3, number 45/1' },
    claims: {
      given_name: 'سارا',
      family_name: 'رضایی',
      given_name_latin: 'Sara',
      family_name_latin: 'Rezaei',
      father_name: 'محمود',
      father_name_latin: 'Mahmoud',
      birthdate: '1985-04-12',
      birth_certificate_number: '4417',
      place_of_birth: { locality: 'تهران' },
      sex: 'female',
      nationality: 'IR',
      address: { street_address: 'خیابان شریعتی، کوچهٔ ۱۲/۳، پلاک ۴۵/۱، واحد ۷', locality: 'تهران', region: 'تهران', country: 'IR' },
    },
    declared: { 'marital-status': 'married', 'organization-title': 'معمار', organization: 'مهندسان مشاور نمونه' },
  },
  {
    id: 'golbakht',
    about: { fa: 'تنها یک نام دارد، بی نام خانوادگی', en: 'Has one name only, and no family name' },
    claims: {
      given_name: 'گل‌بخت',
      given_name_latin: 'Golbakht',
      father_name: 'نورمحمد',
      father_name_latin: 'Noormohammad',
      birthdate: '1991-11-03',
      place_of_birth: { locality: 'هرات' },
      sex: 'female',
      nationality: 'AF',
      address: { street_address: 'بلوار توس، توس ۵۷، پلاک ۱۸', locality: 'مشهد', region: 'خراسان رضوی', country: 'IR' },
    },
    declared: { 'marital-status': 'single', 'organization-title': 'خیاط', organization: 'خویش‌فرما' },
  },
  {
    id: 'arash-kabiri',
    about: { fa: 'زادهٔ ۳۰ اسفند، روزی که هر سال نیست', en: 'Born on 30 Esfand, a day that not every year has' },
    claims: {
      given_name: 'آرش',
      family_name: 'کبیری',
      given_name_latin: 'Arash',
      family_name_latin: 'Kabiri',
      father_name: 'هوشنگ',
      father_name_latin: 'Houshang',
      birthdate: '1997-03-20',
      place_of_birth: { locality: 'شیراز' },
      sex: 'male',
      nationality: 'IR',
      address: { street_address: 'خیابان قصردشت، کوچهٔ ۴۲، پلاک ۹', locality: 'شیراز', region: 'فارس', country: 'IR' },
    },
    declared: { 'marital-status': 'single', 'organization-title': 'عکاس', organization: 'خویش‌فرما' },
  },
  {
    id: 'mahin-daneshvar',
    about: { fa: 'نام پدر در شناسنامه‌اش نیست', en: 'No father is named in the birth certificate' },
    claims: {
      given_name: 'مهین',
      family_name: 'دانشور',
      given_name_latin: 'Mahin',
      family_name_latin: 'Daneshvar',
      birthdate: '1973-12-31',
      birth_certificate_number: '20',
      place_of_birth: { locality: 'بم' },
      sex: 'female',
      nationality: 'IR',
      address: { street_address: 'خیابان امام، کوچهٔ نخل ۳، پلاک ۲', locality: 'کرمان', region: 'کرمان', country: 'IR' },
    },
    declared: { 'marital-status': 'widowed', 'organization-title': 'باغدار', organization: 'خویش‌فرما' },
  },
  {
    id: 'momeneh-agahi',
    about: { fa: 'همزه و نیم‌فاصله در نام و نام خانوادگی', en: 'Hamza and zero-width non-joiners in every name' },
    claims: {
      given_name: 'مؤمنه‌سادات',
      family_name: 'رئوفی‌نژاد ثنائی',
      given_name_latin: 'Momenehsadat',
      family_name_latin: 'Raoufinejad Sanaei',
      father_name: 'سیدضیاءالدین',
      father_name_latin: 'Seyedziaeddin',
      birthdate: '1979-02-01',
      birth_certificate_number: '10982',
      place_of_birth: { locality: 'نجف‌آباد' },
      sex: 'female',
      nationality: 'IR',
      address: {
        street_address: 'خیابان آیت‌الله طالقانی، بن‌بست مسئله‌گو، پلاک ۱۴ مکرّر',
        locality: 'نجف‌آباد',
        region: 'اصفهان',
        country: 'IR',
      },
    },
    declared: { 'marital-status': 'married', 'organization-title': 'مؤلف کتاب کودک', organization: 'نشر نمونه' },
  },
  {
    id: 'anna-mueller',
    about: { fa: 'مقیم خارجی، با شمارهٔ تلفن آلمان', en: 'A foreign resident with a German telephone number' },
    claims: {
      given_name: 'آنا لوئیزه',
      family_name: 'مولر-اشتراسه',
      given_name_latin: 'Anna Luise',
      family_name_latin: 'Müller-Straße',
      father_name: 'یورگن',
      father_name_latin: 'Jürgen',
      birthdate: '1968-08-29',
      place_of_birth: { locality: 'مونیخ' },
      sex: 'female',
      nationality: 'DE',
      address: { street_address: 'خیابان ولیعصر، بالاتر از پارک وی، پلاک ۲۸۰۱، طبقهٔ ۴', locality: 'تهران', region: 'تهران', country: 'IR' },
      phone_number: '+493023125042',
    },
    declared: { 'marital-status': 'divorced', 'organization-title': 'مدرس زبان', organization: 'آموزشگاه نمونه' },
  },
];

/** Children of those with letters, by the id of who acts for them. No letter is written to a child. */
export const childSketches: Readonly<Record<string, readonly Sketch[]>> = {
  'momeneh-agahi': [
    {
      id: 'raha-tavakkoli',
      about: { fa: 'کودک؛ مادرش به جای او درخواست می‌دهد', en: 'A child, for whom her mother applies' },
      claims: {
        given_name: 'رها',
        family_name: 'توکلی‌راد',
        given_name_latin: 'Raha',
        family_name_latin: 'Tavakkolirad',
        father_name: 'بهرام',
        father_name_latin: 'Bahram',
        birthdate: '2017-05-14',
        place_of_birth: { locality: 'اصفهان' },
        sex: 'female',
        nationality: 'IR',
        address: {
          street_address: 'خیابان آیت‌الله طالقانی، بن‌بست مسئله‌گو، پلاک ۱۴ مکرّر',
          locality: 'نجف‌آباد',
          region: 'اصفهان',
          country: 'IR',
        },
      },
      declared: { 'marital-status': 'single', 'organization-title': 'دانش‌آموز', organization: 'دبستان نمونه' },
    },
  ],
};

/** People abroad, and a leap day of the other calendar. Telephone numbers are of ranges kept for fiction. */
export const europeanSketches: readonly Sketch[] = [
  {
    id: 'camille-lefevre',
    about: { fa: 'زادهٔ ۲۹ فوریه', en: 'Born on 29 February' },
    claims: {
      given_name: 'کامی',
      family_name: 'لوفور',
      given_name_latin: 'Camille',
      family_name_latin: 'Lefèvre',
      father_name: 'امیل',
      father_name_latin: 'Émile',
      birthdate: '1996-02-29',
      place_of_birth: { locality: 'Liège' },
      sex: 'female',
      nationality: 'FR',
      address: { street_address: '12 bis, rue de l’Exemple', locality: 'Lille', region: 'Hauts-de-France', country: 'FR' },
      phone_number: '+33199005512',
    },
    declared: { 'marital-status': 'single', 'organization-title': 'Luthière', organization: 'Atelier Exemple' },
  },
  {
    id: 'owen-price',
    about: { fa: 'نشانی با نام خانه به جای پلاک', en: 'A house name instead of a number' },
    claims: {
      given_name: 'اوون',
      family_name: 'اُبراین پرایس',
      given_name_latin: 'Owen',
      family_name_latin: 'O’Brien Price',
      father_name: 'گرت',
      father_name_latin: 'Gareth',
      birthdate: '1959-12-01',
      place_of_birth: { locality: 'Llanfairpwll' },
      sex: 'male',
      nationality: 'GB',
      address: { street_address: 'The Old Bakery, Example Lane', locality: 'Cardiff', region: 'South Glamorgan', country: 'GB' },
      phone_number: '+442079460958',
    },
    declared: { 'marital-status': 'married', 'organization-title': 'Beekeeper', organization: 'Self-employed' },
  },
];
