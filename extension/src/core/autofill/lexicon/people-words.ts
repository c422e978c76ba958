import { otherPeople } from '@daricheh/shared/vocabulary';
import type { LexiconLanguage } from './languages.ts';

/**
 * Somebody whom a form may ask about beside the applicant. `role` and `organization`: a function that the applicant may hold as well (a manager, a contact
 * person), or whom they act for; it means somebody else only where the form asks about several people.
 */
export const people = [...otherPeople, 'role'] as const;
export type Person = (typeof people)[number];

type Words = Readonly<Partial<Record<Person, string>>>;

export const peopleWords: Readonly<Partial<Record<LexiconLanguage, Words>>> = {
  en: {
    father: 'father|dad|father s|fathers|stepfather',
    mother: 'mother|mum|mom|mother s|stepmother|mothers',
    parent: 'parent|parents|parent s|parent 1|parent 2',
    partner:
      'spouse|husband|wife|partner|civil partner|fiance|husband s|wife s|partner s|spouse s|ex partner|your partner|partner details|former spouse|bride|groom',
    child:
      'child|children|son|daughter|baby|newborn|child s|kid|kids|infant|minor|dependant|dependent|dependants|dependents|ward|unborn child|child 1|child 2|foster child|childs',
    relative:
      'brother|sister|sibling|siblings|relative|relatives|family member|family members|grandfather|grandmother|grandparent|uncle|aunt|cousin|next of kin|kin|household member|household members|heir|heirs|nearest relative|family members details',
    guardian:
      'guardian|legal guardian|guardian s|custodian|trustee|guarantor|surety|sponsor|sponsor s|co signer|cosigner|co applicant|joint applicant|second applicant|applicant 2|co borrower|spouse or partner|host|inviting person|guarantor s|guardians',
    'cared-for':
      'person you care for|person being cared for|cared for person|the person you look after|person you are caring for|caree|person receiving care|person you provide care for|person needing care|deceased|deceased person|late person|the deceased|person who died|person you looked after|care recipient|claimant s partner',
    contact: 'emergency|emergency contact|in case of emergency|emergency phone|emergency contact person|ice contact|emergency contact name',
    referee:
      'referee|referees|referrer|referred by|introducer|witness|witnesses|reference 1|reference 2|referral|referral s|references|referee s|professional reference|character reference|countersignatory|recommender|friend|friend s|friends|colleague|roommate|neighbor|neighbour',
    professional:
      'veterinarian|veterinary surgeon|authorised veterinarian|seller s conveyancer|doctor|doctor s|gp|physician|dentist|teacher|headteacher|head teacher|head teacher s|headteacher s|school principal|tutor|supervisor|line manager|lawyer|solicitor|attorney|accountant|tax advisor|interpreter|landlord|landlord s|social worker|nurse name|midwife|your gp|gp s|consultant|insurer|hospital|surgery|gp surgery|practice|academic advisor|manager s|school contact|course contact|previous manager|letting agent|caseworker|counsellor|therapist|pharmacist|vet',
    employer:
      'employer s|employer contact|previous employer|former employer|employer details|last employer|employer address|employer phone|employment details|current employer|employer information|details of employer|employer|employment|employers',
    'someone-else':
      'other people|other people at this address|other residents|other occupants|the other driver|defendant|defendant s|respondent s|opposing party|other party|transferor|conveyancer|animal|animals|pet s|your pet|animal details|pet details|dog|cat|location manager|dealer|dealer s|dealership|vendor|shop|someone else|other person|another person|third party|nominated person|nominee|nominated|nominated person s|representative s|authorised representative|power of attorney|appointee|person acting for you|on behalf of|helper|passenger|passengers|traveller 2|passenger 2|guest 2|second person|person 2|other driver|additional driver|other traveller|other owner|joint owner|previous owner|seller|buyer|gift recipient name|beneficiary|beneficiaries|payee|person who|carer s|other carer|person or organisation|other parent|secondary contact|alternate contact|alternative contact|your friend|travel companion|companion|tenant|occupier|person collecting|nominate|send to|new owner|person responsible|person completing|third party s|adult 2|member 2',
    organization:
      'company details|organisation details|organization details|business details|school details|details of company|details of the company|company information|business information|about your organisation|about the company|about your business|company contact|bank details address',
    role: 'recipient|recipient s|agent|representative|manager|director|owner|contact person|secretary|officer|chairman|ceo|founder|administrator|admin|coordinator|leader|deputy|assistant|technician|responsible person|authorised person|authorized signatory|signatory|trainer|coach|inspector|author|driver|operator|employee|employee s|staff member|worker|seller name|supplier|vendor|teacher s|nurse|instructor|organizer|editor|captain|president|vice president|cashier|accountant name|superintendent',
  },
  fa: {
    father: 'پدر|مشخصات پدر',
    mother: 'مادر|مشخصات مادر',
    parent: 'والدین|ولی|اولیا|پدر یا ولی|مشخصات والدین|والد|پدر و مادر|اولیای',
    partner: 'همسر|زوج|زوجه|شوهر|نامزد|مشخصات همسر|عروس|داماد',
    child: 'فرزند|فرزندان|کودک|نوزاد|طفل|فرزند اول|فرزند دوم|پسر|دختر|فرزندخوانده|مشخصات فرزند|مشخصات فرزندان|اولاد|عایله',
    relative:
      'پدرکلان|نام پدرکلان|عضو خانوار|اعضای خانوار|عضو دوم|عضو دوم خانوار|سایر اعضای خانوار|برادر|خواهر|خویشاوند|خویشاوندان|بستگان|اعضای خانواده|عضو خانواده|افراد تحت تکفل|تحت تکفل|وارث|وراث|ورثه|بستگان نزدیک|اقوام|پدر بزرگ|مادر بزرگ|پدربزرگ|مادربزرگ|عمو|دایی|خاله|عمه|سایر اعضا|فامیل نزدیک|یکی از بستگان|متوفی|مرحوم|درگذشته|شهید',
    guardian: 'سرپرست|قیم|کفیل|ضامن|ضامنین|ضامن اول|ضامن دوم|سرپرست خانوار|وکیل|متکفل|میزبان|دعوت کننده|حامی',
    'cared-for': 'مددجو|توان خواه|توانخواه',
    contact:
      'اضطراری|تماس اضطراری|مواقع اضطراری|ضروری تماس|تلفن ضروری|شماره ضروری|تماس ضروری|موارد ضروری|تلفن اضطراری|شماره اضطراری|مواقع ضروری|مواقع لزوم|شماره تماس ضروری|تماس فوری',
    referee: 'معرف|معرف اول|معرف دوم|معرف ها|معرفین|شاهد|شهود|شاهد اول|شاهد دوم|دوست|همکار|آشنا|آشنایان|معرفی کننده|همسایه',
    professional:
      'دامپزشک|دامپزشک معالج|پزشک معالج|معلم|مدیر مدرسه|مشاور|وکیل دادگستری|دفتر اسناد|پزشک|استاد|مربی|مدیر کل|روحانی|حسابدار|ناظم|مترجم|پرستار مسئول|نماینده قانونی|ممثل|ممثل قانونی|مهندس ناظر|مهندس|ناظر|پیمانکار|مشاور املاک|بازرس',
    employer: 'کارفرما|کارفرمای قبلی|کارفرمای سابق|محل کار قبلی|مشخصات کارفرما',
    'someone-else':
      'نام همراه|نام همراهان|نام و نام خانوادگی همراه|تعداد همراهان|مشخصات همراه|حیوان|حیوان خانگی|مشخصات حیوان|مشترک قدیم|مشترک قبلی|مالک پیشین|شخص دیگر|فرد دیگر|نماینده|فرستنده|شریک|شرکا|مالک قبلی|خریدار|فروشنده|موجر|مستاجر|سایر افراد|طرف قرارداد|فرد جایگزین|جانشین|همراه بیمار|همراهان|سایر مسافران|مسافر دوم|نفر دوم|هم خانه|هم اتاقی|طرف مقابل|خوانده|مشتکی عنه|متشاکی|مالک مشاع|ذینفع|فرد ثالث|شخص ثالث|طرف دوم|واقف',
    organization:
      'مشخصات شرکت|مشخصات اداره|اطلاعات شرکت|اطلاعات اداره|مشخصات سازمان|مشخصات مدرسه|اطلاعات مدرسه|مشخصات موسسه|مشخصات کارگاه|اطلاعات سازمان|مشخصات فروشگاه|مشخصات محل کار',
    role: 'گیرنده|تحویل گیرنده|مدیر|مدیر عامل|مدیرعامل|معاون|رابط|مسئول|مسوول|متصدی|مدیر فنی|مسئول فنی|دبیر|رییس|رئیس|راننده|کارمند|کارشناس|سردبیر|صاحب امتیاز|متولی|امین|فرمانده|بهره بردار|پرستار|اپراتور|کارکن|پیک|سفارش دهنده|عضو هیات مدیره|سرگروه|سرپرست گروه|پذیرنده',
  },
  ar: {
    father: 'الاب|الوالد|بيانات الاب|والد|اب',
    mother: 'الام|الوالدة|بيانات الام|والدة|ام',
    parent: 'الوالدين|ولي الامر|ولي امر|ولي الأمر|ولى الامر|لولي الامر|والدي',
    partner: 'الزوج|الزوجة|زوج|زوجة|بيانات الزوج|بيانات الزوجة|الزوجه',
    child: 'الطفل|الابناء|الابن|الابنة|المولود|طفل|ابن|ابنة|الاطفال|بيانات الطفل|الاولاد',
    relative:
      'قريب|الاقارب|اقرب|اقرب قريب|الاخ|الاخت|افراد الاسرة|افراد العائلة|الجد|العم|الخال|المتوفي|المتوفى|المرافق|مرافق|الورثة|القريب|الاخوة',
    guardian: 'الوصي|الكفيل|الضامن|كفيل|المعيل|الوكيل|ضامن|الضامن الاول|الضامن الثاني|الكافل',
    contact: 'وقت الضرورة|عند الضرورة|حالة الضرورة|الطوارئ|طوارئ|في حالة الطوارئ|حالات الطوارئ|للطوارئ|شخص للطوارئ',
    referee:
      'يمكن الرجوع اليه|شخص يمكن الرجوع اليه|يمكن الرجوع لهم|الرجوع اليهم|يمكن الرجوع اليهم|المعرف|المعرفين|الشاهد|شاهد|الشهود|صديق|المزكي|المعرفون',
    professional: 'الطبيب|طبيب|المعلم|المدرس|المحامي|المشرف|الطبيب المعالج',
    employer: 'الكفيل صاحب العمل|صاحب العمل السابق|العمل السابق',
    'someone-else':
      'شخص اخر|المستفيد|المستلم|المندوب|المستاجر|المؤجر|المالك|البائع|المشتري|الطرف الثاني|المورد|الشاكي ضده|الوسيط|طرف اخر|المرسل|المرسل اليه|المالك السابق|السائق',
    role: 'المدير|مدير|المسؤول|المسئول|الموظف|السائق|المشغل|المشرف العام|صاحب المنشاة|ممثل|الممثل|الفني|المهندس',
  },
  tr: {
    father: 'baba|babasi|babanin|baba bilgileri|babanizin',
    mother: 'anne|annesi|annenin|anne bilgileri|annenizin',
    parent: 'veli|ebeveyn|velinin|veli bilgileri|velisi|veli adi|ana baba',
    partner: 'es|esi|esiniz|esinin|esinizin|es bilgileri|nisanli|eşi',
    child: 'cocuk|cocugun|cocuklar|bebek|ogul|kiz cocuk|cocugunuzun|cocuk bilgileri|cocuklari',
    relative:
      'kardes|akraba|yakini|yakin|yakininin|yakinlari|aile bireyleri|hasta yakini|ulasilacak yakin|aile|kardesi|kardesler|murisin|mirasci',
    guardian: 'vasi|kefil|garantor|vekil|kefilin|vasinin',
    contact:
      'acil|acil durum|acil durumda|acil durumda aranacak|acil durumda aranacak kisi|acil durumlarda|ulasilabilecek|acil iletisim|aranacak kisi',
    referee: 'referans|referanslar|tanik|sahit|arkadas|arkadasinin|referansin|referans kisi|referans 1|referans 2|tavsiye eden',
    professional:
      'egitmen|akademisyen|sectiginiz kisi|amir|amiriniz|yonetici|yoneticiniz|doktor|ogretmen|avukat|danisman|muhasebeci|mali musavir|hekim',
    employer: 'isveren|onceki isveren|eski isyeri|son isyeri',
    'someone-else':
      'baska kisi|alici|gonderici|kiraci|satici|ortak|ikinci kisi|refakatci|diger kisi|teslim alacak kisi|ev sahibi|ortaklar|sofor|eski malik',
    role: 'yetkili|mudur|sorumlu|temsilci|genel mudur|calisan|personel|musteri|firma yetkilisi',
  },
  de: {
    father: 'vater|vaters',
    mother: 'mutter|der mutter',
    parent: 'eltern|elternteil|elternteile|erziehungsberechtigter|erziehungsberechtigte|sorgeberechtigte',
    partner:
      'ehepartner|ehegatte|ehefrau|ehemann|partner|partnerin|lebenspartner|lebenspartnerin|lebensgefahrte|ehegatten|person b|ehegattin|ehepartners',
    child: 'kind|kinder|kindes|sohn|tochter|des kindes|kind 1|kind 2|ihres kindes|ihr kind',
    relative:
      'geschwister|bruder|schwester|angehorige|angehoriger|verwandte|familienmitglied|haushaltsmitglied|erbe|erben|verstorbene|verstorbener|erblasser|verstorbenen|familienangehorige',
    guardian:
      'vormund|gesetzlicher vertreter|gesetzliche vertreter|gesetzliche vertretung|gesetzlichen vertretung|gesetzlichen vertreters|betreuer|burge|mitantragsteller|gesetzlich vertretene',
    contact: 'notfall|notfallkontakt|im notfall|notfallnummer',
    referee: 'zeuge|zeugin|referenz|freund|freundin|empfehlung von|trauzeuge',
    professional: 'arzt|hausarzt|lehrer|steuerberater|rechtsanwalt|vermieter|krankenhaus|berater|dolmetscher',
    employer: 'arbeitgebers|fruherer arbeitgeber|letzter arbeitgeber|arbeitgeber',
    'someone-else':
      'andere person|dritte person|bevollmachtigter|bevollmachtigte|empfangsbevollmachtigter|empfangsbevollmachtigten|empfangsbevollmachtigte|empfangsvollmacht|vertreter|weitere person|zweite person|miteigentumer|eigentumer 2|eigentumerin 2|eigentumer in 2|mitreisende|begleitperson|verkaufer|kaufer|mieter|bevollmachtigten|beauftragter|eines anderen|empfanger',
    role: 'ansprechpartner|geschaftsfuhrer|kontaktperson|inhaber|mitarbeiter|arbeitnehmer|beschaftigter|verantwortlicher',
  },
  fr: {
    father: 'pere|du pere',
    mother: 'mere|de la mere',
    parent: 'parent|parents|parent 1|parent 2',
    partner: 'conjoint|conjointe|epoux|epouse|partenaire|mari|femme|du conjoint|concubin',
    child: 'enfant|enfants|fils|fille|de l enfant|votre enfant|bebe',
    relative: 'proche|proches|frere|soeur|membre de la famille|defunt|heritier|ayant droit|un proche|membres du foyer|usager proche',
    guardian: 'tuteur|representant legal|garant|responsable legal|tutrice|curateur|responsable',
    contact: 'urgence|personne a contacter|en cas d urgence|personne a prevenir|contact d urgence',
    referee: 'temoin|parrain|ami|recommande par|parrainage|amis',
    professional: 'medecin|medecin traitant|professeur|avocat|proprietaire|bailleur|enseignant|interprete|notaire',
    employer: 'employeur|dernier employeur|ancien employeur|employeur precedent|employeur actuel',
    'someone-else':
      'autre personne|mandataire|tiers|beneficiaire|vendeur|acheteur|accompagnant|passager|personne aidee|locataire|destinataire|colocataire|co demandeur',
    role: 'gerant|directeur|president|salarie|interlocuteur|contact|agent|employe',
  },
  fi: {
    father: 'isa',
    mother: 'aiti',
    parent: 'vanhempi|huoltaja|huoltajan',
    partner: 'puoliso|puolison',
    child: 'lapsi|lapsen',
    role: 'yhteyshenkilo',
    'someone-else': 'tyontekija|tyontekijan|edustaja|nuori|nuoren|asiamies',
    contact: 'hatatilanteessa|lahiomainen',
  },
  sv: {
    father: 'far',
    mother: 'mor',
    parent: 'foralder|vardnadshavare|vardnadshavarens',
    partner: 'make|maka|partner|sambo|makens',
    child: 'barn|barnets',
    role: 'kontaktperson',
    'someone-else': 'arbetstagare|arbetstagarens|ombud|ungdom|den unga|den unges',
    contact: 'nodfall|narmast anhorig',
  },
  cy: {
    father: 'tad',
    mother: 'mam',
    parent: 'rhiant',
    partner: 'partner|eich partner|gwr|gwraig|priod',
    child: 'plentyn|plant',
    'cared-for': 'person rydych yn gofalu amdanynt|y person rydych yn gofalu|gofalu amdanynt|gofalu amdano',
    employer: 'cyflogwr|manylion cyflogwr|eich cyflogwr',
  },
  es: {
    father: 'padre',
    mother: 'madre',
    parent: 'padres|progenitor',
    partner: 'conyuge|esposo|esposa|pareja',
    child: 'hijo|hija|hijos|menor',
    relative: 'familiar|hermano|hermana|fallecido|heredero',
    guardian: 'representante legal|representante|tutor|representante legal|representante|avalista',
    contact: 'emergencia|en caso de emergencia|contacto de emergencia',
    referee: 'testigo|referido|amigo|referencia personal',
    professional: 'medico|abogado|profesor',
    role: 'persona de contacto|contacto',
    'someone-else': 'otra persona|beneficiario|tercero|acompanante|apoderado|destinatario',
  },
  it: {
    father: 'padre',
    mother: 'madre',
    parent: 'genitore|genitori',
    partner: 'coniuge|marito|moglie',
    child: 'figlio|figlia|figli|minore|bambino',
    guardian: 'tutore|garante',
    contact: 'emergenza',
    referee: 'testimone|amico',
    professional: 'medico|avvocato',
    'someone-else': 'altra persona|delegato|beneficiario|destinatario|terzo',
    role: 'referente|responsabile',
  },
  pt: {
    father: 'pai',
    mother: 'mae',
    parent: 'pais',
    partner: 'conjuge|esposo|esposa|marido',
    child: 'filho|filha|filhos|crianca|menor',
    guardian: 'responsavel legal|tutor|fiador|encarregado de educacao',
    contact: 'emergencia',
    referee: 'testemunha|amigo|indicado por',
    professional: 'medico|advogado',
    'someone-else': 'outra pessoa|beneficiario|terceiro|destinatario',
  },
  ru: {
    father: 'отец|отца',
    mother: 'мать|матери',
    parent: 'родитель|родители|родителя',
    partner: 'супруг|супруга|муж|жена|супруга и',
    child: 'ребенок|ребенка|дети|сын|дочь',
    guardian: 'опекун|законный представитель|поручитель|законного представителя',
    contact: 'экстренный контакт|экстренной связи',
    referee: 'свидетель|друг|друга',
    'someone-else': 'другое лицо|доверенное лицо|получатель|представитель|контактное лицо',
    role: 'директор|руководитель|контактное лицо',
  },
  ps: { father: 'پلار', mother: 'مور', partner: 'میرمن|خاوند', child: 'ماشوم|زوی|لور', relative: 'نیکه', guardian: 'ضامن' },
  ckb: { father: 'باوک', mother: 'دایک', partner: 'هاوسەر', child: 'منداڵ' },
  hi: { father: 'पिता', mother: 'माता', parent: 'अभिभावक', partner: 'पति|पत्नी', child: 'बच्चे|पुत्र|पुत्री' },
  names: {
    father: 'father|pedar|baba|pere|vater|padre|valed',
    mother: 'mother|madar|anne|mere|mutter|madre',
    parent: 'parent|vali',
    partner: 'spouse|husband|wife|partner|hamsar|ehepartner|conjoint|partnerdetails|yourpartner',
    child: 'child|children|kid|kids|baby|babies|farzand|kind|enfant|cocuk|dependent|dependant',
    relative: 'sibling|brother|sister|relative|kin|nextofkin|familymember|grandfather|baradar|khahar|heir',
    guardian: 'guardian|sponsor|guarantor|zamen|warden|coapplicant|cosigner|kafil|sarparast|vasi|kefil|veli|trustee',
    'cared-for': 'caree|caredfor|deceased|carerecipient|dp details|dpname',
    contact: 'emergency|emergencycontact|ezterari|zaroori|ice|acil',
    referee: 'ref|refs|referee|referrer|moaref|witness|moarref|shahed|introducer|referans|referral|friend|tanik|sahit|temoin',
    professional: 'doctor|physician|headteacher|lawyer|solicitor|landlord|gp|supervisor|rohani|rowhani|advisor|nazer',
    employer: 'employer|employment',
    'someone-else':
      'old|former|ghadim|ghadimi|ghabli|pet|animal|defendant|nominated|nominee|someoneelse|representative|passenger|thirdparty|beneficiary|authorizedperson|otherperson|nominate|secondperson|companion|guest2|kharidar|forooshande|forushande|foroshande|mostajer|empfangsbevollmachtigter|employee|receiver|delegate|proxy|vekil|vakil|altcontact',
    role: 'recipient|manager|director|agent|deputy|coadmin|rabet|connection|connector|contactperson|modir|moaven|staff|worker|owner|driver|responsible|yetkili|connect',
  },
};

