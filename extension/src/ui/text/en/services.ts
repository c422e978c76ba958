import type { SectionLike } from '../catalogue.ts';
import type { services as source } from '../fa/services.ts';

export const services: SectionLike<typeof source> = {
  title: 'Services',
  intro: 'What every agency that joined Daricheh offers.',
  search: 'Search services',
  searchHelp: 'For example: passport, tax, permit',
  none: 'No service by that name. Try another word.',
  emptyTitle: 'No services found yet',
  emptyHelp: 'Daricheh asks the sites that are switched on. If an agency does not answer, try again a little later.',
  found: ({ count }: { count: number }, f) => f.plural(count, { one: '1 service', other: `${f.number(count)} services` }),
  cost: 'Cost',
  time: 'Time',
  days: ({ count }: { count: number }, f) =>
    count === 0 ? 'Same day' : `About ${f.number(count)} ${f.plural(count, { one: 'day', other: 'days' })}`,
  needs: 'What it asks',
  inWallet: ({ count, total }: { count: number; total: number }, f) =>
    count === total ? 'All of it is in your wallet' : `${f.number(count)} of ${f.number(total)} are in your wallet`,
  begin: 'Begin',
  unreachable: ({ agencies }: { agencies: string }) => `Not answering now: ${agencies}`,
};
