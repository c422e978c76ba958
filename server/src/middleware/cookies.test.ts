import { describe, expect, it } from 'vitest';
import { createTestApp } from '../testing/test-app.ts';

describe('a cookie', () => {
  it('D12: is bound to its host and to https where there is https', async () => {
    const { deps } = await createTestApp();
    const agencies = deps.agencies.map((agency) => (agency.id === 'tax' ? { ...agency, origin: 'https://tax.example' } : agency));
    const { send } = await createTestApp({ agencies });
    const answer = await send('tax', '/daricheh/caseworker/sign-in?lang=en');
    expect(answer.headers.getSetCookie()).toEqual(['__Host-daricheh_language=en; Path=/; HttpOnly; Secure; SameSite=Lax']);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});
