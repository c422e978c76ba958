import { createServer, type Server } from 'node:http';

const questions = [
  ['txtName', 'نام'],
  ['txtFamily', 'نام خانوادگی'],
  ['nam_pedar', 'نام پدر'],
  ['codemeli', 'کد ملی (ده رقم بدون خط تیره)'],
  ['tarikh', 'تاریخ تولد'],
  ['email', 'نشانی پست الکترونیکی'],
  ['q17', 'شرح کامل درخواست خود را بنویسید'],
  ['mobile', 'Mobile phone number'],
  ['address_line_1', 'Building and street'],
  ['ref_no', 'Reference number of your earlier request'],
] as const;

/** A form of as many fields as the address asks, in sections of ten, in two languages. */
function writeForm(count: number): string {
  const fields = Array.from({ length: count }, (_unused, index) => {
    const [name, label] = questions[index % questions.length] ?? ['', ''];
    const heading = index % 10 === 0 ? `<h2>بخش ${index / 10 + 1}</h2>` : '';
    return `${heading}<div class="row"><label for="f${index}">${label}</label><input id="f${index}" name="${name}_${index}"></div>`;
  });
  return `<!doctype html><html lang="fa" dir="rtl"><title>فرم</title><body><form>${fields.join('')}</form></body></html>`;
}

/** A page that asks nothing and runs nothing: whatever is run there is ours. */
function writeArticle(): string {
  const paragraphs = Array.from(
    { length: 60 },
    (_unused, index) => `<h2>بند ${index + 1}</h2><p>${'متن خبر این صفحه، با <a href="#">پیوند</a>. '.repeat(12)}</p>`,
  );
  return `<!doctype html><html lang="fa" dir="rtl"><title>خبر</title><body><main>${paragraphs.join('')}</main></body></html>`;
}

/** Serves such forms on `port`, `?fields=` of them each; with none, a page of text alone. */
export async function serveForms(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const count = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('fields') ?? 0);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(count === 0 ? writeArticle() : writeForm(count));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
