import type { Synonyms } from './synonyms.ts';

export const ps: Synonyms = {
  'given-name': 'نوم|خپل نوم',
  'family-name': 'تخلص|کورنی نوم',
  name: 'نوم او تخلص|بشپړ نوم|مکمل نوم',
  'father-name': 'د پلار نوم|پلار نوم',
  bday: 'د زیږیدو نیټه|د زوکړی نیټه|د زیږون نیټه',
  'birth-place': 'د زیږیدو ځای|د زوکړی ځای',
  sex: 'جنسیت',
  'national-id': 'د تذکری شمیره|د تذکری نمبر',
  tel: 'د تلیفون نمبر|د تلیفون شمیره|تلیفون|د موبایل نمبر|موبایل شمیره|د اړیکی شمیره',
  email: 'بریښنالیک|ایمیل|ایمیل ادرس',
  'street-address': 'ادرس|پته|د اوسیدو ځای|اوسنی استوګنځی',
  'address-level1': 'ولایت',
  'address-level2': 'ښار|ولسوالی',
  country: 'هیواد',
  'marital-status': 'مدنی حالت',
  'organization-title': 'دنده|وظیفه',
  'education-level': 'د زده کړی کچه|تحصیل',
  'grandfather-name': 'دنیکه نوم',
  'monthly-income': 'معاش',
};
