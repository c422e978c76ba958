/**
 * What stands at the address to which a wallet in the browser comes back from a sign-in: it closes this tab, or the citizen
 * goes back to it by hand. Nothing of the address is written here, and no script reads it.
 */
export const returnPage = `<!doctype html>
<html lang="fa" dir="rtl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>بازگشت به کیف</title></head>
<body>
<main>
<h1>ورود انجام شد</h1>
<p>کیف شما کار را ادامه می‌دهد. اگر این برگه خودش بسته نشد، آن را ببندید و به پنجرهٔ کیف برگردید.</p>
<p lang="en" dir="ltr">You are signed in, and your wallet goes on. If this tab does not close by itself, close it and return to your wallet’s window.</p>
</main>
</body>
</html>
`;
