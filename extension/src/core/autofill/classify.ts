import type { FieldId } from '@daricheh/shared/vocabulary';
import { isDatum, isRefused } from './concept.ts';
import { settleAddressLines } from './context/addresses.ts';
import { settleCards } from './context/cards.ts';
import { settleDates } from './context/dates.ts';
import { type EarlierStep, settleEarlierStep } from './context/earlier-step.ts';
import { settleEmergencyContact } from './context/emergency.ts';
import { settleLists } from './context/lists.ts';
import { settleLogins } from './context/logins.ts';
import { settleNames } from './context/names.ts';
import type { Drafts } from './context/neighbours.ts';
import { settlePhones } from './context/phones.ts';
import { settleTitles } from './context/titles.ts';
import { settleUnits } from './context/units.ts';
import { settleVehicles } from './context/vehicles.ts';
import { settleWhich } from './context/which.ts';
import { settleWhose } from './context/whose.ts';
import { type ContextReason, type Draft, draftField } from './draft.ts';
import type { Evidence, Signal } from './evidence.ts';
import type { Person } from './lexicon/index.ts';
import { weigh } from './model/weigh.ts';
import { createPageContext } from './page-context.ts';
import type { PageSnapshot } from './snapshot.ts';
import { splitName } from './words.ts';

/** Why a field was taken for what it was: the strongest evidence in the page's own words, and what its neighbours added. */
export type Reason = { readonly signal: Signal | undefined; readonly words: string; readonly context: ContextReason | undefined };

/** What a field asks for: a datum of the applicant's, or of somebody else. `which`: the how-manieth of several such people, from 1. */
export type Verdict =
  | { readonly kind: 'datum'; readonly datum: FieldId }
  | { readonly kind: 'other-person'; readonly person: Person; readonly which: number; readonly datum: FieldId }
  | { readonly kind: 'refused'; readonly what: 'login' | 'card' | 'captcha' }
  | { readonly kind: 'unknown' };

export type Classified = { readonly handle: number; readonly verdict: Verdict; readonly reason: Reason };

/**
 * Says of every field of a frame what it asks for, about whom, and why. `earlier`: what the step before this one left, where it is a step of a form. Time is
 * linear in the snapshot, which is bounded.
 */
export function classifyPage(snapshot: PageSnapshot, earlier?: EarlierStep): Classified[] {
  const page = createPageContext(snapshot);
  const drafts: Drafts = {
    snapshot,
    list: snapshot.fields.map((field, place) => draftField(field, place, page)),
    nameWords: snapshot.fields.map(({ name }) => splitName(name)),
  };
  settleDates(drafts, page);
  settleCards(drafts);
  settleWhose(drafts, page);
  settleLists(drafts, page);
  settleNames(drafts);
  settleTitles(drafts);
  settleVehicles(drafts);
  settleUnits(drafts);
  settleAddressLines(drafts);
  settlePhones(drafts);
  settleLogins(drafts, page);
  settleEmergencyContact(drafts);
  settleEarlierStep(drafts, page, earlier);
  settleWhich(drafts);
  return drafts.list.map((draft) => ({ handle: draft.field.handle, verdict: judge(draft), reason: explain(draft) }));
}

function judge(draft: Draft): Verdict {
  const { concept, person } = draft;
  if (concept === undefined || concept === 'other') return { kind: 'unknown' };
  if (isRefused(concept))
    return { kind: 'refused', what: concept === 'captcha' ? 'captcha' : concept.startsWith('cc-') ? 'card' : 'login' };
  if (!isDatum(concept)) return { kind: 'unknown' };
  return person === undefined ? { kind: 'datum', datum: concept } : { kind: 'other-person', person, which: draft.which, datum: concept };
}

function explain({ concept, evidence, context }: Draft): Reason {
  const [first] = evidence.filter((item) => item.concept === concept).sort((a, b) => weighItem(b) - weighItem(a));
  const shown = first ?? evidence[0];
  return { signal: shown?.signal, words: tidyWords(shown?.words ?? ''), context };
}

function weighItem({ kind, concept, share }: Evidence): number {
  return share * weigh(kind, concept);
}

/** Without the stars and colons that labels carry at their end. */
function tidyWords(words: string): string {
  const signs = [...words];
  return signs
    .slice(0, signs.findLastIndex((sign) => !/[\s*:：]/.test(sign)) + 1)
    .join('')
    .trim();
}
