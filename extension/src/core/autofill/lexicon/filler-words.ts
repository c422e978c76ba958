import type { LexiconLanguage } from './languages.ts';

/** Words that a label may carry without meaning anything else by them; they do not count against a phrase that they stand beside. */
export const fillerWords: Readonly<Partial<Record<LexiconLanguage, string>>> = {
  en: 'from|when|where|show|id|code|like|d|create|account|create an account|please|enter|type|the|a|an|of|in|on|your|what|is|are|was|here|optional|required|mandatory|provide|select|choose|fill|write|input|field|and|or|for|to|s|e g|eg|example|for example|if|any|as|shown|per|with|without|valid|full|number|no|digits|only|must|this|it|will|be|used|we|can|at|by|not|new|current|new|confirm|re enter|details|information|info|you|have|do|uk|us|insert|give|lower|do you have|which|exactly|enter your|our|me|following|below|above|1|first 1|text|box|when|were|where|how|default|example|format|dd mm yyyy|mm dd yyyy|yyyy mm dd|dd|mm|yyyy|letters|english|latin|block capitals|digit|characters|max|min|10|11|2|0',
  fa: 'مشخصات|اطلاعات|لطفا|را|وارد|کنید|نمایید|نمائید|بنویسید|انتخاب|اختیاری|اجباری|ضروری|الزامی|خود|خودتان|به|با|از|در|و|یا|برای|مثال|مثلا|مانند|رقمی|بدون|خط|تیره|صفر|حروف|فارسی|فارسي|تایپ|ی|های|مطابق|دقیق|کامل|درج|شود|گردد|فرمایید|کلیک|نمونه|ده|یازده|عدد|رقم|حرف|تکمیل|طبق|شناسنامه ای|صورت|همراه با|فقط|باید|باشد|است|می باشد|می|شما|تان|این|قسمت|مورد|نظر|جدید|فعلی|نام خود|وارد کنید|اینجا|بصورت|شمسی|میلادی|1|10|11|دقت|جهت|اول|هجری',
  ar: 'الرجاء|يرجى|ادخل|ادخال|اكتب|اختر|اختياري|مطلوب|من|فضلك|في|او|و|الى|هنا|مثال|على|الخاص|بك|حدد|بالارقام|باللغة العربية|بالعربي|بالكامل|كما|رقم|قم|ب|ل|يجب|ان|يكون|اجباري|الخاص بك|بالعربية|ارقام|فقط|ادخلي|اكتبي',
  tr: 'lutfen|giriniz|girin|yaziniz|yazin|seciniz|secin|zorunlu|opsiyonel|istege bagli|ve|veya|ile|icin|no|numaraniz|ornek|orn|bilgisi|bilgileri|alani|eksiksiz|tam|bu|alan|adet|rakam|haneli|olarak|seklinde|1|girebilirsiniz|buraya|size ait',
  de: 'bitte|geben|sie|ein|eingeben|ihr|ihre|ihren|ihrer|optional|pflichtfeld|und|oder|der|die|das|des|den|dem|von|wie|lautet|lauten|zum|beispiel|z|b|wahlen|auswahlen|angabe|angaben|wenn|vorhanden|in|im|zu|mit|an|freiwillig|vollstandige|vollstandiger|amtliche|ist|was|aus|fur|nr|erforderlich|welche|welches|wann|wurde|wurden|sind|geboren|wer|personliche|personlichen|daten|tragen',
  fr: 'veuillez|saisir|entrer|entrez|saisissez|votre|vos|optionnel|facultatif|obligatoire|requis|le|la|les|l|d|de|du|des|un|une|et|ou|par|exemple|ex|en|au|aux|choisir|choisissez|selectionner|selectionnez|quel|quelle|est|pour|sur|indiquez|renseignez|ici|format|jj mm aaaa|chiffres|s|indiquer|merci|n|a',
  fi: 'anna|syota|kirjoita|valitse|pakollinen|valinnainen|ja|tai|esim|sinun|oma|yrityksen|lista|listalta|muodossa',
  sv: 'ange|fyll|i|valj|obligatorisk|valfritt|valfri|och|eller|din|ditt|t|ex|fran|listan',
  cy: 'eich|beth|yw|r|y|dewisol|rhowch|ar|o|a|neu|au',
  es: 'por|favor|introduzca|introduce|ingrese|ingresa|escriba|seleccione|elige|su|tu|opcional|obligatorio|requerido|el|la|los|las|de|del|en|y|o|un|una|ejemplo|ej|con|s',
  it: 'inserisci|inserire|seleziona|scegli|il|la|lo|i|le|di|del|della|e|o|tuo|tua|facoltativo|obbligatorio|opzionale|per|favore|es|un|una',
  pt: 'digite|insira|informe|selecione|escolha|seu|sua|o|a|os|as|de|do|da|e|ou|opcional|obrigatorio|por|favor|ex|um|uma',
  ru: 'введите|укажите|выберите|ваш|ваше|ваша|вашу|и|или|в|на|необязательно|обязательно|пожалуйста|например|свой|свою|свое|ваши',
  pl: 'podaj|wpisz|wprowadz|wybierz|twoj|twoje|i|lub|w|opcjonalnie|wymagane|prosze|np',
  hi: 'कृपया|दर्ज|करें|अपना|अपनी|का|की|के|चुनें|आवेदक',
  zh: '请|输入|填写|选择|您的|请输入|请选择|请填写',
  ja: '入力|選択|ください|必須|任意|してください|を',
};
