import { readdirSync } from 'node:fs';
import { isFieldId, normalizeFieldValue } from '@daricheh/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { moreFacts } from './citizen.ts';
import { gallery } from './gallery.ts';
import { createSite } from './site.ts';
import type { Trait } from './truth.ts';

const origin = 'http://gallery.localhost:8470';
const site = createSite({ origin });
const pages = gallery.flatMap(({ id, pages }) => pages.map((page) => ({ path: `/${id}/${page.id}`, ...page })));

async function readPage(path: string): Promise<string> {
  const answer = await site.request(origin + path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

/** Names and ids of the controls in markup that scripts do not make. */
function listHandles(html: string): readonly string[] {
  const markup = html.replace(/<script\b[\s\S]*?<\/script>|<template\b[\s\S]*?<\/template>/g, '');
  const tags = [...markup.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
  const asked = tags.filter((tag) => !/type="?(submit|button|reset|image|file|hidden)/i.test(tag));
  return asked.map(
    (tag) => /data-field="([^"]+)"/.exec(tag)?.[1] ?? /\bname="([^"]+)"/.exec(tag)?.[1] ?? /\bid="([^"]+)"/.exec(tag)?.[1] ?? tag,
  );
}

describe('the gallery', () => {
  it('tells the truth about each field of the markup, and about none that no page has', async () => {
    for (const { path, fields } of pages) {
      const html = await readPage(path);
      const handles = [...new Set(listHandles(html))];
      expect([path, handles.filter((handle) => !Object.hasOwn(fields, handle))]).toEqual([path, []]);
      expect([path, Object.keys(fields).length > 0]).toEqual([path, true]);
    }
  });

  it('has each page once, and no page without a truth', () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    const files = gallery.flatMap(({ id }) => readdirSync(new URL(`./${id}/`, import.meta.url)).map((file) => `/${id}/${file}`));
    const known = new Set(pages.map(({ path }) => `${path}.html`));
    expect(files.filter((file) => file.endsWith('.html') && !file.endsWith('.frame.html') && !known.has(file))).toEqual([]);
  });

  it('is wide: sixty pages and more, of twenty kinds of agency, in nine languages, and made in every way', () => {
    const count = (...traits: readonly Trait[]) => pages.filter((page) => page.traits.some((trait) => traits.includes(trait))).length;
    expect(pages.length).toBeGreaterThanOrEqual(60);
    expect(gallery.length).toBeGreaterThanOrEqual(20);
    expect(pages.filter(({ lang }) => lang.startsWith('fa')).length).toBeGreaterThanOrEqual(25);
    expect(new Set(pages.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(9);
    expect(count('react', 'vue')).toBeGreaterThanOrEqual(5);
    expect(count('react', 'vue', 'open-root', 'closed-root', 'wizard', 'widgets')).toBeGreaterThanOrEqual(10);
    expect(count('other-people')).toBeGreaterThanOrEqual(20);
    for (const trait of ['appearing', 'autosaving', 'reformatting', 'honeypot', 'frame'] as const)
      expect([trait, count(trait) > 0]).toEqual([trait, true]);
  });

  it('loads nothing from elsewhere', async () => {
    for (const { path } of pages)
      expect([path, /(src|href|action)="(https?:)?\/\//.exec(await readPage(path))?.[0]]).toEqual([path, undefined]);
  });

  it('has a citizen whose data are in their normal form', () => {
    const changed = Object.entries(moreFacts).filter(([datum, value]) => !isFieldId(datum) || normalizeFieldValue(datum, value) !== value);
    expect(changed).toEqual([]);
  });

  it('serves the frameworks from their packages, and keeps nothing that is sent', async () => {
    expect(await readPage('/libraries/vue.js')).toContain('createApp');
    expect(await readPage('/libraries/react.js')).toContain('window.ReactDOM');
    const answer = await site.request(`${origin}/tax/self-assessment`, {
      method: 'POST',
      body: new URLSearchParams({ firstName: 'Sara' }),
    });
    expect([answer.status, (await answer.text()).includes('Sara')]).toEqual([200, false]);
  });

  it('lists the towns of a province, and those of no other name', async () => {
    const list = async (province: string) => (await site.request(`${origin}/api/towns?province=${encodeURIComponent(province)}`)).json();
    expect(await list('فارس')).toContain('شیراز');
    expect(await list('constructor')).toEqual([]);
  });
});
