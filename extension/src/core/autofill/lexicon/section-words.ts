import { foldForMatching } from '@daricheh/shared/vocabulary';

const fold = (text: string): readonly string[] => text.split('|').map((phrase) => ` ${foldForMatching(phrase)} `);

/** Headings over lists of what somebody did before: schools, posts, courses. What stands there is not the person's present data. */
export const historyPhrases = fold(
  'education history|work history|employment history|work experience|experiences|experience|previous employment|previous jobs|job history|training courses|courses|certificates|qualifications and experience|academic record|educational background|سوابق تحصیلی|سوابق شغلی|سوابق کاری|سوابق|سابقه کاری|دوره های آموزشی|دوره ها|مدارک تحصیلی|مهارت ها|سوابق پژوهشی|سوابق آموزشی|تجارت شغلی|تجارب شغلی|تجربیات|الخبرات|الخبرات الوظيفية|الخبرات السابقة|الخبرات العملية|الشهادات التعليمية|الشهادات|المؤهلات العلمية|الوظائف الاخيرة|الدورات|الدورات التدريبية|الوظائف السابقة|is deneyimi|is tecrubesi|is deneyimleri|egitim bilgileri|kurs|kurslar|seminer|calistiginiz kuruluslar|is hayatiniz|berufserfahrung|ausbildung|werdegang|experiences professionnelles|formations|parcours',
);

/** Words of forms that let somebody in, and of forms that make an account; the second kind gets data, the first is the password manager's. */
export const signInPhrases = fold(
  'log in|login|sign in|signin|log on|logon|returning customer|already have an account|welcome back|ورود|ورود به سامانه|ورود به حساب|ورود کاربران|ورود اعضا|وارد شوید|تسجيل الدخول|دخول|giris|giris yap|oturum ac|uye girisi|anmelden|anmeldung|einloggen|connexion|se connecter|connectez vous|iniciar sesion|acceder|entrar|accedi|entra|войти|вход|zaloguj|kirjaudu|logga in|mewngofnodi|چوونەژوورەوە|登录|ログイン|mijn account|inloggen',
);
export const signUpPhrases = fold(
  'create a password|create password|choose a password|create your password|create|sign up|signup|register|registration|create account|create an account|create your account|create a free account|join|join now|join us|new account|open an account|get started|subscribe|newsletter|ثبت نام|عضویت|ایجاد حساب|ساخت حساب|نام نویسی|عضو شوید|ثبت کاربر|انشاء حساب|التسجيل|تسجيل جديد|حساب جديد|تسجيل|kayit ol|kayit|uye ol|hesap olustur|uyelik|registrieren|konto erstellen|registrierung|s inscrire|inscription|creer un compte|creer mon compte|registrarse|crear cuenta|registrati|crea account|cadastrar|cadastro|criar conta|регистрация|зарегистрироваться|zarejestruj|rejestracja|rekisteroidy|registrera|cofrestru|注册|登録|new email|update email|change email|update|mailing list',
);

/** Headings of forms about a vehicle. */
export const vehiclePhrases = fold(
  'vehicle|vehicles|car|motor vehicle|vehicle registration|خودرو|وسیله نقلیه|ماشین|مشخصات خودرو|سیارة|السيارة|المركبة|arac|araci|fahrzeug|vehicule',
);

/** True when one of the phrases stands in the text as whole words. */
export function hasPhrase(text: string, phrases: readonly string[]): boolean {
  const padded = ` ${foldForMatching(text.slice(0, 400)).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
  return phrases.some((phrase) => padded.includes(phrase));
}
