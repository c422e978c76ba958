import type { RefusedConcept } from '../concept.ts';
import type { LexiconLanguage } from './languages.ts';

type Words = Readonly<Partial<Record<RefusedConcept, string>>>;

/** Logins, captchas and payment cards: recognised so that they are left alone. */
export const refusedWords: Readonly<Partial<Record<LexiconLanguage, Words>>> = {
  en: {
    username:
      'username|user name|login|login name|user id|userid|account name|account id|screen name|display name|login id|user|log in|member id|member number|customer id|customer number|choose a username|username or email|email or username|email or phone|email or phone number|email or mobile number|mobile number or email|phone number or email|mobile or email|email or mobile|email phone|phone email|phone or email|mobile email|email mobile|username or email address|login email|email or user id|user login|account number or email|email username|online id|access id|client number|user code|handle|email address or username|phone number username or email|phone email or username|nick|login username|card number or username|login or email|email or login|membership number|sign in name',
    password:
      'password|passcode|pass|passwd|pwd|pass word|new password|current password|confirm password|password confirmation|repeat password|old password|retype password|re enter password|verify password|pin|pin number|choose a password|create password|create a password|your password|password again|passphrase|access code|security pin|memorable word|login password|pswd|psw|enter password|enter your password',
    'one-time-code':
      'one time code|verification code|otp|sms code|authentication code|confirmation code|one time password|one time passcode|two factor code|2fa code|6 digit code|security token|verify code|activation code|mfa code|auth code|login code|backup code|recovery code|code from sms|token code|validation code|passcode from sms|totp',
    captcha:
      'captcha|security image|enter the characters|characters you see|type the text|code in the image|image code|enter the code shown|enter code above|word verification|are you human|not a robot|verification image|recaptcha|type the characters|letters in the image|vcode|captcha code|text in the image|enter captcha',
    'cc-number':
      'card number|credit card number|debit card number|cc number|card no|credit card no|credit card|debit card|payment card number|ccnumber|bank card number|cardnumber|cart number|gift card number',
    'cc-name':
      'name on card|cardholder name|cardholder|card holder|card holder name|name on the card|name as it appears on card|name of cardholder|credit card name|card name|full name on card|cardholder s name|cardholder full name',
    'cc-exp':
      'card expiry|card expiration|expiration date|expiry date|card expiry date|expiration|expiry|exp date|expires|mm yy|mm yyyy|valid thru|card expiration date|exp|valid through|expiration mm yy|card exp',
    'cc-exp-month':
      'expiration month|expiry month|exp month|card expiry month|card month|cc month|card expiration month|expire month|cc exp month',
    'cc-exp-year': 'expiration year|expiry year|exp year|card expiry year|card year|cc year|card expiration year|expire year|cc exp year',
    'cc-csc':
      'cvv|cvc|cvv2|csc|cvc2|security code|card verification|card security code|card verification number|card code|cvv code|cvc code|cvn|verification number|card verification code|3 digit code|card identification number|cid|cvc cvv|cvv cvc',
    'cc-type': 'card type|credit card type|type of card|payment card type',
  },
  fa: {
    username:
      'نام کاربری|شناسه کاربری|نام کاربر|کد کاربری|یوزرنیم|شناسه کاربر|نام ورود|کدکاربری|نام کاربری یا ایمیل|ایمیل یا نام کاربری|نام کاربری یا شماره موبایل|شماره موبایل یا ایمیل|ایمیل یا شماره موبایل|اسم کاربری|نام مستعار کاربری',
    password:
      'رمز عبور|کلمه عبور|گذرواژه|رمز|پسورد|تکرار رمز عبور|تکرار کلمه عبور|تکرار گذرواژه|رمز عبور جدید|رمز عبور فعلی|گذر واژه|رمز ورود|تایید رمز عبور|تکرار رمز|کلمه رمز|تکرار پسورد|رمزعبور|رمز جدید|رمز فعلی|رمز قبلی|رمز عبور قدیم|تایید پسورد|اسم رمز|رمز شخصی|تائید رمز عبور|رمز دوم|رمز اعتبار',
    'one-time-code':
      'کد تایید|کد یکبار مصرف|رمز یکبار مصرف|کد پیامکی|کد فعال سازی|کد فعالسازی|رمز پویا|کد تائید|کد ارسال شده|کد ارسالی|کد تایید پیامکی|کد پیامک شده|کد اعتبارسنجی|کد احراز هویت|کد اعتبار سنجی',
    captcha:
      'کد امنیتی|کد تصویر|کپچا|عبارت امنیتی|تصویر امنیتی|کد امنیتی تصویر|حاصل|حاصل جمع|سوال امنیتی|عبارت تصویر|کد کپچا|متن تصویر|کد داخل تصویر|کد زیر را وارد کنید|کد روبرو|حروف تصویر|من ربات نیستم|کد را وارد کنید',
    'cc-number':
      'شماره کارت|شماره کارت بانکی|شماره کارت عابر بانک|کارت بانکی|شماره کارت اعتباری|شماره کارت عابربانک|کارت اعتباری|شماره کارت شتاب|شماره 16 رقمی کارت|شماره عابر بانک|شماره کارت مقصد|شماره کارت بانک',
    'cc-name': 'نام صاحب کارت|نام دارنده کارت|صاحب کارت|نام روی کارت',
    'cc-exp': 'تاریخ انقضای کارت|تاریخ انقضا کارت|تاریخ انقضا|تاریخ انقضاء',
    'cc-exp-month': 'ماه انقضا|ماه انقضای کارت',
    'cc-exp-year': 'سال انقضا|سال انقضای کارت',
    'cc-csc': 'کد سی وی وی|شماره شناسایی دوم',
  },
  ar: {
    username: 'اسم المستخدم|اسم الدخول|معرف المستخدم|اسم الحساب|المستخدم|رقم المستخدم|اسم مستخدم',
    password:
      'كلمة المرور|كلمة السر|الرقم السري|تاكيد كلمة المرور|اعادة كلمة المرور|كلمه المرور|كلمه السر|الرمز السري|تاكيد كلمة السر|كلمة المرور الجديدة|كلمة المرور الحالية|تأكيد كلمة المرور|رمز الدخول|الباسورد|اعد كلمة المرور|كلمة مرور',
    'one-time-code': 'رمز التحقق|كود التحقق|رمز التاكيد|كود التفعيل|رمز التفعيل',
    captcha: 'رمز الصورة|الكابتشا|رمز الامان|كود الصورة',
    'cc-number': 'رقم البطاقة الائتمانية|رقم بطاقة الائتمان|رقم بطاقة الصراف|رقم الفيزا|رقم بطاقة البنك',
    'cc-name': 'اسم حامل البطاقة|الاسم على البطاقة',
    'cc-exp': 'تاريخ انتهاء البطاقة الائتمانية|تاريخ الانتهاء',
    'cc-csc': 'رمز التحقق من البطاقة',
  },
  tr: {
    username:
      'kullanici adi|kullanici|kullanici kodu|kullaniciadi|uye adi|uye no|kullanici adi veya e posta|rumuz|kullanici adiniz|e posta veya kullanici adi',
    password:
      'sifre|parola|sifre tekrar|yeni sifre|sifreniz|sifre tekrari|eski sifre|parola tekrar|sifre yeniden|parolaniz|mevcut sifre|sifreyi tekrar|sifre onay|yeni sifre tekrar|sifrem|giris sifresi',
    'one-time-code': 'dogrulama kodu|onay kodu|sms kodu|aktivasyon kodu|tek kullanimlik sifre',
    captcha: 'guvenlik kodu|resimdeki kod|guvenlik sorusu|resimdeki karakterler|resimdeki yazi',
    'cc-number': 'kart numarasi|kart no|kredi karti numarasi|kredi karti no|kredi karti',
    'cc-name': 'kart sahibi|kart uzerindeki isim|kart sahibinin adi|kart uzerindeki ad soyad|kart sahibi adi',
    'cc-exp': 'son kullanma tarihi|skt|kart son kullanma tarihi',
  },
  de: {
    username:
      'benutzername|nutzername|anmeldename|benutzerkennung|kundennummer|benutzer|mitgliedsnummer|login name|zugangsnummer|benutzername oder e mail|e mail oder benutzername|nutzerkennung|login|kennung|loginname|anmeldekennung',
    password:
      'passwort|kennwort|neues passwort|passwort wiederholen|passwort bestatigen|passwort vergessen|geheimzahl|altes passwort|aktuelles passwort|ihr passwort|pin|passwort wiederholung|zugangscode',
    'one-time-code': 'bestatigungscode|einmalcode|tan|sms code|verifizierungscode|freischaltcode',
    'cc-number': 'kartennummer|kreditkartennummer',
    'cc-name': 'karteninhaber|name des karteninhabers|name auf der karte',
    'cc-exp': 'ablaufdatum|gultig bis monat jahr',
    'cc-csc': 'prufnummer|sicherheitscode|kartenprufnummer|prufziffer',
  },
  fr: {
    username:
      'identifiant|nom d utilisateur|nom utilisateur|login|pseudo|pseudonyme|numero client|identifiant client|numero d adherent|adresse e mail ou identifiant|numero de client|votre identifiant|nom d utilisateur ou e mail',
    password:
      'mot de passe|nouveau mot de passe|confirmer le mot de passe|confirmation du mot de passe|mdp|code secret|confirmer mot de passe|ancien mot de passe|mot de passe actuel|code confidentiel|votre mot de passe',
    'one-time-code': 'code de verification|code de confirmation|code sms|code a usage unique|code d activation',
    'cc-number': 'numero de carte|numero de carte bancaire|numero de carte de credit',
    'cc-name': 'titulaire de la carte|nom du titulaire|nom sur la carte|nom du titulaire de la carte',
    'cc-exp': 'date d expiration|expiration',
    'cc-csc': 'cryptogramme|code de securite|cryptogramme visuel',
  },
  fi: { username: 'kayttajatunnus|kayttajanimi', password: 'salasana|salasana uudelleen|vahvista salasana' },
  sv: { username: 'anvandarnamn|anvandar id', password: 'losenord|bekrafta losenord|upprepa losenord' },
  cy: { username: 'enw defnyddiwr', password: 'cyfrinair' },
  es: {
    username: 'usuario|nombre de usuario|identificador|numero de cliente|usuario o correo|usuario o email',
    password: 'contrasena|clave|nueva contrasena|confirmar contrasena|repetir contrasena|repita la contrasena|clave de acceso',
    'cc-number': 'numero de tarjeta|tarjeta de credito',
    'cc-name': 'titular de la tarjeta|nombre del titular|nombre en la tarjeta',
    'cc-exp': 'fecha de caducidad|fecha de vencimiento',
    'cc-csc': 'codigo de seguridad',
  },
  it: {
    username: 'nome utente|utente|username|codice utente|user id|codice cliente',
    password: 'password|conferma password|nuova password|parola chiave',
    'cc-number': 'numero carta|numero di carta',
    'cc-name': 'titolare carta|intestatario carta',
    'cc-exp': 'scadenza',
    'cc-csc': 'codice di sicurezza',
  },
  pt: {
    username: 'usuario|nome de usuario|utilizador|nome de utilizador|login',
    password: 'senha|palavra passe|confirmar senha|nova senha|confirme a senha',
    'cc-number': 'numero do cartao',
    'cc-name': 'nome no cartao|nome impresso no cartao|titular do cartao',
    'cc-exp': 'validade',
    'cc-csc': 'codigo de seguranca',
  },
  ru: {
    username: 'логин|имя пользователя|пользователь|логин или e mail|никнейм|ник|логин или email|email или логин',
    password: 'пароль|новый пароль|повторите пароль|подтверждение пароля|подтвердите пароль|повтор пароля|пароль еще раз',
    'one-time-code': 'код подтверждения|код из смс',
    captcha: 'код с картинки|капча|символы с картинки|код на картинке',
    'cc-number': 'номер карты',
    'cc-csc': 'код безопасности',
  },
  pl: { username: 'login|nazwa uzytkownika|identyfikator|uzytkownik|numer klienta', password: 'haslo|powtorz haslo|nowe haslo' },
  ckb: { username: 'ناوی بەکارهێنەر', password: 'وشەی نهێنی|وشەی تێپەڕ|پاسوۆرد' },
  ps: { username: 'کارن نوم', password: 'پټ نوم|رمز' },
  hi: { username: 'उपयोगकर्ता नाम', password: 'पासवर्ड' },
  zh: { username: '用户名|账号|帐号|登录名', password: '密码|确认密码|新密码', captcha: '验证码', 'cc-number': '卡号|信用卡号' },
  ja: {
    username: 'ユーザー名|ユーザーid|ログインid',
    password: 'パスワード',
    'one-time-code': '認証コード',
    'cc-number': 'カード番号',
    'cc-csc': 'セキュリティコード',
  },
};
