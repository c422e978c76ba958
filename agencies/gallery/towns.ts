const towns: Readonly<Record<string, readonly string[]>> = {
  تهران: ['اسلامشهر', 'تهران', 'ری', 'شمیرانات', 'شهریار', 'ورامین'],
  اصفهان: ['اصفهان', 'خمینی‌شهر', 'کاشان', 'نجف‌آباد'],
  فارس: ['جهرم', 'شیراز', 'فسا', 'مرودشت'],
  'خراسان رضوی': ['تربت حیدریه', 'سبزوار', 'مشهد', 'نیشابور'],
};

/** Towns of a province, by the name of the province; none of one that is not known. */
export function listTowns(province: string): readonly string[] {
  return Object.hasOwn(towns, province) ? (towns[province] ?? []) : [];
}
