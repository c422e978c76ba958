import { useEffect, useState } from 'react';

/** The section named after `#/` in the page's address, and how to go to another. */
export function useSection(): [string, (section: string) => void] {
  return [usePlace()[0] ?? '', goTo];
}

/** What the address names: a section, then what stands in it, part by part. */
export function usePlace(): readonly string[] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return hash.replace(/^#\/?/, '').split('/');
}

/** Shows the section `#/section`. */
export function goTo(section: string): void {
  location.hash = `/${section}`;
}
