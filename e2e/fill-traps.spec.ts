import { expect, findBarriers, test } from './fixtures.ts';
import { facts, foreign, openOwnPage as open, origin } from './own-page.ts';
import { tell } from './screens/wallet-data.ts';

const nationalId = facts['national-id'];
/** A site that the build for tests may not look into. */
const elsewhere = 'https://elsewhere.test';

const input = (name: string, attributes = '') => `<p ${attributes}><label>کد ملی <input name="${name}"></label></p>`;

test('A10: what nobody sees is never filled, and named as such', async ({ wallet }) => {
  const hidings: Readonly<Record<string, string>> = {
    none: input('none', 'style="display:none"'),
    invisible: input('invisible', 'style="visibility:hidden"'),
    faint: input('faint', 'style="opacity:.05"'),
    away: input('away', 'style="position:absolute;left:-9999px;top:0"'),
    above: input('above', 'style="position:absolute;top:-900px"'),
    tiny: '<label>کد ملی <input name="tiny" style="width:1px;height:1px;border:0;padding:0"></label>',
    inset: input('inset', 'style="clip-path:inset(100%)"'),
    rect: input('rect', 'style="position:absolute;clip:rect(0 0 0 0)"'),
    letterless: '<label>کد ملی <input name="letterless" style="font-size:0"></label>',
    folded: input('folded', 'style="height:0;overflow:hidden"'),
    typed: '<label>کد ملی <input type="hidden" name="typed"></label>',
    behind:
      '<div style="position:relative"><label>کد ملی <input name="behind"></label><div style="position:absolute;inset:0;background:#fff"></div></div>',
  };
  const { page, panel } = await open(wallet, `<form>${Object.values(hidings).join('')}${input('seen')}</form>`);
  await panel.fillButton.click();
  await expect(page.locator('[name=seen]')).toHaveValue(nationalId);
  for (const name of Object.keys(hidings)) expect(await page.locator(`[name=${name}]`).inputValue(), name).toBe('');
  expect((await panel.listSkipped()).filter((line) => line.includes('پنهان')).length).toBeGreaterThanOrEqual(9);
  await expect(panel.page.getByText('دیده نمی‌شود؛ چیزی در آن نوشته نشد.')).toBeVisible();
});

test('A11, A12: frames of the same origin are filled; foreign ones and those without an origin get nothing, with a sentence', async ({
  wallet,
}) => {
  const inner = input('inner');
  const { page, panel } = await open(
    wallet,
    `<form>${input('outer')}</form><iframe src="/inner"></iframe><iframe src="${foreign}/inner"></iframe>
     <iframe srcdoc='${inner}'></iframe><iframe src="${elsewhere}/inner"></iframe><iframe sandbox="allow-scripts" src="/boxed"></iframe>
     <iframe id="blank"></iframe><script>document.querySelector('#blank').contentDocument.body.innerHTML = '${inner}';</script>`,
    {
      frames: {
        [`${origin}/inner`]: inner,
        [`${foreign}/inner`]: inner,
        [`${origin}/boxed`]: inner,
        [`${elsewhere}/inner`]: inner,
      },
    },
  );
  await panel.fill();
  const values = await Promise.all(page.frames().map((frame) => frame.locator('input').inputValue()));
  expect(values).toEqual([nationalId, nationalId, '', '', '', '', '']);
  await expect(panel.page.getByText(elsewhere)).toContainText('راه نمی‌دهد');
  await expect(panel.page.getByText(foreign).first()).toBeVisible();
  await expect(panel.page.getByText('نشانی‌ای از خود ندارد').first()).toBeVisible();
});

test('open and closed shadow roots are filled', async ({ wallet }) => {
  const { page, panel } = await open(
    wallet,
    `<x-open></x-open><x-closed></x-closed><script>
      for (const mode of ['open', 'closed']) customElements.define('x-' + mode, class extends HTMLElement {
        constructor() { super(); const root = this.attachShadow({ mode }); root.innerHTML = '${inner('x')}'; root.querySelector('input').oninput = (event) => (document.title += ' ' + event.target.value); }
      });
    </script>`,
  );
  await panel.fill();
  expect(await page.title()).toBe(`آزمون ${nationalId} ${nationalId}`);
});

