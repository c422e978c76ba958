/** Address of the definition that a form names with `data-daricheh-form`; undefined where it names none, or one at another origin than the page's. */
export function resolveFormUri(
  named: string | null | undefined,
  page: { readonly baseURI: string; readonly origin: string },
): string | undefined {
  if (!named || !URL.canParse(named, page.baseURI)) return undefined;
  const { href, origin } = new URL(named, page.baseURI);
  return origin === page.origin ? href : undefined;
}
