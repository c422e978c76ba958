import { randomBytes } from 'node:crypto';

/** Answers by the names of the controls. */
export type Answers = Readonly<Record<string, string>>;

type Application = { answers: Answers; touchedAt: number };

/** Applications that are being written, in memory, by the secret in the visitor's cookie; forgotten after an idle hour. */
export type ApplicationStore = {
  readonly open: () => string;
  readonly read: (id: string | undefined) => Answers | undefined;
  readonly write: (id: string, answers: Answers) => void;
  readonly forget: (id: string | undefined) => void;
};

const idleMs = 60 * 60 * 1000;
const mostApplications = 10_000;

export function createApplicationStore(now: () => Date): ApplicationStore {
  const applications = new Map<string, Application>();
  const find = (id: string | undefined) => {
    const application = id === undefined ? undefined : applications.get(id);
    if (application === undefined || now().getTime() - application.touchedAt > idleMs) return undefined;
    application.touchedAt = now().getTime();
    return application;
  };
  return {
    open: () => {
      dropOldest(applications);
      const id = randomBytes(16).toString('base64url');
      applications.set(id, { answers: {}, touchedAt: now().getTime() });
      return id;
    },
    read: (id) => find(id)?.answers,
    write: (id, answers) => {
      const application = find(id);
      if (application !== undefined) application.answers = { ...application.answers, ...answers };
    },
    forget: (id) => void applications.delete(id ?? ''),
  };
}

/** A map keeps the order of insertion: the first is the oldest. */
function dropOldest(applications: Map<string, Application>): void {
  const [oldest] = applications.keys();
  if (applications.size >= mostApplications && oldest !== undefined) applications.delete(oldest);
}
