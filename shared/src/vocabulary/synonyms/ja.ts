import type { Synonyms } from './synonyms.ts';

export const ja: Synonyms = {
  name: '氏名|お名前|名前|姓名',
  'family-name': '姓',
  'given-name': '名',
  bday: '生年月日|誕生日',
  sex: '性別',
  nationality: '国籍',
  tel: '電話番号|携帯電話番号|携帯電話|電話',
  email: 'メールアドレス|メール|eメール',
  'street-address': '住所|番地',
  'address-level1': '都道府県',
  'address-level2': '市区町村|市町村',
  'postal-code': '郵便番号',
  country: '国',
  organization: '会社名|勤務先',
  'organization-title': '職業|役職',
};
