import { type DemoAgencyId, originOf, type TestApp, type TestRequest } from './test-app.ts';
import type { TestWallet } from './test-wallet.ts';

export type TestAnswer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** What an agency's page gets when it asks for a presentation: a request for the Digital Credentials API, or a link. */
export type Asked = {
  readonly id: string;
  readonly request: { readonly protocol: string; readonly data: { readonly request: string } };
  readonly link: string;
};

/** A browser with its cookies, at the pages of one agency. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly app: TestApp;
  readonly agency: DemoAgencyId;

  constructor(app: TestApp, agency: DemoAgencyId = 'tax') {
    this.app = app;
    this.agency = agency;
  }

  async send(path: string, init: TestRequest = {}): Promise<TestAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = { origin: originOf(this.agency), 'sec-fetch-site': 'same-origin', ...(cookie === '' ? {} : { cookie }) };
    const answer = await this.app.send(this.agency, path, { ...init, headers: { ...own, ...init.headers } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return readAnswer(answer);
  }

  /** Asks for a sign-in, as the agency's page does. */
  async ask(body: object = {}): Promise<Asked> {
    const { body: asked } = await this.send('/daricheh/verifier/requests', { json: { use: 'sign-in', channel: 'dc_api', ...body } });
    return asked as Asked;
  }

  /** Hands over what the Digital Credentials API gave. */
  hand({ id }: { readonly id: string }, response: string): Promise<TestAnswer> {
    return this.send(`/daricheh/verifier/requests/${id}/dc-response`, { json: { response } });
  }
}

/** The encrypted response with which `wallet` answers a page of the tax administration. */
export async function answerByApi(wallet: TestWallet, { request }: Asked, change: object = {}): Promise<string> {
  const read = await wallet.read({ kind: 'dc_api', protocol: request.protocol, data: request.data, origin: originOf('tax') });
  const answer = await wallet.answer(read, change);
  if (answer.kind !== 'dc_api') throw new Error(answer.kind);
  return String(answer.data['response']);
}

/** The form with which `wallet` answers a link followed at the passport office. */
export async function answerByLink(wallet: TestWallet, { link }: Asked): Promise<Record<string, string>> {
  const answer = await wallet.answer(await wallet.read({ kind: 'link', uri: link, origin: originOf('passport') }));
  if (answer.kind !== 'post') throw new Error(answer.kind);
  return { ...answer.form };
}

/** Posts an answer as a wallet does: with no cookie and from no page. */
export async function directPost(
  app: TestApp,
  { id }: { readonly id: string },
  form: Record<string, string>,
  agency: DemoAgencyId = 'passport',
): Promise<TestAnswer> {
  return readAnswer(await app.send(agency, `/daricheh/verifier/requests/${id}/direct-post`, { form }));
}

/** The response code in the address that a posted answer is sent on to. */
export function responseCodeOf({ body }: TestAnswer): string {
  return new URL(String(body['redirect_uri'])).searchParams.get('response_code') ?? '';
}

async function readAnswer(answer: Response): Promise<TestAnswer> {
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
