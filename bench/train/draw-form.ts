import { getField, getFieldShape } from '@daricheh/shared/vocabulary';
import { type Concept, isDatum } from '../../extension/src/core/autofill/concept.ts';
import type { PageField, PageSnapshot } from '../../extension/src/core/autofill/snapshot.ts';
import { listAnswers } from './answers.ts';
import { drawControlName } from './draw-name.ts';
import type { Random } from './random.ts';
import { placeLabel, type Style } from './styles.ts';
import { type DrawnLanguage, drawDatum, drawUnknownWord, listPhrases, listSmallWords } from './words.ts';

/** A form as a content script would have read it, and what each of its fields asks; undefined for a question that nothing is known of. */
export type DrawnForm = {
  readonly snapshot: PageSnapshot;
  readonly truths: readonly (Concept | undefined)[];
  readonly style: Style;
  readonly language: DrawnLanguage;
};

/** What a field asks, and the words in which it does. */
type Question = { readonly concept: Concept | undefined; readonly phrase: string };

/** A plausible form of one markup style in one language. */
export function drawForm(random: Random, style: Style, language: DrawnLanguage): DrawnForm {
  const count = style === 'one-question' ? 1 + random.below(2) : 4 + random.below(10);
  const naming = random.below(7);
  const heading = random.chance(0.5) ? `${drawUnknownWord(random, language)} ${drawUnknownWord(random, language)}` : '';
  const questions = Array.from({ length: count }, () => drawQuestion(random, language));
  const fields = questions.map((question, place) => drawField(random, { style, language, naming, heading, question, place }));
  const form = { actionOrigin: null, name: '', hasPassword: fields.some(({ type }) => type === 'password'), submit: '' };
  const snapshot: PageSnapshot = {
    title: '',
    lang: random.chance(0.7) ? language : 'en',
    forms: [form],
    clusters: [],
    isCut: false,
    mark: 'm',
    fields,
  };
  return { snapshot, truths: questions.map(({ concept }) => concept), style, language };
}

const loginQuestions = ['username', 'password', 'one-time-code', 'captcha', 'cc-number', 'cc-name', 'cc-exp', 'cc-csc'] as const;

function drawQuestion(random: Random, language: DrawnLanguage): Question {
  const kind = random.next();
  if (kind < 0.55) return ask(random, drawDatum(random, language), language);
  // The e-mail address that stands on an account: more words, and still what is asked.
  if (kind < 0.63) return addWords(random, ask(random, drawDatum(random, language), language), language);
  if (kind < 0.71) return ask(random, random.pick(loginQuestions), language);
  if (kind < 0.86) return ask(random, 'other', language);
  // The name of something, the number of something: a question that borrows a word from one that we know.
  if (kind < 0.92)
    return { concept: undefined, phrase: `${ask(random, drawDatum(random, language), language).phrase} ${drawWords(random, language, 1)}` };
  return { concept: undefined, phrase: random.chance(0.5) ? drawSentence(random, language) : drawWords(random, language, 2) };
}

/** A question of which only the small words are known. */
function drawSentence(random: Random, language: DrawnLanguage): string {
  const small = listSmallWords(language);
  return `${random.pick(small)} ${drawUnknownWord(random, language)} ${random.pick(small)} ${drawWords(random, language, 3)}`;
}

function addWords(random: Random, { concept, phrase }: Question, language: DrawnLanguage): Question {
  return { concept, phrase: `${phrase} ${drawWords(random, language, 2)}` };
}

function drawWords(random: Random, language: DrawnLanguage, most: number): string {
  return Array.from({ length: 1 + random.below(most) }, () => drawUnknownWord(random, language)).join(' ');
}

function ask(random: Random, concept: Concept, language: DrawnLanguage): Question {
  const phrases = listPhrases(concept, language);
  return phrases.length === 0
    ? { concept: undefined, phrase: drawWords(random, language, 2) }
    : { concept, phrase: random.pickEarly(phrases) };
}

type FieldSpec = {
  readonly style: Style;
  readonly language: DrawnLanguage;
  readonly naming: number;
  readonly heading: string;
  readonly question: Question;
  readonly place: number;
};