/** Words that mean the applicant: they stand in labels beside the datum and say nothing more. */
export const applicantWords: Readonly<Partial<Record<LexiconLanguage, string>>> = {
  en: 'lead applicant|person filing|reporter|limited partner|general partner|business partner|your|my|applicant|applicant s|personal|claimant|claimant s|patient|patient s|student|student s|user|user s|customer|candidate|candidate s|you|yourself|me|own|main|primary|pilgrim|taxpayer|declarant|account holder s|member|participant|subscriber|pupil|about you|your details|visitor',
  fa: 'اعلام کننده|اظهار کننده|پاسخ گو|درخواست دهنده|مشترک جدید|مراقب|زایر|متقاضی|شما|خود|شخصی|فردی|بیمار|دانشجو|دانش آموز|کاربر|مشتری|داوطلب|زائر|زایر|درخواست کننده|فرد|شخص|مودی|ثبت نام کننده|اینجانب|بنده|عضو|کاربری شخصی|مراجعه کننده|شاکی|خواهان|هنرجو|پذیرفته شده|بیمه شده|مشترک|خویش',
  ar: 'مقدم الطلب|المتقدم|الشخصي|الطالب|المريض|المستخدم|العميل|الشخصية|صاحب الطلب|المواطن|الموظف|ك|المشترك|العضو|الخاص بك|المعني|لك',
  tr: 'basvuran|basvuru sahibi|kisisel|hasta|ogrenci|uye|kullanici|adayin|sizin|aday|musteri|basvuranin|hastanin|ogrencinin|katilimci|sahsi|calisanin',
  de: 'anmeldende person|anmeldende|meldepflichtige person|ihr|ihre|ihrer|antragsteller|antragstellerin|antragstellers|person|personlich|personliche|steuerpflichtige|sie|personlichen|eigentumer|eigentumerin|eigentumer in 1|person a|eigentumer 1|antragstellende person|mein|meine',
  fr: 'mandant|votre|vos|demandeur|personnel|personnelle|usager|du demandeur|mon|ma|allocataire|beneficiaire principal|vous|patient|eleve|etudiant|candidat',
  fi: 'oma|hakija|hakijan|sinun|yrityksen',
  sv: 'din|ditt|sokande|sokandens|dina',
  cy: 'eich|chi',
  es: 'su|tu|solicitante|personal|del solicitante|sus|titular|mi',
  it: 'il tuo|tuo|richiedente|personale|suo|del richiedente',
  pt: 'seu|sua|requerente|pessoal|do requerente|meu',
  ru: 'ваш|ваше|ваша|заявитель|заявителя|личный|ваши|мой',
  names:
    'user|customer|applicant|patient|student|claimant|member|my|your|me|candidate|client|pilgrim|signup|register|registration|profile|account|personal|person|personnel|contact|billing|shipping|delivery|order|checkout|invoice|guest|buyer|invoicing|zaer|subscriber|player|visitor|participant|payer|traveler|traveller',
};
