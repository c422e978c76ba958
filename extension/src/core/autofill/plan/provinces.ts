/** The provinces of Iran: ISO 3166-2:IR number (edition of 2020), Persian name, and English spellings. */
const provinces: readonly (readonly string[])[] =
  `00 مرکزی Markazi|01 گیلان Gilan|02 مازندران Mazandaran|03 آذربایجان_شرقی East_Azerbaijan,East_Azarbaijan,Azarbaijan-e_Sharqi,Azerbaijan_East|04 آذربایجان_غربی West_Azerbaijan,West_Azarbaijan,Azarbaijan-e_Gharbi,Azerbaijan_West|05 کرمانشاه Kermanshah|06 خوزستان Khuzestan,Khouzestan|07 فارس Fars|08 کرمان Kerman|09 خراسان_رضوی Razavi_Khorasan,Khorasan_Razavi,Khorasan-e_Razavi|10 اصفهان Isfahan,Esfahan|11 سیستان_و_بلوچستان Sistan_and_Baluchestan,Sistan_and_Baluchistan,Sistan_va_Baluchestan|12 کردستان Kurdistan,Kordestan|13 همدان Hamadan,Hamedan|14 چهارمحال_و_بختیاری Chaharmahal_and_Bakhtiari,Chahar_Mahal_and_Bakhtiari,Chaharmahal_va_Bakhtiari|15 لرستان Lorestan,Luristan|16 ایلام Ilam|17 کهگیلویه_و_بویراحمد Kohgiluyeh_and_Boyer-Ahmad,Kohgiluyeh_and_Buyer_Ahmad,Kohgiluyeh_va_Boyer_Ahmad|18 بوشهر Bushehr,Boushehr|19 زنجان Zanjan|20 سمنان Semnan|21 یزد Yazd|22 هرمزگان Hormozgan|23 تهران Tehran,Teheran|24 اردبیل Ardabil,Ardebil|25 قم Qom,Ghom|26 قزوین Qazvin,Ghazvin|27 گلستان Golestan|28 خراسان_شمالی North_Khorasan,Khorasan_North,Khorasan-e_Shomali|29 خراسان_جنوبی South_Khorasan,Khorasan_South,Khorasan-e_Jonubi|30 البرز Alborz`
    .split('|')
    .map((line) => line.split(/[ ,]/).map((word) => word.replaceAll('_', ' ')));

/** Every word by which a list may name the province: as the wallet has it, in both languages, and its ISO 3166-2 code with and without the country. */
export function listProvinceWords(name: string, fold: (text: string) => string): string[] {
  const known = provinces.find((words) => words.some((word) => fold(word) === fold(name)));
  if (!known) return [name];
  const [code = '', ...names] = known;
  return [name, ...names, `IR-${code}`];
}

/** The province as text in a language; undefined for one that is not Iran's. */
export function nameProvince(name: string, language: 'fa' | 'en', fold: (text: string) => string): string | undefined {
  const [, persian, english] = provinces.find((words) => words.some((word) => fold(word) === fold(name))) ?? [];
  return language === 'fa' ? persian : english;
}
