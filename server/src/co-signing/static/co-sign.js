// Says that the form is whole, once the wallet tells its form so. Everything else on this page works without this script.
document.addEventListener('daricheh:receipt', () => {
  for (const part of document.querySelectorAll('[data-co-sign]')) part.hidden = true;
  for (const part of document.querySelectorAll('[data-co-signed]')) {
    part.hidden = false;
    // The button that was pressed is gone: whoever goes by keyboard or by ear goes on from here.
    part.querySelector('h2')?.focus();
  }
});
