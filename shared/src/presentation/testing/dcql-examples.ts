// The queries of OpenID for Verifiable Presentations 1.0 (section 6, appendices B.2.4 and D), with credentials of our own that
// answer them. Copyright © 2025 The OpenID Foundation, which lets anyone use the text to make implementations:
// https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#name-notices

const pid = 'https://credentials.example.com/identity_credential';
const otherPid = 'https://othercredentials.example/pid';
const reward = 'https://company.example/company_rewards';
const reduced = (id: string, vct: string, path: string) => ({
  id,
  format: 'dc+sd-jwt',
  meta: { vct_values: [vct] },
  claims: [{ path: [path] }],
});
const names = [{ path: ['given_name'] }, { path: ['family_name'] }, { path: ['address', 'street_address'] }];

/** Each example by what it shows. */
export const dcqlExamples: Readonly<Record<string, { readonly credentials: object[]; readonly credential_sets?: object[] }>> = {
  'three claims of one credential': {
    credentials: [{ id: 'my_credential', format: 'dc+sd-jwt', meta: { vct_values: [pid] }, claims: names }],
  },
  'elements of an mdoc': {
    credentials: [
      {
        id: 'my_credential',
        format: 'mso_mdoc',
        meta: { doctype_value: 'org.iso.7367.1.mVRC' },
        claims: [
          { path: ['org.iso.7367.1', 'vehicle_holder'], intent_to_retain: true },
          { path: ['org.iso.18013.5.1', 'first_name'], intent_to_retain: false },
        ],
      },
    ],
  },
  'several credentials at once': {
    credentials: [
      {
        id: 'pid',
        format: 'dc+sd-jwt',
        meta: { vct_values: [pid] },
        claims: names,
      },
      {
        id: 'mdl',
        format: 'mso_mdoc',
        meta: { doctype_value: 'org.iso.7367.1.mVRC' },
        claims: [{ path: ['org.iso.7367.1', 'vehicle_holder'] }, { path: ['org.iso.18013.5.1', 'first_name'] }],
      },
    ],
  },
  'one identity in any of three ways, and perhaps a reward': {
    credentials: [
      { id: 'pid', format: 'dc+sd-jwt', meta: { vct_values: [pid] }, claims: names },
      { id: 'other_pid', format: 'dc+sd-jwt', meta: { vct_values: [otherPid] }, claims: names },
      reduced('pid_reduced_cred_1', 'https://credentials.example.com/reduced_identity_credential', 'family_name'),
      reduced('pid_reduced_cred_2', 'https://cred.example/residence_credential', 'postal_code'),
      { id: 'nice_to_have', format: 'dc+sd-jwt', meta: { vct_values: [reward] }, claims: [{ path: ['rewards_number'] }] },
    ],
    credential_sets: [
      { options: [['pid'], ['other_pid'], ['pid_reduced_cred_1', 'pid_reduced_cred_2']] },
      { required: false, options: [['nice_to_have']] },
    ],
  },
  'an identity and an address, each by a licence or a card': {
    credentials: [
      ...['mdl', 'photo_card'].map((id) => ({
        id: `${id}-id`,
        format: 'mso_mdoc',
        meta: { doctype_value: id === 'mdl' ? 'org.iso.18013.5.1.mDL' : 'org.iso.23220.photoid.1' },
        claims: ['given_name', 'family_name', 'portrait'].map((name) => ({ id: name, path: [`${id}.1`, name] })),
      })),
      ...['mdl', 'photo_card'].map((id) => ({
        id: `${id}-address`,
        format: 'mso_mdoc',
        meta: { doctype_value: id === 'mdl' ? 'org.iso.18013.5.1.mDL' : 'org.iso.23220.photoid.1' },
        claims: ['resident_address', 'resident_country'].map((name) => ({ id: name, path: [`${id}.1`, name] })),
      })),
    ],
    credential_sets: [
      { options: [['mdl-id'], ['photo_card-id']] },
      { required: false, options: [['mdl-address'], ['photo_card-address']] },
    ],
  },
  'a postal code, or locality and region': {
    credentials: [
      {
        id: 'pid',
        format: 'dc+sd-jwt',
        meta: { vct_values: [pid] },
        claims: [
          { id: 'a', path: ['last_name'] },
          { id: 'b', path: ['postal_code'] },
          { id: 'c', path: ['locality'] },
          { id: 'd', path: ['region'] },
          { id: 'e', path: ['date_of_birth'] },
        ],
        claim_sets: [
          ['a', 'c', 'd', 'e'],
          ['a', 'b', 'e'],
        ],
      },
    ],
  },
  'certain values': {
    credentials: [
      {
        id: 'my_credential',
        format: 'dc+sd-jwt',
        meta: { vct_values: [pid] },
        claims: [
          { path: ['last_name'], values: ['Doe'] },
          { path: ['first_name'] },
          { path: ['address', 'street_address'] },
          { path: ['postal_code'], values: ['90210', '90211'] },
        ],
      },
    ],
  },
  'under certain authorities': {
    credentials: [
      {
        id: 'credential',
        format: 'dc+sd-jwt',
        meta: { vct_values: [pid] },
        trusted_authorities: [{ type: 'aki', values: ['s9tIpPmhxdiuNkHMEWNpYim8S8Y'] }],
      },
    ],
  },
};
