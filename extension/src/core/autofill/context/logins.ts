import type { Concept } from '../concept.ts';
import type { Draft } from '../draft.ts';
import type { PageContext } from '../evidence.ts';
import { hasPhrase, signInPhrases, signUpPhrases } from '../lexicon/section-words.ts';
import { splitName } from '../words.ts';
import { type Drafts, groupByForm } from './neighbours.ts';

/** What people sign in with. */
const identifiers: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>([
  'email',
  'tel',
  'national-id',
  'name',
  'given-name',
  'bank-account-number',
  'health-id',
  'id-card-number',
  undefined,
]);
const reach = 2;
const wholeName = 0.75;

/**
 * Finds what signs somebody in, which is the password manager's: a control that calls itself a login, what stands before the only password of a form that
 * asks for hardly anything else, and the only question of a form that says so. A form that makes an account is not one: it gets data.
 */
export function settleLogins(drafts: Drafts, page: PageContext): void {
  for (const draft of drafts.list) {
    if (draft.concept === 'email' && (isCalledLogin(draft, page) || asksForEither(draft, page))) markUsername(draft);
  }
  for (const group of groupByForm(drafts)) {
    const passwords = group.filter((draft) => draft.concept === 'password' && draft.field.type === 'password');
    const [password] = passwords;
    if (passwords.length === 1 && password) settleBeforePassword(drafts, group, password, page);
    if (passwords.length === 0) settleOnlyQuestion(drafts, group);
  }
}

function settleBeforePassword(drafts: Drafts, group: readonly Draft[], password: Draft, page: PageContext): void {
  const near = group.filter((draft) => isBefore(draft, password));
  const isNew = isSignUp(drafts, password);
  for (const draft of near) {
    if (isNew && draft.concept === 'username' && isEmailOrPhone(draft)) draft.concept = 'email';
    else if (isCalledLogin(draft, page)) markUsername(draft);
  }
  const others = group.filter(
    (draft) => isTyped(draft) && draft !== password && !near.includes(draft) && draft.concept !== 'captcha' && draft.concept !== 'username',
  );
  const isAccountForm = near.some((draft) => isTyped(draft) && !identifiers.has(draft.concept) && draft.concept !== 'username');
  if (isNew || isAccountForm || others.length > 0) return;
  const last = near[near.length - 1];
  // Two names before a password make an account; one signs in.
  if (near.filter(isTyped).length > 1 && near.every((draft) => !isTyped(draft) || draft.concept?.includes('name'))) return;
  for (const draft of near.filter((candidate) => candidate === last || candidate.concept !== 'given-name')) markUsername(draft);
}

/** Sites that ask for the address first and for the password on the next page. */
function settleOnlyQuestion({ snapshot }: Drafts, group: readonly Draft[]): void {
  const typed = group.filter((draft) => draft.field.control === 'text' && draft.field.type !== 'hidden');
  const [only] = typed;
  if (typed.length !== 1 || !only || (only.concept !== 'email' && only.concept !== 'tel')) return;
  const form = snapshot.forms[only.field.form];
  if (hasPhrase([form?.submit ?? '', only.field.headings[0] ?? ''].join(' . '), signInPhrases)) markUsername(only);
}

/** True where the control's own name says login or user name, and not that a new one is made: `username`, `loginMail`. */
function isCalledLogin({ field }: Draft, page: PageContext): boolean {
  return [field.name, field.id]
    .filter((name) => name !== '' && !page.sharedIds.has(name))
    .some((name) => {
      const words = splitName(name).join(' ');
      if (hasPhrase(words, signUpPhrases) || /\bcreate\b/.test(words)) return false;
      const { concept, coverage } = page.readName(name);
      return (concept === 'username' && coverage >= wholeName) || (concept === 'email' && /\b(login|logon|signin|username)\b/.test(words));
    });
}

/** A label that takes an e-mail address or the number of a member, customer, phone: whoever asks for either, looks somebody up. */
function asksForEither({ field }: Draft, page: PageContext): boolean {
  if (field.type === 'email') return false;
  return [...field.labels, field.aria, field.placeholder].some((text) => {
    const sides = text
      .slice(0, longestEither)
      .split(/\/| or | oder | ou | veya | یا | أو /u)
      .map((side) => page.readText(side));
    const others = sides.filter(({ concept }) => concept !== 'email' && concept !== 'name');
    return (
      sides.length === 2 &&
      others.length === 1 &&
      others.every(({ concept, phrase, rest }) => isLookedUp.has(concept) && phrase + rest !== '')
    );
  });
}

const longestEither = 60;
const isLookedUp: ReadonlySet<Draft['concept']> = new Set<Draft['concept']>(['username', 'tel', 'national-id', 'other', undefined]);

function isEmailOrPhone({ field }: Draft): boolean {
  return [...field.labels, field.aria, field.placeholder].some((text) => /mail/i.test(text));
}

function isTyped({ field, concept }: Draft): boolean {
  return field.control === 'text' && concept !== undefined && concept !== 'other';
}

function isBefore(draft: Draft, password: Draft): boolean {
  const distance = password.place - draft.place;
  return distance > 0 && distance <= reach && draft.field.control === 'text' && draft.field.type !== 'hidden';
}

/**
 * Whether a form with one password makes an account, by the first words that say so: on its first button, at the password, in the headings from the nearest
 * outwards, in its name and the page's. Where nothing says, it lets people in.
 */
function isSignUp({ snapshot }: Drafts, { field }: Draft): boolean {
  const form = snapshot.forms[field.form];
  const button = form?.submit.split('|').find((text) => text.trim() !== '') ?? '';
  const own = [...field.labels, field.aria, field.placeholder, field.name, field.id].join(' . ');
  const name = (form?.name ?? '').replace(/[_\-/.]/g, ' ');
  for (const text of [button, own, ...field.headings, name, snapshot.title]) {
    const isNew = hasPhrase(text, signUpPhrases);
    const isKnown = hasPhrase(text, signInPhrases);
    if (isNew !== isKnown) return isNew;
  }
  return false;
}

function markUsername(draft: Draft): void {
  if (!identifiers.has(draft.concept)) return;
  draft.concept = 'username';
  draft.context = 'login-form';
}
