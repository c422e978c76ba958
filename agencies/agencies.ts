import type { ServiceCatalogue } from '@daricheh/shared/catalogue';
import type { FormMapContent } from '@daricheh/shared/form-map';
import type { FormDefinition } from '@daricheh/shared/submission';
import type { LocalizedText, TrustedAgency } from '@daricheh/shared/trust';
import { type DocumentTypeId, documentTypes } from '@daricheh/shared/vocabulary';
import { buildServices as buildRegistryServices } from './civil-registry/services.ts';
import * as companies from './companies/services.ts';
import { buildServices as buildGalleryServices } from './gallery/services.ts';
import * as licence from './licence/services.ts';
import { buildFormMap } from './municipality/form-map.ts';
import { buildServices as buildMunicipalityServices } from './municipality/services.ts';
import { buildForm as buildPassportForm } from './passport/form.ts';
import { buildServices as buildPassportServices } from './passport/services.ts';
import * as residents from './residents/services.ts';
import { buildForm as buildTaxForm } from './tax/form.ts';
import { buildJointForm } from './tax/joint-form.ts';
import { buildServices as buildTaxServices, documents as taxDocuments } from './tax/services.ts';
import { buildServices as buildTransportServices } from './transport/services.ts';
import * as university from './university/services.ts';

/** What an agency hands in when it joins: who it is, what it may ask, which forms and services it has. */
export type DemoAgency = {
  readonly id:
    | 'civil-registry'
    | 'tax'
    | 'passport'
    | 'transport'
    | 'municipality'
    | 'licence'
    | 'residents'
    | 'university'
    | 'companies'
    | 'gallery';
  readonly host: string;
  readonly name: LocalizedText;
  readonly level: TrustedAgency['level'];
  readonly uses: TrustedAgency['uses'];
  /** The types of document that it issues. */
  readonly issues: readonly DocumentTypeId[];
  /** Path of its page where a wallet sends the citizen who wants a document; absent where it gives out links alone. */
  readonly authorizationPath?: string;
  /** Where a citizen complains about it. */
  readonly contact: TrustedAgency['contact'];
  readonly buildServices: (origin: string) => ServiceCatalogue;
  readonly buildForms: readonly ((origin: string) => FormDefinition)[];
  /** What the fields of its forms ask for, where it says so. */
  readonly buildFormMap?: () => FormMapContent;
};

/** Ids of the registered uses that the sites and forms name. */
export const useIds = { signIn: 'sign-in', submission: 'submission', licence: 'licence' } as const;

const signIn: TrustedAgency['uses'][number] = {
  id: useIds.signIn,
  purpose: { fa: 'ورود شما و یافتن پروندهٔ شما', en: 'To sign you in and find your record' },
  attributes: [
    {
      vct: documentTypes.identity.vct,
      claims: [['given_name'], ['family_name'], ['given_name_latin'], ['family_name_latin'], ['national_id']],
    },
  ],
};
const submission: TrustedAgency['uses'][number] = {
  id: useIds.submission,
  purpose: { fa: 'امضای آنچه می‌فرستید', en: 'To sign what you send' },
  attributes: [{ vct: documentTypes.signing.vct, claims: [['national_id']] }],
};

/** A driving licence in the form that verifiers abroad read too. */
const { docType, namespace } = documentTypes['driving-licence'].mdoc;
const licenceCheck: TrustedAgency['uses'][number] = {
  id: useIds.licence,
  purpose: { fa: 'شناختن شما از روی گواهینامهٔ رانندگی', en: 'To identify you by your driving licence' },
  attributes: [{ doctype: docType, claims: ['family_name', 'given_name', 'document_number', 'portrait'].map((name) => [namespace, name]) }],
};

type Counter = {
  readonly documents: readonly DocumentTypeId[];
  readonly name: LocalizedText;
  readonly buildServices: DemoAgency['buildServices'];
};

/** An agency whose site is a counter for documents, and no more. */
function describeCounter(id: DemoAgency['id'], { name, documents, buildServices }: Counter): DemoAgency {
  const host = `${id}.localhost`;
  const contact = `mailto:complaints@${host}`;
  return { ...{ id, host, name, contact }, level: 3, uses: [signIn], issues: documents, buildServices, buildForms: [] };
}

/** The agencies of the demo. The look-alike is none of them. */
export const demoAgencies: readonly DemoAgency[] = [
  {
    id: 'civil-registry',
    host: 'civil-registry.localhost',
    name: { fa: 'سازمان ثبت احوال (نمونه)', en: 'Civil Registry (demo)' },
    level: 3,
    uses: [],
    issues: ['identity', 'signing', 'mandate'],
    authorizationPath: '/identity',
    contact: 'mailto:complaints@civil-registry.localhost',
    buildServices: buildRegistryServices,
    buildForms: [],
  },
  {
    id: 'tax',
    host: 'tax.localhost',
    name: { fa: 'سازمان امور مالیاتی (نمونه)', en: 'Tax Administration (demo)' },
    level: 2,
    uses: [signIn, submission],
    issues: taxDocuments,
    contact: 'mailto:complaints@tax.localhost',
    buildServices: buildTaxServices,
    buildForms: [buildTaxForm, buildJointForm],
  },
  {
    id: 'passport',
    host: 'passport.localhost',
    name: { fa: 'ادارهٔ گذرنامه (نمونه)', en: 'Passport Office (demo)' },
    level: 3,
    uses: [signIn, submission, licenceCheck],
    issues: [],
    contact: 'mailto:complaints@passport.localhost',
    buildServices: buildPassportServices,
    buildForms: [buildPassportForm],
  },
  {
    id: 'transport',
    host: 'transport.localhost',
    name: { fa: 'ادارهٔ راهنمایی و رانندگی (نمونه)', en: 'Department of Transport (demo)' },
    level: 0,
    uses: [],
    issues: [],
    contact: 'mailto:complaints@transport.localhost',
    buildServices: buildTransportServices,
    buildForms: [],
  },
  {
    id: 'municipality',
    host: 'municipality.localhost',
    name: { fa: 'شهرداری نمونه‌شهر', en: 'Municipality of Nemouneshahr (demo)' },
    level: 0,
    uses: [],
    issues: [],
    contact: 'mailto:complaints@municipality.localhost',
    buildServices: buildMunicipalityServices,
    buildForms: [],
    buildFormMap,
  },
  describeCounter('licence', licence),
  describeCounter('residents', residents),
  describeCounter('university', university),
  { ...describeCounter('companies', companies), authorizationPath: '/documents/authorize' },
  {
    id: 'gallery',
    host: 'gallery.localhost',
    name: { fa: 'نمایشگاه فرم‌ها (نمونه)', en: 'Gallery of forms (demo)' },
    level: 0,
    uses: [],
    issues: [],
    contact: 'mailto:complaints@gallery.localhost',
    buildServices: buildGalleryServices,
    buildForms: [],
  },
];
