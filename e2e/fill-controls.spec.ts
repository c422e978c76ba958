import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openOwnPage } from './own-page.ts';

// Controls that are no plain boxes, each as some site builds them, filled and taken back.

const facts = {
  'national-id': '9990014043',
  'family-name': 'رضایی',
  'father-name': 'محمود',
  sex: 'female',
  'marital-status': 'married',
  country: 'IR',
  'address-level1': 'فارس',
  'street-address': 'خیابان آزادی، پلاک ۱۲',
  'postal-code': '1987654321',
  tel: '+989123456789',
  iban: 'IR580540105180021273113007',
  email: 'sara@example.com',
};

const boxes = (name: string, lengths: readonly number[]) =>
  lengths.map((length) => `<input name="${name}" maxlength="${length}">`).join('-');

const form = `<form>
  <p><label>کد ملی <input name="mask" placeholder="___-______-_"></label></p>
  <p><label>کد پستی <input name="keys"></label></p>
  <p><label>نام خانوادگی <input name="kept"></label></p>
  <p><label>نام پدر <input name="redrawn"></label></p>
  <p>شماره شبا IR <span dir="ltr">${boxes('iban', [4, 4, 4, 4, 4, 4])}</span></p>
  <p>تلفن همراه <span dir="ltr">${boxes('tel', [4, 3, 4])}</span></p>
  <p><label>ایمیل <input name="email"></label></p>
  <p><span id="country-label">کشور</span> <span role="combobox" tabindex="0" id="country" aria-labelledby="country-label" aria-expanded="false" aria-controls="country-list">انتخاب کنید</span></p>
  <p id="marital-label">وضعیت تأهل</p><button type="button" id="marital" aria-haspopup="listbox" aria-labelledby="marital-label" aria-expanded="false">—</button>
  <p id="province-label">استان</p><ul role="listbox" id="province" aria-labelledby="province-label"><li role="option" aria-selected="false">تهران</li><li role="option" aria-selected="false">فارس</li></ul>
  <div role="radiogroup" id="sex" aria-label="جنسیت"><span role="radio" tabindex="0" aria-checked="false">مرد</span> <span role="radio" tabindex="0" aria-checked="false">زن</span></div>
  <p>نشانی</p><div contenteditable="true" role="textbox" id="address" aria-label="نشانی" style="min-height:2em"></div>
</form>
<script>
  const find = (selector) => document.querySelector(selector);
  // A mask that writes what it is given in groups.
  find('[name=mask]').addEventListener('input', ({ target }) => {
    const digits = target.value.replace(/\\D/g, '');
    target.value = [digits.slice(0, 3), digits.slice(3, 9), digits.slice(9, 10)].filter(Boolean).join('-');
  });
  // An old mask that believes in keys alone.
  const keys = find('[name=keys]');
  let typed = '';
  const show = () => { keys.value = typed.length > 5 ? typed.slice(0, 5) + '-' + typed.slice(5) : typed; };
  keys.addEventListener('keydown', (event) => { if (/^[0-9]$/.test(event.key) && typed.length < 10) { typed += event.key; show(); event.preventDefault(); } });
  keys.addEventListener('input', () => { if (keys.value === '') typed = ''; show(); });
  // A framework's controlled input: what no event told of is put back at the next render.
  const kept = find('[name=kept]');
  let state = '';
  kept.addEventListener('input', () => { state = kept.value; });
  setInterval(() => { if (kept.value !== state) kept.value = state; }, 20);
  // A page that draws a box anew at each change: the one that was written is no longer there.
  const redraw = ({ target }) => {
    const next = target.cloneNode();
    next.addEventListener('change', redraw);
    target.replaceWith(next);
  };
  find('[name=redrawn]').addEventListener('change', redraw);
  // A list that is made when it is asked for, at the end of the page, and is gone once something is chosen.
  const openLater = (opener, words, id) => opener.addEventListener('click', () => {
    if (opener.getAttribute('aria-expanded') === 'true') { document.getElementById(id)?.remove(); opener.setAttribute('aria-expanded', 'false'); return; }
    opener.setAttribute('aria-expanded', 'true');
    setTimeout(() => {
      const list = document.body.appendChild(document.createElement('ul'));
      list.id = id;
      list.setAttribute('role', 'listbox');
      for (const word of words) {
        const option = list.appendChild(document.createElement('li'));
        option.setAttribute('role', 'option');
        option.textContent = word;
        option.addEventListener('click', () => { opener.textContent = word; opener.setAttribute('aria-expanded', 'false'); list.remove(); });
      }
    }, 60);
  });
  openLater(find('#country'), ['انتخاب کنید', 'عراق', 'ایران', 'آلمان'], 'country-list');
  openLater(find('#marital'), ['—', 'مجرد', 'متأهل'], 'marital-list');
  for (const option of document.querySelectorAll('#province li'))
    option.addEventListener('click', () => {
      const isOn = option.getAttribute('aria-selected') !== 'true';
      for (const other of option.parentElement.children) other.setAttribute('aria-selected', String(isOn && other === option));
    });
  for (const radio of document.querySelectorAll('[role=radio]'))
    radio.addEventListener('click', () => {
      const isOn = radio.getAttribute('aria-checked') !== 'true';
      for (const other of radio.parentElement.children) other.setAttribute('aria-checked', String(isOn && other === radio));
    });
</script>`;

