/**
 * Fields that the wallet does not fill yet, as `findMisses` names them. Exact: a field that begins to be filled must be taken off. A wrong value never
 * stands here, so every line ends in `left empty`.
 */
export const notYet: readonly `${string}: left empty`[] = [
  // «فرزند» on a typed sheet means “child of”.
  '/military/service-card farzand: left empty',
  // The clause that names a buyer says in brackets, and not in a heading, that it is the applicant.
  '/land-registry/transfer p5: left empty',
  // The father's given name under “your parents”.
  '/municipality/mairie pere_prenom: left empty',
];
