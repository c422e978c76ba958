import { useEffect, useState } from 'react';

/** The section named after `#/` in the page's address, and how to go to another. */
export function useSection(): [string, (section: string) => void] {
  const [section, setSection] = useState(readSection);
  useEffect(() => {
    const follow = () => setSection(readSection());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return [section, goTo];
}

/** Shows the section `#/section`. */
export function goTo(section: string): void {
  location.hash = `/${section}`;
}

function readSection(): string {
  return location.hash.replace(/^#\/?/, '').split('/')[0] ?? '';
}
