import type { Synonyms } from './synonyms.ts';

export const hi: Synonyms = {
  name: 'नाम|पूरा नाम|आवेदक का नाम',
  'given-name': 'पहला नाम|प्रथम नाम',
  'family-name': 'उपनाम|अंतिम नाम',
  'father-name': 'पिता का नाम|पिता या पति का नाम|पिता पति का नाम',
  'mother-name': 'माता का नाम',
  bday: 'जन्म तिथि|जन्म तारीख',
  sex: 'लिंग',
  tel: 'मोबाइल नंबर|मोबाइल|फोन नंबर|दूरभाष|मोबाइल न',
  email: 'ईमेल',
  'street-address': 'पता|स्थायी पता|पूरा पता',
  'address-level1': 'राज्य',
  'address-level2': 'शहर|जिला',
  'postal-code': 'पिन कोड',
  'national-id': 'आधार संख्या|आधार नंबर',
  'organization-title': 'व्यवसाय|पेशा',
  'education-level': 'योग्यता|शैक्षणिक योग्यता|शिक्षा',
  religion: 'धर्म',
  nationality: 'राष्ट्रीयता',
  'marital-status': 'वैवाहिक स्थिति',
};
