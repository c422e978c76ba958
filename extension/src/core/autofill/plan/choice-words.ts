import { type FieldId, getField } from '@daricheh/shared/vocabulary';

type Words = Readonly<Partial<Record<FieldId, Readonly<Record<string, string>>>>>;

/** How lists of answers name the values of choices, beside their codes and the vocabulary's own words. */
const choiceWords: Words = {
  sex: {
    female:
      'female|f|woman|women|زن|مونث|مؤنث|خانم|دختر|انثی|أنثى|kadin|bayan|weiblich|frau|femme|feminin|nainen|kvinna|mujer|femenino|femmina|женский|k|w|ښځینه',
    male: 'male|m|man|men|مرد|مذکر|آقا|پسر|ذكر|erkek|bay|mannlich|mann|herr|homme|masculin|mies|hombre|masculino|maschio|мужской|e|h|نارینه',
  },
  'marital-status': {
    single:
      'single|never married|unmarried|not married|مجرد|اعزب|أعزب|عزب|عزباء|bekar|ledig|celibataire|naimaton|ogift|soltero|single never married',
    married: 'married|married or civil partner|متاهل|متأهل|متزوج|متزوجة|evli|verheiratet|marie|mariee|marie e|naimisissa|gift|casado',
    divorced:
      'divorced|separated or divorced|مطلقه|طلاق گرفته|جدا شده|مطلق|مطلقة|bosanmis|geschieden|divorce|divorcee|eronnut|skild|divorciado|متارکه',
    widowed:
      'widowed|widow|widower|بیوه|همسر فوت شده|همسر فوت کرده|همسر درگذشته|ارمل|أرمل|أرملة|dul|verwitwet|veuf|veuve|leski|anka|viudo|فوت همسر',
  },
  'education-level': {
    none: 'none|no education|illiterate|بی سواد|بیسواد|امي|okur yazar degil',
    primary: 'primary|primary school|elementary|elementary school|ابتدایی|پنجم ابتدایی|ابتدائي|ابتدائية|ilkokul|ilkogretim',
    'lower-secondary': 'lower secondary|middle school|secondary school|سیکل|راهنمایی|متوسطه اول|زیر دیپلم|اعدادي|متوسط|ortaokul',
    'upper-secondary':
      'upper secondary|high school|high school diploma|diploma|secondary|دیپلم|متوسطه|متوسطه دوم|ثانوي|ثانوية عامة|lise|abitur|baccalaureat',
    associate: 'associate|associate degree|کاردانی|فوق دیپلم|دبلوم|on lisans',
    bachelor:
      'bachelor|bachelors|bachelor s|bachelor degree|bachelor s degree|undergraduate|کارشناسی|لیسانس|بكالوريوس|lisans|licence|universite',
    master: 'master|masters|master s|master degree|master s degree|postgraduate|کارشناسی ارشد|فوق لیسانس|ارشد|ماجستير|yuksek lisans',
    doctorate: 'doctorate|phd|ph d|doctoral|دکتری|دکترا|دکتری تخصصی|دكتوراه|doktora|promotion|doctorat',
  },
};

/** Every word by which a list may name one value of a choice. */
export function listChoiceWords(datum: FieldId, value: string): string[] {
  const own = getField(datum).choices?.[value];
  const more = choiceWords[datum]?.[value]?.split('|') ?? [];
  return [value, ...(own ? [own.fa, own.en] : []), ...more];
}
