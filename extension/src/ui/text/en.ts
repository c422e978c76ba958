import type { CatalogueLike } from './catalogue.ts';
import { attach } from './en/attach.ts';
import { batch } from './en/batch.ts';
import { cases } from './en/cases.ts';
import { common } from './en/common.ts';
import { consent } from './en/consent.ts';
import { correct } from './en/correct.ts';
import { documents } from './en/documents.ts';
import { drafts } from './en/drafts.ts';
import { facts } from './en/facts.ts';
import { family } from './en/family.ts';
import { fieldIcon } from './en/field-icon.ts';
import { fill } from './en/fill.ts';
import { history } from './en/history.ts';
import { onboarding } from './en/onboarding.ts';
import { popup } from './en/popup.ts';
import { present } from './en/present.ts';
import { proofs } from './en/proofs.ts';
import { receive } from './en/receive.ts';
import { services } from './en/services.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { sign } from './en/sign.ts';
import { unlock } from './en/unlock.ts';
import type { fa } from './fa.ts';

/** English: every section and sentence of `fa`, or it does not compile. */
export const en: CatalogueLike<typeof fa> = {
  common,
  shell,
  consent,
  proofs,
  receive,
  present,
  sign,
  batch,
  documents,
  drafts,
  facts,
  family,
  attach,
  fieldIcon,
  fill,
  correct,
  cases,
  services,
  history,
  onboarding,
  popup,
  settings,
  unlock,
};
