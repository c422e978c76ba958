import { describe, expect, it } from 'vitest';
import { matchForm } from './match-form.ts';

const definition = {
  fields: [
    { id: 'given-name', control: 'first_name', datum: 'given-name' },
    { id: 'postcode', control: 'postal_code', datum: 'postal-code' },
  ],
};
const jws = (payload: unknown) => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2ln`;
const formUri = '/daricheh/forms/x';
const mapUri = '/.well-known/daricheh-form-map';

async function match(inner: string, answers: Readonly<Record<string, Response>> = {}) {
  document.body.innerHTML = `<form data-daricheh-form="${formUri}">${inner}</form>`;
  const form = document.querySelector('form');
  if (form === null) throw new Error('no form');
  const [asked, warned]: [string[], string[]] = [[], []];
  const served: Readonly<Record<string, Response>> = { [formUri]: new Response(jws(definition)), ...answers };
  const sought = await matchForm(form, {
    fetchText: async (path) => {
      asked.push(path);
      return served[path] ?? new Response('', { status: 404 });
    },
    path: '/form',
    warn: (words) => void warned.push(words),
  });
  return { sought, asked, warned, html: form.innerHTML };
}

describe('matching a form with its definition', () => {
  it('is silent where each field has its control, and asks for the definition alone', async () => {
    const inner = '<input name="first_name"><input name="postal_code"><input type="hidden" name="token"><button name="go">Send</button>';
    const { asked, warned, sought, html } = await match(inner);
    expect([asked, warned]).toEqual([[formUri], []]);
    expect(sought?.fields.map(({ id }) => id)).toEqual(['given-name', 'postcode']);
    expect(html).toBe(inner);
  });

  it('is silent where the page marks its controls, or the form map says where they are', async () => {
    expect((await match('<input name="a" data-daricheh-field="given-name"><input name="postal_code">')).warned).toEqual([]);
    const forms = [{ paths: ['/form'], marks: ['row1'], fields: [{ control: 'row1', datum: 'given-name' }] }];
    const { asked, warned } = await match('<input name="row1"><input name="postal_code">', { [mapUri]: new Response(jws({ forms })) });
    expect([asked, warned]).toEqual([[formUri, mapUri], []]);
  });

  it('says what is missing, what is idle and what stands twice, in one message', async () => {
    const { warned } = await match(
      '<input name="first_name"><input name="first_name"><input name="vorname"><input name="b" data-daricheh-field="town">',
    );
    expect(warned).toHaveLength(1);
    expect(warned[0]?.split('\n · ')).toEqual([
      'Daricheh: this form and its definition /daricheh/forms/x do not fit. It posts as it always did.',
      'Field "postcode" has no control. Name one "postal_code", or mark one with data-daricheh-field="postcode".',
      'Field "given-name" has 2 controls: "first_name", "first_name". Where they differ, the form cannot be signed; leave one.',
      'Control "vorname" answers no field of the definition. What is written there is not signed.',
      'Control "b" is marked with data-daricheh-field="town", which the definition does not have. What is written there is not signed.',
    ]);
  });

  it('takes radio buttons of one name for one control, and no password for any', async () => {
    const inner =
      '<input type="radio" name="first_name" value="1"><input type="radio" name="first_name" value="2"><input name="postal_code" type="password">';
    const { warned } = await match(inner);
    expect(warned[0]?.split('\n · ').slice(1)).toEqual([expect.stringContaining('"postcode" has no control')]);
  });

  it.each([
    ['the server has no such form', new Response('', { status: 404 }), 'answers 404'],
    ['it is no definition', new Response('<!doctype html>'), 'is no form definition'],
  ])('says so where %s, and leaves the form alone', async (_when, answer, words) => {
    const { warned, sought } = await match('<input name="first_name">', { [formUri]: answer });
    expect(sought).toBeUndefined();
    expect(warned).toEqual([expect.stringContaining(words)]);
  });
});
