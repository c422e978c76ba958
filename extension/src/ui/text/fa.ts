import type { Catalogue } from './catalogue.ts';
import { attach } from './fa/attach.ts';
import { batch } from './fa/batch.ts';
import { cases } from './fa/cases.ts';
import { common } from './fa/common.ts';
import { consent } from './fa/consent.ts';
import { correct } from './fa/correct.ts';
import { documents } from './fa/documents.ts';
import { drafts } from './fa/drafts.ts';
import { facts } from './fa/facts.ts';
import { family } from './fa/family.ts';
import { fieldIcon } from './fa/field-icon.ts';
import { fill } from './fa/fill.ts';
import { history } from './fa/history.ts';
import { onboarding } from './fa/onboarding.ts';
import { popup } from './fa/popup.ts';
import { present } from './fa/present.ts';
import { proofs } from './fa/proofs.ts';
import { receive } from './fa/receive.ts';
import { services } from './fa/services.ts';
import { settings } from './fa/settings.ts';
import { shell } from './fa/shell.ts';
import { sign } from './fa/sign.ts';
import { unlock } from './fa/unlock.ts';

/** Persian: the language that the wallet is written in. Each section stands in a file of its own. */
export const fa = {
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
} satisfies Catalogue;
