import type { LoadedAgency } from '@daricheh/scripts/demo';
import { expect, type Locator, type Page } from '@playwright/test';
import { type Authenticator, addAuthenticator } from '../authenticator.ts';
import type { Language } from './onboarding.ts';

const words = {
  fa: {
    name: 'نام شما، چنان که همکاران می‌بینند',
    enrol: 'ساختن کلید عبور',
    role: 'نقش',
    makeLink: 'ساختن پیوند با کلید عبور',
    link: 'پیوند یک‌بارمصرف',
    recover: 'بازیابی',
    makeRecovery: 'ساختن پیوند بازیابی با کلید عبور',
    makeNew: 'ساختن کلید عبور تازه',
    passkeyName: 'نامی که با آن بشناسیدش، مانند «تلفن من»',
    add: 'افزودن',
  },
  en: {
    name: 'Your name, as colleagues will see it',
    enrol: 'Make a passkey',
    role: 'Role',
    makeLink: 'Make the link with a passkey',
    link: 'One-time link',
    recover: 'Recover',
    makeRecovery: 'Make a recovery link with a passkey',
    makeNew: 'Make a new passkey',
    passkeyName: 'A name to know it by, such as “My phone”',
    add: 'Add',
  },
} as const;

/** The pages about who may get in at an agency's desk, in one person's browser. */
export type DeskScreen = {
  readonly page: Page;
  enrol(name: string, code: string): Promise<void>;
  enrolBy(link: string, name: string): Promise<void>;
  recoverBy(link: string): Promise<void>;
  openStaff(): Promise<void>;
  openRecord(): Promise<void>;
  openAccount(): Promise<void>;
  /** Makes an invitation; the link to hand over. */
  invite(role: 'caseworker' | 'administrator'): Promise<string>;
  /** Opens the recovery of somebody else's account; the link to hand over. */
  recover(name: string): Promise<string>;
  /** Shows the passkey at hand, then makes another on another device. */
  addPasskey(name: string): Promise<void>;
  readonly oneAdministrator: Locator;
  readonly passkeys: Locator;
  record(kind: string): Locator;
};

export async function openDesk(page: Page, agency: LoadedAgency, language: Language): Promise<DeskScreen> {
  const text = words[language];
  const desk = `${agency.origin}/daricheh/caseworker`;
  let authenticator = await addAuthenticator(page, { hasPrf: false });
  const goTo = (url: string) => page.goto(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`);
  const press = async (button: string): Promise<void> => {
    await page.bringToFront();
    await page.getByRole('button', { name: button, exact: true }).click();
  };
  const makeLink = async (button: string): Promise<string> => {
    await press(button);
    await expect(page.getByLabel(text.link)).toBeFocused();
    return page.getByLabel(text.link).inputValue();
  };
  const enrolBy = async (link: string, name: string): Promise<void> => {
    await goTo(link);
    await page.getByLabel(text.name).fill(name);
    await press(text.enrol);
    await expect(page).toHaveURL(desk);
  };
  return {
    page,
    enrolBy,
    enrol: (name, code) => enrolBy(`${desk}/enrol?code=${code}`, name),
    recoverBy: async (link) => {
      await goTo(link);
      await press(text.makeNew);
      await expect(page).toHaveURL(desk);
    },
    openStaff: async () => void (await goTo(`${desk}/staff`)),
    openRecord: async () => void (await goTo(`${desk}/staff/record`)),
    openAccount: async () => void (await goTo(`${desk}/account`)),
    invite: async (role) => {
      await page.getByLabel(text.role).selectOption(role);
      return makeLink(text.makeLink);
    },
    recover: async (name) => {
      await page
        .locator('tr', { hasText: name })
        .getByRole('link', { name: new RegExp(`^${text.recover}`) })
        .click();
      return makeLink(text.makeRecovery);
    },
    addPasskey: async (name) => {
      await page.route('**/account/passkeys/options', async (route) => {
        authenticator = await takeAnother(authenticator, page);
        await route.continue();
      });
      await page.getByLabel(text.passkeyName).fill(name);
      await press(text.add);
      await expect(page.getByRole('heading', { name })).toBeVisible();
      await page.unroute('**/account/passkeys/options');
    },
    oneAdministrator: page.locator('[data-one-administrator]'),
    passkeys: page.locator('[data-passkey]'),
    record: (kind) => page.locator(`[data-event="${kind}"]`),
  };
}

/** The browser refuses a second passkey on an authenticator that has one: the person takes another device in hand. */
async function takeAnother(former: Authenticator, page: Page): Promise<Authenticator> {
  await former.session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: former.id });
  return addAuthenticator(page, { hasPrf: false });
}