const filled = {
  mask: '999-001404-3',
  keys: '19876-54321',
  kept: facts['family-name'],
  redrawn: facts['father-name'],
  iban: ['5805', '4010', '5180', '0212', '7311', '3007'],
  tel: ['0912', '345', '6789'],
  email: 'sara@example.com',
  country: 'ایران',
  marital: 'متأهل',
  province: ['فارس'],
  sex: ['زن'],
  address: facts['street-address'],
};

/** What a person sees in each of them. */
function read(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
    const values = (name: string) => [...document.querySelectorAll<HTMLInputElement>(`[name=${name}]`)].map(({ value }) => value);
    const all = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
    return {
      mask: values('mask')[0],
      keys: values('keys')[0],
      kept: values('kept')[0],
      redrawn: values('redrawn')[0],
      iban: values('iban'),
      tel: values('tel'),
      email: values('email')[0],
      country: text('#country'),
      marital: text('#marital'),
      province: all('#province [aria-selected=true]'),
      sex: all('#sex [aria-checked=true]'),
      address: text('#address'),
    };
  });
}

test('masks, split boxes, widgets and editors take the value as the page shows it, and all go back to what they were', async ({
  wallet,
}) => {
  const { page, panel } = await openOwnPage(wallet, form, { facts });
  const before = await read(page);
  await panel.fill();
  expect(await read(page)).toEqual(filled);
  await expect(panel.page.locator('.fill-problems li')).toHaveCount(0);
  await panel.undo();
  await expect(panel.page.getByText(/به حال پیش برگشت$/)).toBeVisible();
  expect(await read(page)).toEqual(before);
});

test('an answer that cannot be taken back, for the widget has no empty one, is told at its own line', async ({ wallet }) => {
  const { page, panel } = await openOwnPage(
    wallet,
    `<form><p><label>کد ملی <input name="box"></label></p>
     <div role="radiogroup" aria-label="جنسیت"><span role="radio" tabindex="0" aria-checked="false">مرد</span> <span role="radio" tabindex="0" aria-checked="false">زن</span></div></form><script>
      for (const radio of document.querySelectorAll('[role=radio]'))
        radio.addEventListener('click', () => {
          for (const other of radio.parentElement.children) other.setAttribute('aria-checked', String(other === radio));
        });
    </script>`,
    { facts: { 'national-id': facts['national-id'], sex: facts.sex } },
  );
  const lines = panel.page.locator('.fill-line');
  await expect(lines).toHaveCount(2);
  await panel.fill();
  await panel.undo();
  await expect(lines.filter({ hasText: 'جنسیت' })).toContainText('به حال پیش برنگشت');
  await expect(lines.filter({ hasText: 'کد ملی' })).not.toContainText('به حال پیش برنگشت');
  await expect(page.locator('[name=box]')).toHaveValue('');
  await expect(page.locator('[aria-checked=true]')).toHaveText('زن');
});

