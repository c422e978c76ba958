import { bank } from './bank/truth.ts';
import { civilRegistry } from './civil-registry/truth.ts';
import { companyRegister } from './company-register/truth.ts';
import { court } from './court/truth.ts';
import { culture } from './culture/truth.ts';
import { customs } from './customs/truth.ts';
import { elections } from './elections/truth.ts';
import { healthInsurance } from './health-insurance/truth.ts';
import { huntingFishing } from './hunting-fishing/truth.ts';
import { immigration } from './immigration/truth.ts';
import { labour } from './labour/truth.ts';
import { landRegistry } from './land-registry/truth.ts';
import { military } from './military/truth.ts';
import { municipality } from './municipality/truth.ts';
import { passport } from './passport/truth.ts';
import { pension } from './pension/truth.ts';
import { post } from './post/truth.ts';
import { school } from './school/truth.ts';
import { socialSecurity } from './social-security/truth.ts';
import { statistics } from './statistics/truth.ts';
import { tax } from './tax/truth.ts';
import { trafficPolice } from './traffic-police/truth.ts';
import type { GalleryKind } from './truth.ts';
import { university } from './university/truth.ts';
import { utilities } from './utilities/truth.ts';
import { veterinary } from './veterinary/truth.ts';
import { welfare } from './welfare/truth.ts';

export { moreFacts } from './citizen.ts';
export type { FieldTruth, GalleryKind, GalleryPage } from './truth.ts';

/** Every page of the gallery, by the kind of agency that would have it. */
export const gallery: readonly GalleryKind[] = [
  tax,
  civilRegistry,
  passport,
  trafficPolice,
  municipality,
  healthInsurance,
  socialSecurity,
  pension,
  labour,
  welfare,
  school,
  university,
  military,
  court,
  landRegistry,
  customs,
  bank,
  utilities,
  post,
  elections,
  companyRegister,
  statistics,
  culture,
  immigration,
  veterinary,
  huntingFishing,
];