function inner(name: string): string {
  return `<label>کد ملی <input name="${name}"></label>`;
}

test('A15: a form that asks something else after the preview gets nothing', async ({ wallet }) => {
  const { page, panel } = await open(wallet, `<form>${input('a')}<p><label>نام <input name="b"></label></p></form>`);
  await expect(panel.fillButton).toBeVisible();
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll('label');
    if (first?.firstChild && second?.firstChild)
      [first.firstChild.textContent, second.firstChild.textContent] = [second.firstChild.textContent, first.firstChild.textContent];
  });
  await panel.fillButton.click();
  await expect(panel.page.getByText('فرم عوض شده بود؛ چیزی نوشته نشد')).toBeVisible();
  expect(await page.locator('input').evaluateAll((inputs: HTMLInputElement[]) => inputs.map((each) => each.value))).toEqual(['', '']);
  await panel.fill();
  await expect(page.locator('[name=b]')).toHaveValue(nationalId);
});

test('A16: a form that posts to another origin says so, and is filled only when the citizen agrees', async ({ wallet }) => {
  const { page, panel } = await open(wallet, `<form action="${foreign}/collect" method="post">${input('a')}</form>`);
  await expect(panel.page.getByText(foreign)).toBeVisible();
  await expect(panel.fillButton).toBeDisabled();
  await panel.page.getByText('می‌دانم، و می‌خواهم پر شود').click();
  await panel.fill();
  await expect(page.locator('[name=a]')).toHaveValue(nationalId);
});

test('what the page does with a value is noticed: refused, changed, masked, in other digits', async ({ wallet }) => {
  const { page, panel } = await open(
    wallet,
    `<form><p><label>کد ملی <input name="persian" pattern="[۰-۹]{10}"></label></p><p><label>شماره ملی <input name="refusing" pattern="X+"></label></p>
     <p><label>نام <input name="emptied" oninput="this.value=''"></label></p><p><label>ایمیل <input name="cut" onchange="setTimeout(() => (this.value = ''), 30)"></label></p></form>`,
  );
  await panel.fillButton.click();
  await expect(page.locator('[name=persian]')).toHaveValue('۹۹۹۰۰۱۴۰۴۳');
  await expect(page.locator('[name=refusing]')).toHaveValue('');
  const problems = panel.page.locator('.fill-problems li');
  await expect(problems).toHaveCount(3);
  await expect(problems.first()).toContainText('نپذیرفت');
});

test('a framework that keeps the value itself follows, what is unticked stays empty, and the ledger has the rest', async ({ wallet }) => {
  const { page, panel, home } = await open(
    wallet,
    `<form><p><label>کد ملی <input name="a"></label></p><p><label>نام <input name="b"></label></p></form><script>
      // As React does: an own value property that remembers, and a render that puts back what no event told of.
      const field = document.querySelector('[name=a]'); let kept = '';
      field.addEventListener('input', () => (kept = field.value)); setInterval(() => { if (field.value !== kept) field.value = kept; }, 20);
    </script>`,
  );
  await panel.page.locator('.fill-line').filter({ hasText: 'نام' }).locator('label').click();
  await panel.fill();
  await page.waitForTimeout(100);
  await expect(page.locator('[name=a]')).toHaveValue(nationalId);
  await expect(page.locator('[name=b]')).toHaveValue('');
  const history = JSON.stringify(await tell(home, 'history/list', {}));
  expect(history).toContain('"national-id"');
  expect(history).not.toContain('given-name');
  expect(history).not.toContain(nationalId);
});

