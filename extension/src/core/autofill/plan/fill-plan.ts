import type { AnswerSource } from '@daricheh/shared/submission';
import type { FieldId } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';
import type { Provenance } from '../../consent/provenance.ts';
import type { FamilyRelation } from '../../family/family-member.ts';
import type { Reason } from '../classify.ts';
import type { Person } from '../lexicon/people-words.ts';
import { snapshotLimits } from '../snapshot-limits.ts';

const handle = z.number().check(z.int(), z.gte(0));

/**
 * How one control is written. `text`: the first of the texts that the control's own rules (pattern, length) accept. `option`: a select's option by value and
 * text, since pages give two options one value. `check`: the radio button or checkbox with this handle. `boxes`: one value over several boxes, of which the
 * first names the line. `choose`: an answer of a list that opens when it is asked for, by the words that may name it, the likeliest first; where it is a box
 * to type into and no list opens, the first word stays as typed.
 */
export const fieldWrite = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    handle,
    texts: z.array(z.string().check(z.maxLength(2000))).check(z.minLength(1), z.maxLength(8)),
  }),
  z.strictObject({
    kind: z.literal('option'),
    handle,
    value: z.string().check(z.maxLength(snapshotLimits.optionText)),
    text: z.string().check(z.maxLength(snapshotLimits.optionText)),
  }),
  z.strictObject({ kind: z.literal('check'), handle, option: handle }),
  z.strictObject({
    kind: z.literal('boxes'),
    handle,
    boxes: z.array(z.strictObject({ handle, text: z.string().check(z.maxLength(100)) })).check(z.minLength(2), z.maxLength(40)),
  }),
  z.strictObject({
    kind: z.literal('choose'),
    handle,
    words: z.array(z.string().check(z.maxLength(2000))).check(z.minLength(1), z.maxLength(60)),
    list: z.enum(['plain', 'place', 'country']),
  }),
]);
export type FieldWrite = z.infer<typeof fieldWrite>;

/** One value that the wallet holds and where it comes from (as `readVouchedHoldings` gives them). */
export type HeldValue = {
  readonly datum: FieldId;
  readonly value: string;
  readonly source: AnswerSource;
  readonly provenance?: Provenance | undefined;
};

/** One control that will be filled, if the citizen leaves it ticked. */
export type PlanLine = {
  readonly handle: number;
  /** What the page calls it; empty where it calls it nothing. */
  readonly label: string;
  readonly datum: FieldId;
  /** What will stand in the control, as the page will show it. */
  readonly shown: string;
  readonly source: AnswerSource;
  /** What vouches for it; of a value made from others, what vouches for the first of these. */
  readonly provenance: Provenance | undefined;
  readonly reason: Reason;
  /** True when something stands there already: it is kept, unless the citizen says otherwise. */
  readonly isTaken: boolean;
  /** Id of the correction by which the citizen said what the field asks; undefined where it was found out. */
  readonly learned: string | undefined;
  /** True where the agency itself says what the field asks, in its form map. */
  readonly isMapped: boolean;
  /** Whom the field seems to be about, where the citizen has said that it is about them all the same, or it is filled from what they said of that person. */
  readonly person: Person | undefined;
  /** Whose value it is, where it is not the citizen's own. */
  readonly relative: FamilyRelation | undefined;
  readonly write: FieldWrite;
};

/** Why a control is left alone. `no-value`: the wallet holds no such datum. `no-option`: none of the page's answers is the citizen's. `kept-empty`: the page itself says that people leave it empty (a trap for robots). `told-empty`: the citizen wants it left empty in this form. `mapped-empty`: the agency does. `which-relative`: it waits for the citizen to say which of their children it is about. */
export type SkipReason =
  | 'hidden'
  | 'locked'
  | 'other-person'
  | 'which-relative'
  | 'login'
  | 'card'
  | 'captcha'
  | 'no-value'
  | 'no-option'
  | 'too-long'
  | 'kept-empty'
  | 'told-empty'
  | 'mapped-empty'
  | 'unknown';

export type SkippedLine = {
  readonly handle: number;
  readonly label: string;
  readonly why: SkipReason;
  readonly datum: FieldId | undefined;
  readonly person: Person | undefined;
  readonly learned: string | undefined;
  readonly isMapped: boolean;
};

/** A form is about one of several members of the family, and the citizen says which. `picked`: the id of the one they named; undefined until they have. */
export type RelativeChoice = {
  readonly relation: FamilyRelation;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly picked: string | undefined;
};

/** What would be written into one frame, and what would not. */
export type FramePlan = {
  /** Of the snapshot that this was made from; the frame is written only while it still has it. */
  readonly mark: string;
  /** Of the same snapshot: which step of its form it showed. */
  readonly stage: string;
  readonly lines: readonly PlanLine[];
  readonly skipped: readonly SkippedLine[];
  readonly choices: readonly RelativeChoice[];
  /** Other origins that forms with lines post to. */
  readonly postsTo: readonly string[];
  /** True when the frame holds more than was read of it. */
  readonly isCut: boolean;
};
