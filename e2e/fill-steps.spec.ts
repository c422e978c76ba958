import { expect, test } from './fixtures.ts';
import { facts, openOwnPage as open, origin } from './own-page.ts';
import { openSidePanel } from './screens/side-panel.ts';

const child = `<h2>مشخصات فرزند</h2><p><label>نام <input name="a"></label></p><p><label>کد ملی <input name="b"></label></p>`;
const bare = `<h2>مرحلهٔ ۲ از ۳</h2><p><label>تاریخ تولد <input name="c"></label></p>`;
const own = `<h2>تاریخ تولد شما</h2><p><label>تاریخ تولد <input name="d"></label></p>`;

/** All steps in one document, as frameworks do: each takes the place of the one before. */
const wizard = `<form></form><button onclick="next()">بعدی</button><script>
  const steps = ${JSON.stringify([child, bare, own])};
  const next = () => { document.forms[0].innerHTML = steps.shift(); };
  next();
</script>`;

test('a step that does not say whose data it asks is about whom the step before it was about', async ({ wallet }) => {
  const { page, panel } = await open(wallet, wizard, {
    facts: { ...facts, bday: '1985-09-27' },
    frames: { [`${origin}/register/child`]: child, [`${origin}/register/birth`]: bare, [`${origin}/pension/birth`]: bare },
  });
  await panel.page.close();
  const look = async () => {
    const { page: view, lines } = await openSidePanel(wallet, page, 'fa');
    await expect(view.getByRole('heading', { name: 'فرم این صفحه' })).toBeVisible();
    const left = await view.locator('.fill-skipped-row').allTextContents();
    const counts = { filled: await lines.count(), child: left.filter((row) => row.includes('دربارهٔ فرزند')).length };
    await view.close();
    return counts;
  };
  const next = () => page.getByRole('button', { name: 'بعدی' }).click();

  expect(await look()).toEqual({ filled: 0, child: 2 });
  await next();
  expect(await look()).toEqual({ filled: 0, child: 1 });
  // What a step says of itself goes before what was said earlier.
  await next();
  expect(await look()).toEqual({ filled: 1, child: 0 });

  // The same over pages; a page of another form is no step of this one.
  await page.goto(`${origin}/register/child`);
  expect(await look()).toEqual({ filled: 0, child: 2 });
  await page.goto(`${origin}/register/birth`);
  expect(await look()).toEqual({ filled: 0, child: 1 });
  await page.goto(`${origin}/pension/birth`);
  expect(await look()).toEqual({ filled: 1, child: 0 });
});