test('A17: a page that means to waste time is read up to its limits, and stays alive', async ({ wallet }) => {
  const { page, panel } = await open(
    wallet,
    `<form>${input('first')}</form><p id="deep" hidden></p><p id="wide" hidden></p><script>
      let at = document.querySelector('#deep');
      for (let part = 0; part < 200; part += 1) {
        at.innerHTML = '<div>'.repeat(500);
        while (at.firstElementChild) at = at.firstElementChild;
      }
      at.innerHTML = '<label id="words">' + 'a '.repeat(500000) + '<input name="long"></label>';
      document.querySelector('#wide').innerHTML = '<i>a</i>'.repeat(100000);
      const slow = '<label>' + 'a '.repeat(50000) + '!<input name="slow" placeholder="' + '1 '.repeat(50000) + '"></label>';
      const many = '<label>' + 'a '.repeat(200) + '<input name="n" aria-labelledby="words wide" aria-describedby="wide words"></label>';
      document.querySelector('form').insertAdjacentHTML('beforeend', slow + many.repeat(5000));
    </script>`,
  );
  await panel.fill();
  await expect(page.locator('[name=first]')).toHaveValue(nationalId);
  expect((await panel.listSkipped()).length).toBe(499);
  await expect(panel.page.getByText('بزرگ‌تر از آن است که دریچه همه‌اش را بخواند')).toBeVisible();
});

for (const language of ['fa', 'en'] as const) {
  test(`the panel works by keyboard alone, and axe finds nothing serious (${language})`, async ({ wallet }) => {
    const { page, panel } = await open(wallet, `<form>${input('a')}${input('b', 'hidden')}</form>`, { language });
    await expect(panel.fillButton).toBeVisible();
    expect(await findBarriers(panel.page)).toEqual([]);
    for (let presses = 0; presses < 20 && !(await panel.fillButton.evaluate((button) => button === document.activeElement)); presses += 1)
      await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Enter');
    await expect(page.locator('[name=a]')).toHaveValue(nationalId);
    await expect(panel.page.locator('.notice-good')).toBeVisible();
    expect(await findBarriers(panel.page)).toEqual([]);
  });
}

test('A11: a foreign frame is filled when the citizen allows it by both names, and only that document of it', async ({ wallet }) => {
  const { page, panel, home } = await open(wallet, `<form>${input('outer')}</form><iframe src="${foreign}/inner"></iframe>`, {
    frames: { [`${foreign}/inner`]: input('inner') },
  });
  const allow = panel.page.getByRole('button', { name: `در ${origin}، بخش ${foreign} هم پر شود` });
  const inner = page.frameLocator('iframe').locator('input');
  await allow.click();
  await expect(panel.page.getByText(`خودتان خواستید بخش ${foreign} در ${origin} هم پر شود`)).toBeVisible();
  await panel.fill();
  await expect(inner).toHaveValue(nationalId);
  const history = JSON.stringify(await tell(home, 'history/list', {}));
  expect(history).toContain(`"origin":"${foreign}"`);
  await wallet.context.route(
    (url) => url.pathname === '/inner' && url.search !== '',
    (route) => route.fulfill({ contentType: 'text/html', body: input('inner') }),
  );
  await page.evaluate((address) => document.querySelector('iframe')?.setAttribute('src', address), `${foreign}/inner?again`);
  await expect(inner).toHaveValue('');
  await panel.page.reload();
  await expect(allow).toBeVisible();
  await expect(inner).toHaveValue('');
});

test('A10: controls that lend their names to the form hide nothing, and what asks to be left empty is', async ({ wallet }) => {
  const { page, panel } = await open(
    wallet,
    `<div style="opacity:0"><form>${input('parentElement')}${input('getAttribute')}${input('childNodes')}${input('faint')}</form></div>
     <form>${input('seen')}<p><label>ایمیل (این خانه را خالی بگذارید) <input name="trap"></label></p>
     <p aria-hidden="true"><label>کد ملی <input name="unreached" tabindex="-1"></label></p></form>`,
  );
  await panel.fill();
  await expect(page.locator('[name=seen]')).toHaveValue(nationalId);
  const values = await page.locator('input:not([name=seen])').evaluateAll((inputs: HTMLInputElement[]) => inputs.map((each) => each.value));
  expect(values).toEqual(['', '', '', '', '', '']);
});

