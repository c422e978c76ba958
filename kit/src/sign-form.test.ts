import { beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareForm } from './sign-form.ts';

const receipt = { caseNumber: 'TX-1405-7', dueAt: '2026-12-22T20:30:00Z', receipt: 'a.b.c' };

function setUp(options: { language?: string; inner?: string } = {}) {
  document.documentElement.lang = options.language ?? 'fa';
  const inner =
    options.inner ??
    '<input name="a"><div class="actions"><button type="button" data-daricheh-sign hidden>امضا</button><button>بفرست</button></div>';
  document.body.innerHTML = `<form data-daricheh-form="/daricheh/forms/x" action="/daricheh/forms/x/plain" method="post">${inner}</form>`;
  const form = document.querySelector('form');
  if (form === null) throw new Error('no form');
  prepareForm(form);
  return {
    form,
    hear: (name: string, detail: unknown) =>
      form.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: typeof detail === 'string' ? detail : JSON.stringify(detail) })),
    find: (selector: string) => document.querySelector<HTMLElement>(selector),
  };
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('a form that can be signed', () => {
  it('is left as it is: hidden button, plain post', () => {
    const { form, find } = setUp();
    expect(find('[data-daricheh-sign]')?.hidden).toBe(true);
    expect([form.getAttribute('action'), form.method]).toEqual(['/daricheh/forms/x/plain', 'post']);
    const submitted = vi.fn((event: Event) => event.preventDefault());
    form.addEventListener('submit', submitted);
    form.requestSubmit();
    expect(submitted.mock.calls[0]?.[0]).toMatchObject({ type: 'submit' });
  });

  it('gets a hidden sign button where the page has none', () => {
    const { find } = setUp({ inner: '<input name="a"><button>Send</button>', language: 'en' });
    const button = find('[data-daricheh-sign]');
    expect([button?.textContent, button?.hidden, button?.getAttribute('type')]).toEqual([
      'Review and sign in your Daricheh wallet',
      true,
      'button',
    ]);
  });

  it('says in a live line, below the row of buttons, that the wallet is at work', () => {
    const { find } = setUp();
    const line = find('.daricheh-status');
    expect(line?.previousElementSibling?.className).toBe('actions');
    expect([line?.getAttribute('role'), line?.getAttribute('aria-live'), line?.textContent]).toEqual(['status', 'polite', '']);
    find('[data-daricheh-sign]')?.click();
    expect(line?.textContent).toContain('پنجرهٔ کیف باز می‌شود');
  });

  it('says that nothing was sent when the citizen said no, and claims nothing after any other end', () => {
    const { hear, find } = setUp({ language: 'en' });
    hear('daricheh:stopped', { code: 'presentation_declined' });
    expect(find('.daricheh-status')?.textContent).toContain('Nothing was sent');
    hear('daricheh:stopped', { code: 'receipt_invalid' });
    expect(find('.daricheh-status')?.textContent).toContain('did not come to an end');
    hear('daricheh:stopped', { code: 'signing_postponed' });
    expect(find('.daricheh-status')?.textContent).toContain('waits in your wallet');
  });

  it('shows the receipt in the language and calendar of the page, focused, and closes the form', () => {
    const { hear, find, form } = setUp();
    hear('daricheh:receipt', receipt);
    const card = find('.daricheh-receipt');
    expect(document.activeElement).toBe(card);
    expect([...(card?.querySelectorAll('dt, dd') ?? [])].map((one) => one.textContent)).toEqual([
      'شمارهٔ پرونده',
      'TX-1405-7',
      'پاسخ تا',
      '۲ دی ۱۴۰۵',
    ]);
    expect(card?.getAttribute('aria-labelledby')).toBe(card?.querySelector('h2')?.id);
    expect([...form.querySelectorAll('button:not([data-daricheh-case])')].every((button) => button.matches(':disabled'))).toBe(true);
  });

  it.each([
    ['fa', 'رسید مهرشده در کیف شما ذخیره شد.', ['پیگیری پرونده', 'رسید (PDF) و ذخیرهٔ آن']],
    ['en', 'The sealed receipt is saved in your wallet.', ['Follow the case', 'Receipt (PDF), to save or print']],
  ])('leads from the receipt to the case in the wallet, once the wallet shows the way (%s)', (language, kept, labels) => {
    const { hear, find, form } = setUp({ language });
    hear('daricheh:receipt', receipt);
    const ways = [...form.querySelectorAll<HTMLButtonElement>('.daricheh-receipt button')];
    expect(find('.daricheh-receipt p')?.textContent).toBe(kept);
    expect(ways.map(({ textContent }) => textContent)).toEqual(labels);
    expect(
      ways.map(({ hidden, type, disabled, dataset }) => [hidden, type, disabled, dataset['darichehCase'], dataset['darichehShow']]),
    ).toEqual([
      [true, 'button', false, 'TX-1405-7', 'case'],
      [true, 'button', false, 'TX-1405-7', 'receipt'],
    ]);
  });

  it('writes the receipt as text, and the date in English on an English page', () => {
    const { hear, find } = setUp({ language: 'en-GB' });
    hear('daricheh:receipt', { ...receipt, caseNumber: '<img src=x>' });
    expect(find('.daricheh-receipt img')).toBeNull();
    expect(find('.daricheh-receipt')?.textContent).toContain('<img src=x>');
    expect(find('.daricheh-receipt')?.textContent).toContain('23 December 2026');
  });

  it.each([['not json'], ['{}'], ['null'], [JSON.stringify({ caseNumber: 1 })]])('hears nothing in %s', (detail) => {
    const { hear, find } = setUp();
    hear('daricheh:receipt', detail);
    hear('daricheh:stopped', detail);
    expect(find('.daricheh-receipt')).toBeNull();
    expect(find('.daricheh-status')?.textContent).toBe('');
  });
});
