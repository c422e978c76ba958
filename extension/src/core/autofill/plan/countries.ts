/** ISO 3166-1: alpha-2 and alpha-3 of the countries whose two codes do not share their first two letters are told apart by this list. */
const alpha3 =
  'AF:AFG AL:ALB DZ:DZA AD:AND AO:AGO AG:ATG AR:ARG AM:ARM AU:AUS AT:AUT AZ:AZE BS:BHS BH:BHR BD:BGD BB:BRB BY:BLR BE:BEL BZ:BLZ BJ:BEN BT:BTN BO:BOL BA:BIH BW:BWA BR:BRA BN:BRN BG:BGR BF:BFA BI:BDI KH:KHM CM:CMR CA:CAN CV:CPV CF:CAF TD:TCD CL:CHL CN:CHN CO:COL KM:COM CG:COG CD:COD CR:CRI CI:CIV HR:HRV CU:CUB CY:CYP CZ:CZE DK:DNK DJ:DJI DM:DMA DO:DOM EC:ECU EG:EGY SV:SLV GQ:GNQ ER:ERI EE:EST SZ:SWZ ET:ETH FJ:FJI FI:FIN FR:FRA GA:GAB GM:GMB GE:GEO DE:DEU GH:GHA GR:GRC GD:GRD GT:GTM GN:GIN GW:GNB GY:GUY HT:HTI HN:HND HU:HUN IS:ISL IN:IND ID:IDN IR:IRN IQ:IRQ IE:IRL IL:ISR IT:ITA JM:JAM JP:JPN JO:JOR KZ:KAZ KE:KEN KI:KIR KP:PRK KR:KOR KW:KWT KG:KGZ LA:LAO LV:LVA LB:LBN LS:LSO LR:LBR LY:LBY LI:LIE LT:LTU LU:LUX MG:MDG MW:MWI MY:MYS MV:MDV ML:MLI MT:MLT MH:MHL MR:MRT MU:MUS MX:MEX FM:FSM MD:MDA MC:MCO MN:MNG ME:MNE MA:MAR MZ:MOZ MM:MMR NA:NAM NR:NRU NP:NPL NL:NLD NZ:NZL NI:NIC NE:NER NG:NGA MK:MKD NO:NOR OM:OMN PK:PAK PW:PLW PS:PSE PA:PAN PG:PNG PY:PRY PE:PER PH:PHL PL:POL PT:PRT QA:QAT RO:ROU RU:RUS RW:RWA KN:KNA LC:LCA VC:VCT WS:WSM SM:SMR ST:STP SA:SAU SN:SEN RS:SRB SC:SYC SL:SLE SG:SGP SK:SVK SI:SVN SB:SLB SO:SOM ZA:ZAF SS:SSD ES:ESP LK:LKA SD:SDN SR:SUR SE:SWE CH:CHE SY:SYR TW:TWN TJ:TJK TZ:TZA TH:THA TL:TLS TG:TGO TO:TON TT:TTO TN:TUN TR:TUR TM:TKM TV:TUV UG:UGA UA:UKR AE:ARE GB:GBR US:USA UY:URY UZ:UZB VU:VUT VA:VAT VE:VEN VN:VNM YE:YEM ZM:ZMB ZW:ZWE';

/** What people of a country are called, where it is not its name with an ending: English, and Persian. */
const demonyms: Readonly<Record<string, readonly string[]>> = {
  IR: ['Iranian', 'ایرانی', 'Iranisch', 'Iranien', 'Iranienne', 'İranlı', 'إيراني', 'إيرانية'],
  AF: ['Afghan', 'افغان', 'افغانستانی', 'Afghanisch', 'Afghane', 'Afgan', 'أفغاني', 'أفغانية'],
  GB: ['British', 'UK', 'Great Britain', 'England', 'بریتانیایی', 'انگلیسی', 'انگلستان', 'بریتانیا'],
  US: ['American', 'USA', 'United States of America', 'آمریکایی', 'امریکا', 'آمریکا'],
  DE: ['German', 'آلمانی', 'Deutsch', 'Allemand', 'Allemande', 'Alman', 'ألماني', 'ألمانية'],
  FR: ['French', 'فرانسوی', 'Français', 'Française', 'Französisch', 'Fransız', 'فرنسي', 'فرنسية'],
  TR: ['Turkish', 'Turkey', 'ترک', 'ترکیه‌ای', 'Türkisch', 'Turc', 'Turque', 'Türk', 'تركي', 'تركية'],
  IQ: ['Iraqi', 'عراقی', 'Irakisch', 'Irakien', 'Irakienne', 'Iraklı', 'عراقي', 'عراقية'],
  PK: ['Pakistani', 'پاکستانی'],
  AE: ['Emirati', 'UAE', 'امارات'],
  NL: ['Dutch', 'Holland', 'هلندی', 'هلند'],
  CH: ['Swiss', 'سوئیسی'],
  SE: ['Swedish', 'سوئدی'],
  ES: ['Spanish', 'اسپانیایی'],
  CA: ['Canadian', 'کانادایی'],
  RU: ['Russian', 'روس', 'روسی'],
  CN: ['Chinese', 'چینی'],
  IN: ['Indian', 'هندی', 'هندوستان'],
};

const nameLanguages = ['fa', 'en', 'ar', 'tr', 'de', 'fr'] as const;

/** Every word by which a list may name the country with this ISO 3166-1 alpha-2 code: codes, names in six languages and its own, its people. */
export function listCountryWords(code: string): string[] {
  const three = new RegExp(`(?:^| )${code}:([A-Z]{3})`).exec(alpha3)?.[1];
  const names = [...nameLanguages, findOwnLanguage(code)].flatMap((language) => readName(code, language) ?? []);
  const persian = readName(code, 'fa');
  return [
    ...names,
    ...(demonyms[code] ?? []),
    ...(persian === undefined ? [] : [`${persian}ی`, `${persian}یی`]),
    code,
    ...(three === undefined ? [] : [three]),
  ];
}

/** The language that most people of the country read. */
function findOwnLanguage(code: string): string {
  return new Intl.Locale(`und-${code}`).maximize().language;
}

/** The country's name, or what its people are called, as text in a language. */
export function nameCountry(code: string, language: 'fa' | 'en', as: 'country' | 'people'): string | undefined {
  const people = demonyms[code]?.find((word) => /[\u0600-\u06FF]/.test(word) === (language === 'fa'));
  return as === 'people' && people !== undefined ? people : readName(code, language);
}

/** The browser's own list of names; undefined for a code that it does not know. */
function readName(code: string, language: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code);
}