test('A10: what the page hides, moves or covers while it is filled gets nothing, be it by a style sheet alone', async ({ wallet }) => {
  const reactions: Readonly<Record<string, string>> = {
    inline: "field.style.opacity = '0.05'",
    ancestor: "field.closest('p').style.filter = 'opacity(5%)'",
    classed: "field.className = 'gone'",
    ruled: "document.styleSheets[0].insertRule('[name=ruled] { position: absolute; left: -9999px }')",
    animated: "field.closest('p').animate({ opacity: [0, 0] }, { duration: 60000 })",
    sliver: "field.closest('p').style.clipPath = 'inset(49.9%)'",
  };
  const { page, panel } = await open(
    wallet,
    `<style>.gone { visibility: hidden } p:has(#first:not(:placeholder-shown)) + p { transform: translateX(-9000px) }
       #cover { inset: 0; margin: 0; border: 0; width: 100vw; height: 100vh; background: #fff }</style>
     <form><p><label>نام <input id="first" placeholder=" "></label></p>${['styled', ...Object.keys(reactions), 'seen', 'covered'].map((name) => input(name)).join('')}</form>
     <div id="cover" popover="manual"></div><script>
       document.querySelector('#first').oninput = () => {
         let field;
         ${Object.entries(reactions)
           .map(([name, reaction]) => `field = document.querySelector('[name=${name}]'); ${reaction};`)
           .join('\n')}
       };
       document.querySelector('[name=seen]').oninput = () => document.querySelector('#cover').showPopover();
     </script>`,
  );
  await panel.fillButton.click();
  await expect(page.locator('[name=seen]')).toHaveValue(nationalId);
  await expect(page.locator('#first')).toHaveValue(facts['given-name']);
  for (const name of ['styled', ...Object.keys(reactions), 'covered'])
    expect(await page.locator(`[name=${name}]`).inputValue(), name).toBe('');
});

test('A15: a long form is filled in parts; what asks something else by the next part gets nothing', async ({ wallet }) => {
  const names = [...'abcdefghij'].flatMap((first) => [...'abcdef'].map((second) => `q${first}${second}`));
  const { page, panel } = await open(
    wallet,
    `<form>${names.map((name) => input(name)).join('')}</form><script>
      const swap = () => { document.querySelector('label:has([name=qjf])').firstChild.data = 'شماره گذرنامه '; };
      // At once two boxes are drawn anew: the one asks what it asked, the other something else.
      const redraw = (name, words) => { const old = document.querySelector('p:has([name=' + name + '])'); old.outerHTML = old.outerHTML.replace('کد ملی', words); };
      document.querySelector('form').addEventListener('input', () => { redraw('qab', 'شماره گذرنامه'); redraw('qac', 'کد ملی'); setTimeout(swap); }, { once: true });
    </script>`,
  );
  await panel.fillButton.click();
  await expect(page.locator('[name=qje]')).toHaveValue(nationalId);
  const values = await page.locator('input').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  expect(values).toEqual(names.map((name) => (name === 'qab' || name === 'qjf' ? '' : nationalId)));
});

test('A15, A16: a field that is added, a button that posts elsewhere, a handler that is exchanged: each is another form', async ({
  wallet,
}) => {
  const { page, panel } = await open(wallet, `<form id="f">${input('a')}<button id="send">ارسال</button></form>`);
  const changes = [
    () => document.querySelector('#f')?.setAttribute('onsubmit', 'steal()'),
    () => document.querySelector('#f')?.insertAdjacentHTML('beforeend', '<label>نام <input name="b"></label>'),
    () => document.querySelector('#send')?.setAttribute('onclick', 'steal()'),
    (address: string) => document.body.insertAdjacentHTML('beforeend', `<button form="f" formaction="${address}/collect">ارسال</button>`),
  ];
  for (const change of changes) {
    await expect(panel.fillButton).toBeVisible();
    await page.evaluate(change, foreign);
    await panel.fillButton.click();
    await expect(panel.page.getByText('فرم عوض شده بود؛ چیزی نوشته نشد')).toBeVisible();
    await expect(page.locator('[name=a]')).toHaveValue('');
    await panel.page.reload();
  }
  await expect(panel.page.getByText(foreign)).toBeVisible();
  await expect(panel.fillButton).toBeDisabled();
});