test('what the site says against a value is told, field by field, in its own words', async ({ wallet }) => {
  const { page, panel } = await openOwnPage(
    wallet,
    `<form><p><label>کد ملی <input name="told" aria-describedby="why"></label> <span id="why" class="error" hidden></span></p>
     <p><label>کد پستی <input name="list"></label></p><p><label>ایمیل <input name="good"></label></p>
     <p><label>نام خانوادگی <input name="emptied"></label></p></form><script>
      // What is drawn anew after a change has lost it.
      document.querySelector('[name=emptied]').addEventListener('change', ({ target }) => {
        const next = target.cloneNode();
        next.value = '';
        target.replaceWith(next);
      });
      const told = document.querySelector('[name=told]');
      told.addEventListener('change', () => { told.setAttribute('aria-invalid', 'true'); why.hidden = false; why.textContent = 'این کد در سامانه نیست'; });
     </script>`,
    { facts },
  );
  await panel.fillButton.click();
  const problems = panel.page.locator('.fill-problems li');
  await expect(problems).toHaveCount(2);
  await expect(problems.first()).toContainText('صفحه آن را درست نمی‌داند');
  await expect(problems.first()).toContainText('این کد در سامانه نیست');
  await expect(problems.last()).toContainText('صفحه آن را تغییر داد');
  await expect(page.locator('[name=told]')).toHaveValue(facts['national-id']);
});

test('fields that appear after others, and the next step, are offered and wait for one more gesture; what went with its step is told', async ({
  wallet,
}) => {
  const { page, panel } = await openOwnPage(
    wallet,
    `<form><section id="one"><p><label>کد ملی <input name="id"></label></p><div id="later"></div><button type="button" id="next">بعدی</button></section>
     <section id="two" hidden><p><label>کد پستی <input name="post"></label></p></section></form><script>
      document.querySelector('[name=id]').addEventListener('change', () => setTimeout(() => { later.innerHTML = '<label>نام خانوادگی <input name="name"></label>'; }, 400));
      next.addEventListener('click', () => { one.remove(); two.hidden = false; });
     </script>`,
    { facts },
  );
  await panel.fill();
  await expect(panel.page.getByText('۱ خانهٔ دیگر پدید آمد. این‌ها هم پر شود؟')).toBeVisible();
  await expect(page.locator('[name=name]')).toHaveValue('');
  await panel.fillButton.click();
  await expect(page.locator('[name=name]')).toHaveValue(facts['family-name']);
  await page.locator('#next').click();
  await expect(panel.page.getByText('۱ خانهٔ دیگر پدید آمد. این‌ها هم پر شود؟')).toBeVisible();
  await expect(page.locator('[name=post]')).toHaveValue('');
  await panel.fillButton.click();
  await expect(page.locator('[name=post]')).toHaveValue(facts['postal-code']);
  // The step before is no longer in the page: what was written there cannot go back, and it is said.
  await panel.undo();
  await expect(panel.page.getByText('۲ خانه دیگر در این صفحه نیست')).toBeVisible();
  await expect(page.locator('[name=post]')).toHaveValue('');
});

test('what the person typed after the preview is kept, and a form that saves itself is written once', async ({ wallet }) => {
  const { page, panel } = await openOwnPage(
    wallet,
    `<form><p><label>کد ملی <input name="own"></label></p><p><label>نام خانوادگی <input name="saved" onchange="saves.push(this.value)"></label></p>
     <p><label>کد پستی <input name="same" value="1987654321" onchange="saves.push(this.value)"></label></p></form><script>var saves = [];</script>`,
    { facts },
  );
  await expect(panel.fillButton).toBeVisible();
  await page.locator('[name=own]').fill('9990001112');
  await panel.page.locator('.fill-line').filter({ hasText: 'کد پستی' }).locator('label').click();
  await panel.fill();
  await expect(page.locator('[name=own]')).toHaveValue('9990001112');
  await expect(panel.page.locator('.fill-problems li')).toContainText('همان ماند');
  expect(await page.evaluate('saves')).toEqual([facts['family-name']]);
});
