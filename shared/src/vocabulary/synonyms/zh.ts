import type { Synonyms } from './synonyms.ts';

export const zh: Synonyms = {
  name: '姓名|名字|全名|您的姓名',
  'family-name': '姓|姓氏',
  'given-name': '名',
  bday: '出生日期|生日',
  sex: '性别',
  nationality: '国籍',
  tel: '电话|手机|手机号|手机号码|联系电话|电话号码',
  email: '邮箱|电子邮件|电子邮箱|邮件地址',
  'street-address': '地址|详细地址|街道地址',
  'address-level1': '省|省份|州省',
  'address-level2': '城市|市',
  country: '国家|国家地区',
  'postal-code': '邮编|邮政编码',
  'national-id': '身份证号|身份证号码|身份证',
  organization: '公司|公司名称|单位',
  'organization-title': '职业|职位',
};
