import { foldForMatching, gregorianMonthNames, hijriMonthNames, jalaliMonthNames } from '@daricheh/shared/vocabulary';

const split = (text: string) => text.split(' ').map((names) => names.split('|').map((name) => name.replaceAll('_', ' ')));

/** Beside the Persian and English ones: Turkish, German, French, Spanish, the two Arabic series; the Afghan and Kurdish names of the Jalali months. */
const others = {
  gregorian: split(
    'ocak|januar|jänner|janvier|يناير|كانون_الثاني|enero şubat|februar|février|فبراير|شباط|febrero mart|märz|mars|مارس|آذار|marzo nisan|april|avril|ابريل|نيسان|abril mayıs|mai|مايو|أيار|mayo haziran|juni|juin|يونيو|حزيران|junio temmuz|juli|juillet|يوليو|تموز|julio ağustos|august|août|اغسطس|آب|agosto eylül|september|septembre|سبتمبر|أيلول|septiembre ekim|oktober|octobre|اكتوبر|تشرين_الأول|octubre kasım|november|novembre|نوفمبر|تشرين_الثاني|noviembre aralık|dezember|décembre|ديسمبر|كانون_الأول|diciembre',
  ),
  jalali: split(
    'حمل|خاکەلێوە ثور|گوڵان جوزا|جۆزەردان سرطان|پووشپەڕ اسد|گەلاوێژ سنبله|خەرمانان میزان|ڕەزبەر عقرب|گەڵاڕێزان قوس|سەرماوەز جدی|بەفرانبار دلو|ڕێبەندان حوت|ڕەشەمێ',
  ),
  hijri: split(
    'محرم|المحرم|محرم_الحرام|muharram صفر|صفر_المظفر|safar ربيع_الأول|ربیع_اول|rabi_al-awwal|rabi_i|rabiulawwal ربيع_الآخر|ربیع_الاخر|ربیع_ثانی|ربيع_الثاني|rabi_al-thani|rabi_al-akhir|rabi_ii جمادى_الأولى|جمادی_الاولی|جمادی_اول|jumada_al-awwal|jumada_al-ula|jumada_i جمادى_الآخرة|جمادی_الاخره|جمادی_ثانی|جمادى_الثانية|jumada_al-thani|jumada_al-akhirah|jumada_ii رجب|رجب_المرجب|rajab شعبان|شعبان_المعظم|shaaban|sha’ban رمضان|رمضان_المبارک|ramadhan شوال|شوال_المکرم|shawwal ذو_القعدة|ذوالقعدة|ذیقعده|ذی_قعده|dhu_al-qidah|dhul_qadah|zulqadah ذو_الحجة|ذوالحجة|ذیحجه|ذی_حجه|dhul_hijjah|zulhijjah',
  ),
} as const;

const names = { jalali: jalaliMonthNames, gregorian: gregorianMonthNames, hijri: hijriMonthNames } as const;

/** All names of each month in each calendar, folded, the first month first. */
export const monthNames = {
  jalali: foldAll('jalali'),
  gregorian: foldAll('gregorian'),
  hijri: foldAll('hijri'),
} as const;

/** The names by which a list may call the month (1 for the first), those of the vocabulary first; English ones of the Gregorian calendar also by three letters. */
export function listMonthNames(month: number, calendar: keyof typeof names): string[] {
  const { fa, en } = names[calendar];
  const english = en[month - 1] ?? '';
  const short = calendar === 'gregorian' ? [english.slice(0, 3)] : [];
  return [fa[month - 1] ?? '', english, ...short, ...(others[calendar][month - 1] ?? [])];
}

function foldAll(calendar: keyof typeof names): readonly (readonly string[])[] {
  return names[calendar].fa.map((_name, place) => listMonthNames(place + 1, calendar).map(foldForMatching));
}