function drawField(random: Random, { style, language, naming, heading, question, place }: FieldSpec): PageField {
  const { concept, phrase } = question;
  const answers = concept === undefined ? undefined : listAnswers(random, concept);
  const control = answers === undefined ? 'text' : random.chance(0.3) ? 'radio' : 'select';
  const named = drawControlName(random, { concept, naming, place, language });
  const options = (answers ?? []).map((text, index) => ({
    value: String(index),
    text,
    ...(control === 'radio' ? { handle: place * 100 + index } : {}),
  }));
  const plain: PageField = {
    ...emptyField,
    handle: place * 100,
    control,
    type: control === 'text' ? drawType(random, concept) : control === 'select' ? 'select-one' : 'radio',
    ...named,
    maxLength: control === 'text' && random.chance(0.25) ? drawLength(random, concept) : -1,
    placeholder: control === 'text' && random.chance(0.15) ? drawHint(random, question, language) : '',
    autocomplete: random.chance(0.1) ? drawToken(random, concept) : '',
    // What follows a field is mostly the label of the next one.
    after: random.chance(0.25) ? drawQuestion(random, language).phrase : '',
    headings: heading === '' ? [] : [heading],
    options,
  };
  return placeLabel(plain, style, { text: decorate(random, phrase, language), aside: drawWords(random, language, 2) });
}

/** Stars, colons, a kind request, now and then a typing error. */
function decorate(random: Random, phrase: string, language: DrawnLanguage): string {
  const typed = random.chance(0.08) && phrase.length > 5 ? dropLetter(random, phrase) : phrase;
  const kind = random.below(10);
  const [before, after] = requests[language] ?? ['', ''];
  if (kind === 0 && before !== '') return `${before} ${typed} ${after}`.trim();
  return kind < 3 ? `${typed} *` : kind < 5 ? `${typed}:` : typed;
}

function dropLetter(random: Random, phrase: string): string {
  const at = 1 + random.below(phrase.length - 2);
  return phrase.slice(0, at) + phrase.slice(at + 1);
}

const requests: Readonly<Partial<Record<DrawnLanguage, readonly [string, string]>>> = {
  fa: ['لطفاً', 'خود را وارد کنید'],
  en: ['Please enter your', ''],
  ar: ['الرجاء ادخال', ''],
  tr: ['', 'giriniz'],
  de: ['Bitte', 'eingeben'],
  fr: ['Veuillez saisir votre', ''],
  es: ['Introduzca su', ''],
  it: ['Inserisci', ''],
  ru: ['Введите', ''],
};

function drawType(random: Random, concept: Concept | undefined): string {
  if (concept === 'password') return random.chance(0.9) ? 'password' : 'text';
  const kind = concept !== undefined && isDatum(concept) ? getField(concept).kind : 'text';
  if (kind === 'email') return random.chance(0.6) ? 'email' : 'text';
  if (kind === 'phone') return random.chance(0.45) ? 'tel' : 'text';
  if (kind === 'date') return random.chance(0.35) ? 'date' : 'text';
  if (kind === 'address') return random.chance(0.35) ? 'textarea' : 'text';
  if (kind === 'digits' || kind === 'integer') return random.chance(0.25) ? random.pick(['number', 'tel']) : 'text';
  return random.chance(0.03) ? random.pick(['tel', 'search']) : 'text';
}

function drawLength(random: Random, concept: Concept | undefined): number {
  const shape = concept !== undefined && isDatum(concept) ? getFieldShape(concept) : undefined;
  return shape !== undefined && shape.most <= 40 && random.chance(0.7) ? shape.most : random.pick([10, 20, 50, 100, 255]);
}

/** What is asked once more, an example, or a word about how to write. */
function drawHint(random: Random, { concept, phrase }: Question, language: DrawnLanguage): string {
  if (random.chance(0.4)) return concept === 'email' ? 'name@example.org' : concept === 'tel' ? '09120000000' : phrase;
  return random.pick(['…', '1234', drawUnknownWord(random, language), 'ali', '10']);
}

/** A token of the HTML standard, where there is one; now and then one that was copied from elsewhere. */
function drawToken(random: Random, concept: Concept | undefined): string {
  if (random.chance(0.04)) return random.pick(['given-name', 'email', 'tel']);
  return concept !== undefined && standardTokens.has(concept) ? concept : random.pick(['off', 'on', '']);
}

const standardTokens: ReadonlySet<string> = new Set(
  (
    'name given-name additional-name family-name nickname organization-title username organization street-address address-line1 address-line2 address-level1 ' +
    'address-level2 country postal-code cc-name cc-number cc-exp cc-csc language bday sex url tel email one-time-code'
  ).split(' '),
);

const emptyField: PageField = {
  handle: 0,
  control: 'text',
  type: 'text',
  name: '',
  id: '',
  classes: '',
  autocomplete: '',
  inputMode: '',
  pattern: '',
  maxLength: -1,
  required: false,
  state: 'visible',
  hasValue: false,
  labels: [],
  aria: '',
  description: '',
  placeholder: '',
  title: '',
  cell: '',
  column: '',
  box: '',
  before: [],
  after: '',
  groups: [],
  headings: [],
  form: 0,
  options: [],
};
