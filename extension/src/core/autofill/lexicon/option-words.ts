import { foldForMatching, gregorianMonthNames, jalaliMonthNames } from '@daricheh/shared/vocabulary';

const fold = (text: string): ReadonlySet<string> => new Set(text.split('|').map(foldForMatching));

/** Answers that selects and radio groups offer, folded, by which their question is known. */
export const monthWords: ReadonlySet<string> = new Set([
  ...[...jalaliMonthNames.fa, ...jalaliMonthNames.en, ...gregorianMonthNames.fa, ...gregorianMonthNames.en].map(foldForMatching),
  ...gregorianMonthNames.en.map((name) => foldForMatching(name.slice(0, 3))),
  ...fold(
    'januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre',
  ),
  ...fold(
    'ocak|subat|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre',
  ),
  ...fold(
    'octubre|noviembre|diciembre|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت',
  ),
]);
export const maleWords = fold(
  'male|man|m|مرد|مذکر|آقا|ذکر|erkek|bay|mannlich|homme|masculin|mies|gwryw|hombre|masculino|maschio|мужской|پسر|boy|men|h|e|انا رجل|نارینه',
);
export const femaleWords = fold(
  'female|woman|f|زن|مونث|مؤنث|خانم|انثی|kadin|bayan|weiblich|femme|feminin|nainen|kvinna|benyw|mujer|femenino|femmina|женский|دختر|girl|women|k|ښځینه',
);
export const titleWords = fold(
  'mr|mrs|ms|miss|dr|mx|herr|frau|monsieur|madame|mme|m|bay|bayan|آقا|آقای|خانم|السيد|السيدة|sir|prof|mr and mrs|doctor',
);
export const maritalWords = fold(
  'single|married|divorced|widowed|مجرد|متاهل|مطلقه|بیوه|همسر فوت شده|اعزب|متزوج|مطلق|ارمل|bekar|evli|dul|bosanmis|ledig|verheiratet|geschieden|verwitwet|celibataire|marie|divorce|veuf|sengl|priod|separated|widow|widower|عزباء|never married|unmarried|متزوجة|عزب|مطلقه|ارمله|متارکه|همسر فوت کرده|cohabiting|living with partner|civil partnership|married or civil partner|divorced or civil partnership dissolved|جدا شده',
);
export const educationWords = fold(
  'دیپلم|کاردانی|کارشناسی|کارشناسی ارشد|دکتری|دکترا|فوق دیپلم|فوق لیسانس|لیسانس|سیکل|زیر دیپلم|ابتدایی|بی سواد|بیسواد|راهنمایی|متوسطه|bachelor|master|doctorate|phd|high school|diploma|bachelor degree|master degree|associate|masters|ilkokul|ortaokul|lise|universite|lisans|yuksek lisans|on lisans|doktora|بكالوريوس|ماجستير|دكتوراه|ثانوي|دبلوم|ثانوية عامة|ابتدائي|اعدادي|حوزوی|ilkogretim|hsc|ssc|graduate|postgraduate',
);
export const bloodWords = fold('a+|a-|b+|b-|ab+|ab-|o+|o-|0+|0-|arh+|orh+|brh+|abrh+|0rh+|arh-|brh-|orh-|opositive|apositive');
export const countryWords = fold(
  'iran|ایران|afghanistan|افغانستان|germany|france|turkey|turkiye|almanya|iraq|عراق|العراق|canada|united states|usa|united states of america|united kingdom|italy|spain|australia|deutschland|frankreich|osterreich|schweiz|china|india|japan|brazil|mexico|egypt|مصر|السعودیه|الاردن|سوریا|ترکیه|آلمان|albania|algeria|andorra|angola|argentina|austria|bahrain|bangladesh|belgium',
);
export const provinceWords = fold(
  'تهران|اصفهان|فارس|خراسان رضوی|آذربایجان شرقی|گیلان|مازندران|خوزستان|کرمان|یزد|هرمزگان|سمنان|البرز|قم|گلستان|لرستان|همدان|alabama|alaska|arizona|arkansas|california|colorado|florida|georgia|texas|new york|al|ak|az|ar|ca|co|fl|ontario|quebec|alberta|manitoba|adana|adiyaman|bayern|hessen|sachsen|new south wales|queensland|victoria|کابل|هرات|بلخ|قندهار|عمان|اربد|بغداد|الریاض',
);
