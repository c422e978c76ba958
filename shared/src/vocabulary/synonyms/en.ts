import type { Synonyms } from './synonyms.ts';

export const en: Synonyms = {
  'given-name':
    'first name|first names|given name|given names|forename|forenames|christian name|first given name|first and middle name|first and middle names|legal first name|name first|1st name',
  'additional-name':
    'middle name|middle names|middle initial|second name|second given name|middle initials|patronymic|patronym|mi|name middle',
  'family-name':
    'last name|surname|family name|last names|surnames|legal last name|second surname|first surname|name last|surname family name',
  name: 'name|full name|your name|complete name|name and surname|first and last name|name in full|full legal name|legal name|first name and last name|name surname|first name last name|name and family name|name and family|names|person name|contact name|account holder name|name of account holder|name on account|name on the account|name on your account|account holder s name|name on bank account|bank account name|account holder|applicant name|name of applicant|patient name|student name|candidate name|customer name',
  'honorific-prefix': 'title|salutation|name prefix|honorific|name title|personal title|prefix|courtesy title|mr mrs ms|title mr mrs',
  'honorific-suffix': 'suffix|name suffix',
  nickname: 'nickname|preferred name|known as|goes by|preferred first name',
  'father-name':
    'father name|fathers name|name of father|father full name|fathers full name|father first name|father s first name|father given name|father s given name',
  'mother-name':
    'mother name|mothers name|name of mother|mother full name|mothers full name|mother first name|mother s first name|mother s given name',
  bday: 'date of birth|birth date|birthday|birth day and year|dob|born on|born|date birth|birth|date of your birth|your birthday',
  'bday-day': 'date of birth day|day of birth|birthday day|dob day|birth date day|day birth',
  'bday-month': 'date of birth month|month of birth|birth month|birthday month|dob month|birth date month|month birth',
  'bday-year': 'date of birth year|year of birth|birth year|birthday year|dob year|birth date year|year birth|yob',
  'birth-place':
    'place of birth|birth place|town and country of birth|place and country of birth|town of birth|city of birth|place birth|birth city|birth district|birth town|pob|born in|birth location|town or city of birth|where were you born|where you were born',
  sex: 'sex|gender|sex gender|gender identity|legal sex|legal gender|your sex|your gender',
  nationality:
    'nationality|citizenship|country of citizenship|country of nationality|current nationality|present nationality|citizen of|your nationality',
  'marital-status': 'marital status|civil status|marriage status|married|family status|marital|marital state|current marital status',
  religion: 'religion|faith|religious belief|denomination|religious affiliation|church tax',
  language: 'preferred language|language of correspondence',
  'blood-type': 'blood type|blood group',
  height: 'body height|height cm|height in cm|your height|height',
  'eye-color': 'eye color|eye colour|eyes color|eyes colour|colour of eyes|color of eyes',
  'street-address':
    'address|street address|home address|postal address|residential address|mailing address|permanent address|current address|full address|residence address|address of residence|living address|complete address|your address|present address|place of residence|residence|home street|street|street name|street and number|street and house number|address of applicant|contact address|delivery address|shipping address|billing address|correspondence address|physical address|street house number',
  'address-line1':
    'address line 1|address 1|street address 1|line 1|address line one|line one|building and street|house number and street|house name or number|address first line|first line of address|street line 1|addr 1|street 1|house name number and street|building and street line 1|street address line 1|first line of your address|house name or number and street|number and street|building name or number|house number or name|house name|building name|village house|house number or name line 1 of 2|house name or number line 1|building and street line 1 of 2',
  'address-line2':
    'address line 2|road block sector|address 2|street address 2|line 2|address line two|line two|building and street line 2|second line of address|street line 2|addr 2|street 2|apt suite unit|apt suite|apt suite etc|apartment suite|apartment suite unit|apartment suite unit building|apartment suite etc|apt unit suite|suite apt|apt|suite|apartment|unit apt|address complement|additional address|address continued|apt suite building|suite or apartment|apt or suite|apt suite other|apartment or suite|address extra|apartment unit|apt number|suite number|address cont|building|floor apartment|apt floor suite|unit suite|address details|suite unit building floor',
  'address-line3': 'address line 3|address 3|line 3|address line three|line three|third line of address|addr 3|street 3',
  'address-house-number':
    'house number|street number|building number|house no|plaque|house nr|house num|home number|street no|number of house',
  'address-unit': 'unit number|flat number|apartment number|flat|unit no|flat no|unit|apt no|flat or unit',
  'address-floor': 'floor|floor number|storey',
  'address-level1':
    'state|province|region|county|state province|state or province|state province region|state county|county state|prefecture|state region|province state|province territory|province or territory|state territory|state or territory|county region|county province|region state|federal state|province name|state name|governorate|emirate|oblast|canton|department region',
  'address-level2':
    'city|town|town or city|town city|city town|city or town|locality|post town|municipality|city name|suburb|city suburb|town name|city of residence|current city|county city|city village|municipality city|suburb city',
  'address-level3': 'district|borough|address district|city district|township|barangay|sub district|area district',
  'address-level4': 'neighbourhood|neighborhood|village|village neighbourhood|hamlet',
  'postal-code':
    'postcode|postal code|zip|zip code|zip postal code|zip postcode|zip or postal code|postal zip code|pin code|eircode|postal|postcode zip|postal code zip|postal code zip code|zip code postal code|zip 5|us zip code|current postcode|billing zip|plz',
  country:
    'country|country region|country of residence|country territory|country or region|country or territory|country name|residence country|country region of residence|your country|country location|location country|current country|home country|land country|state country',
  tel: 'phone|phone number|telephone|telephone number|mobile|mobile number|mobile phone|mobile phone number|cell|cell phone|cell phone number|cell number|contact number|contact phone|contact phone number|phone no|mobile no|telephone no|tel|tel no|tel number|daytime phone|daytime phone number|daytime telephone number|evening phone|day phone|primary phone|primary phone number|preferred phone|mobile telephone|mobile telephone number|uk mobile number|uk telephone number|phone mobile|mobile or telephone|phone or mobile number|your phone|your number|contact telephone number|contact telephone|contact no|phone number mobile|handphone|whatsapp number|gsm|mobile contact|phone num|telephone mobile|daytime contact number|telefon|tele|alternate phone|alternative phone number|another phone number|main phone number|preferred telephone number|full phone number|mobile device number',
  'tel-country-code':
    'country code|dialing code|dialling code|phone country code|international code|international prefix|phone code|country calling code|phone prefix|dial code|calling code|country dial code|phone country|telephone country code|mobile country code|phone number country',
  'tel-area-code': 'area code|phone area code|telephone area code|std code|city code|phone area',
  'tel-local': 'local number|phone local',
  'tel-home':
    'landline|home phone|home telephone|home phone number|landline number|home telephone number|fixed line|fixed phone|residential phone|house phone|landline phone|residence phone|phone home',
  fax: 'fax|fax number|facsimile|fax no',
  email:
    'email|email address|mail|electronic mail|email id|mail address|your email|email addr|your email address|personal email|email address required|primary email|contact email|confirm email|confirm email address|email confirmation|confirm your email|re enter email|repeat email|verify email|retype email|email again|confirm your email address|current email|new email|new email address|email id no|work email|business email|enter email|enter your email|enter your email address|email adress|recovery email|preferred email|personal email address|notification email',
  url: 'website|homepage|web address|website url|your website|personal website|website address|blog url',
  'national-id':
    'national id|national identity number|national id number|national code|national number|national identification number|national identification|personal identification number|personal id code|personal identity code|personal identity number|personal number|citizen id|citizen number|identity number|national identity|national id card number|meli code|melli code|code meli|code melli|national identifier|civil id|civil number|aadhaar number|aadhar number|aadhaar|cnic|nic number|nic|emirates id|identification number|personal identification code|tc number|tc no|civil registration number|tazkira number|tazkira no|national card number|national no',
  'birth-certificate-number':
    'birth id number|birth id no|birth id|birth registration number|birth certificate number|birth certificate no|shenasname|shenasnameh number|shenasname number|birth certificate id|number of birth certificate|certificate of birth number|birth certificate',
  'id-card-number':
    'id card number|identity card number|id number|id card no|identity document number|id no|id card|document number|identity card no|identity card|identification document number|biometric residence permit number|brp number|brp|residence permit number|number of document|identification card number|id document number|document no|number of identity document',
  'social-security-number':
    'social security number|ssn|social insurance number|national insurance number|national insurance|ni number|nino|social security|social security no|national insurance no|insurance number|social insurance no|social insurance|last 4 digits of ssn|last 4 of ssn',
  'health-id':
    'nhs number|health insurance number|health card number|medicare number|health id|hospital number|health number|health insurance|medical insurance number|what is your nhs number|health care number|medical record number|insurance policy number|nhs no',
  'tax-id':
    'tax id|tax number|tax identification number|tin|utr|unique taxpayer reference|taxpayer id|taxpayer identification number|tax identification|tax no|tax code number|tax file number|tax reference number|pan number|self assessment unique taxpayer reference|fiscal code|vat number|vat id|vat no|vat',
  'passport-number':
    'passport number|passport no|passport|passport id|passport or travel document number|number of passport|travel document number|passport num|passport book number',
  'passport-issuing-country':
    'passport issuing country|country of issue|issuing country|country of passport issue|passport country|passport issued by|country of issuance',
  'passport-issue-date':
    'passport issue date|passport date of issue|date of issue of passport|passport issued on|passport issued|when was your passport issued|passport was issued',
  'passport-expiry-day': 'passport expiry day|day of passport expiry',
  'passport-expiry-month': 'passport expiry month|month of passport expiry',
  'passport-expiry-year': 'passport expiry year|year of passport expiry',
  'passport-expiry-date':
    'passport expiry date|passport expiration date|passport date of expiry|passport expiry|passport expires|passport valid until|when does your passport expire|passport expire|when will your passport expire|expiry date of passport',
  'document-issue-date': 'date of issue|issue date|document issue date|issued on|date issued|issuing date|date of issuance',
  'document-expiry-date':
    'document expiry date|expiry date of document|date of expiry|document expiration date|id expiry date|licence expiry date',
  'drivers-license-number':
    'driving licence number|driver license number|drivers license number|driver licence number|driving license number|drivers license|driving licence|driver license|dl number|driving license|driver s licence number|driving licence no|driver number|license number driver|driver licence',
  'vehicle-vin': 'vehicle identification number|vin|vin number|chassis number|vehicle vin|chassis no|vehicle identification',
  'vehicle-make': 'vehicle make|car make|make of vehicle|car brand|vehicle brand|make of car|vehicle manufacturer|make',
  'vehicle-model': 'vehicle model|car model|model of vehicle|model of car|vehicle type model',
  'vehicle-color': 'vehicle color|vehicle colour|car color|car colour|colour of vehicle|color of vehicle',
  'vehicle-plate':
    'number plate|registration plate|license plate|licence plate|plate number|vehicle registration number|license plate number|licence plate number|vehicle registration|registration number of vehicle|vrm|car registration|vehicle plate|car number|plate no',
  'education-level':
    'education|education level|level of education|highest qualification|highest degree|educational level|education degree|highest level of education|academic degree|educational qualification|highest education|degree|academic level|level of study completed|qualification|qualifications|educational background|education status|academic qualification',
  'organization-title':
    'job title|occupation|profession|current job|current occupation|job position|your role|employment title|your job|title position|designation|current position|job role|your occupation|occupation profession|position title|job|professional title|vocation|position|trade|role in company|job function title',
  organization:
    'company|company name|organization|organisation|employer|business name|firm|employer name|organization name|organisation name|name of employer|employer s name|workplace|place of work|company organization|company or organization|company organisation|name of company|your company|name of organization|name of organisation|business|institution|company name optional|affiliation|current employer|name of business|organization company|firm name|your organization|your organisation|trading name|company name if applicable|institution name',
  'org-national-id':
    'company national id|company id|legal entity id|national id of company|organization national id|legal entity national id|business identity code|business id',
  'org-registration-number':
    'company registration number|company number|registration number of company|business registration number|commercial register number|trade register number|charity number|companies house number|company registration|commercial registration number|register number',
  iban: 'iban|iban number|sheba|sheba number|iban code|international bank account number|iban no|shaba|shaba number',
  'bank-account-number':
    'account number|bank account number|bank account|account no|bank account no|bank acc no|acct number|checking account number',
  'bank-sort-code':
    'sort code|bank sort code|routing number|bank code|branch code|ifsc|ifsc code|transit number|bsb|bank routing number|aba number|routing transit number',
  'bank-bic': 'bic|swift|swift code|bic code|swift bic|bic swift|bic or swift code|swift bic code|bank identifier code',
  'drivers-license-categories':
    'driving licence categories|driver license class|drivers license class|licence category|license class|driving licence class|licence categories',
  'drivers-license-issue-date':
    'driving licence issue date|driver license issue date|drivers license issue date|date of issue of driving licence',
  'drivers-license-expiry-date':
    'driving licence expiry date|driver license expiration date|drivers license expiration date|driving licence valid until',
  'drivers-license-authority': 'driving licence issuing authority|driver license issuing authority',
  'drivers-license-country': 'driving licence issuing country|country of driving licence|driver license issuing country',
  'tax-office': 'local tax office',
  'tax-registration-date': 'tax registration date|date of tax registration',
  'vehicle-type': 'kind of vehicle|vehicle class',
  'vehicle-year': 'vehicle model year|year of vehicle manufacture',
  'vehicle-fuel': 'vehicle fuel|vehicle fuel type',
  'vehicle-engine-number': 'engine number|vehicle engine number',
  'vehicle-registration-date': 'vehicle registration date|date of vehicle registration|date of first registration',
  'residence-since': 'resident since|living there since|date moved in',
  'residence-tenure': 'housing tenure|home ownership status|own or rent',
  'education-field': 'degree subject|field of degree',
  'education-institution': 'awarding institution|degree awarding institution|awarding university',
  'graduation-date': 'graduation date|degree award date',
  'grade-average': 'grade point average|final grade average',
  'diploma-number': 'diploma number|degree certificate number',
  'org-legal-form': 'legal form|legal form of company|company legal form',
  'org-role': 'role in the company|company role',
  'org-role-since': 'in this role since|appointed on|date of appointment to role',
  'org-role-until': 'in this role until|term of office ends',
  'previous-family-name':
    'maiden name|previous surname|former surname|previous last name|birth surname|surname at birth|family name at birth|previous family name|other surname or maiden name|previous surname or maiden name|last name at birth',
  'previous-name': 'previous name|previous names|former name|former names|name at birth|birth name|any previous names',
  'grandfather-name': 'grandfather name|grandfather s name|name of grandfather|paternal grandfather name',
  'birth-country': 'country of birth|birth country|nation of birth|where in the world were you born',
  'birth-province': 'state of birth|province of birth|region of birth|birth state|birth province',
  age: 'age|your age|age in years|current age',
  'previous-nationality': 'previous nationality|former nationality|nationality at birth',
  'second-nationality': 'second nationality|dual nationality|other nationality|additional nationality|other nationalities',
  'mother-tongue': 'mother tongue|native language|first language',
  ethnicity: 'ethnicity|ethnic group|ethnic origin|ethnic background|race',
  weight: 'weight|weight kg|weight in kg|body weight|your weight',
  'hair-color': 'hair color|hair colour|colour of hair|color of hair',
  disability: 'disability|disabilities|type of disability|disability type|disability status|kind of disability',
  'disability-degree': 'degree of disability|disability percentage|percentage of disability|disability percent',
  'chronic-illness': 'chronic illness|medical condition|chronic disease|long term illness|health condition',
  'military-service': 'military service|military status|military service status|conscription status|national service status',
  'military-exemption': 'military exemption|type of military exemption|exemption type',
  'military-card-number': 'military card number|military id number|exemption number|military service card number',
  'military-service-end-date': 'military service end date|date of discharge|discharge date',
  'veteran-status': 'veteran status|veteran|war veteran status',
  'children-count': 'number of children|how many children do you have|no of children|children count',
  'dependants-count': 'number of dependents|number of dependants|how many dependants|dependants count',
  'household-size':
    'household size|number of people in household|number of household members|how many people live with you|family size|number of family members',
  'household-code': 'household code|household id|household number|family code|family number|family book number',
  'household-head': 'head of household status|are you the head of the household|head of the household',
  'household-income': 'household income|monthly household income|total household income|family income|annual household income',
  'marriage-date': 'date of marriage|marriage date|wedding date|date of civil partnership|when did you get married',
  'marriage-place': 'place of marriage|marriage place|where did you get married',
  'marriage-certificate-number': 'marriage certificate number|marriage registration number',
  'divorce-date': 'date of divorce|divorce date|divorced on|date of separation',
  relation:
    'relationship|relation|relationship to you|relationship to applicant|relationship to student|relation to applicant|relationship with applicant|relationship to patient|your relationship|degree of relationship|relationship to the applicant|relationship to child',
  'emergency-contact-name': 'emergency contact name|name of emergency contact|emergency contact full name|emergency contact person name',
  'emergency-contact-tel':
    'emergency contact number|emergency contact phone|emergency phone|emergency phone number|emergency number|emergency contact phone number|emergency telephone number',
  'emergency-contact-relation': 'emergency contact relationship|relationship to emergency contact|relationship of emergency contact',
  'guardian-relation': 'guardian relationship|relationship to guardian|guardian relation|relationship of guardian',
  'birth-certificate-series': 'birth certificate series|series of birth certificate|shenasnameh series',
  'birth-certificate-letter': 'birth certificate series letter|birth certificate letter',
  'birth-certificate-serial': 'birth certificate serial number|birth certificate serial|shenasnameh serial',
  'birth-certificate-issue-place': 'birth certificate place of issue|birth certificate issued in|place of issue of birth certificate',
  'birth-certificate-issue-date': 'birth certificate issue date|birth certificate date of issue|date of issue of birth certificate',
  'national-card-serial': 'national card serial number|national card serial|serial number of national card|id card serial number',
  'national-card-expiry-date': 'national card expiry date|national id card expiry date|identity card expiry date|id card expiry date',
  'foreigner-id': 'foreigner code|foreign national id|alien registration number|foreign resident code|alien number',
  'residence-permit-expiry-date': 'residence permit expiry date|permit expiry date|residence permit valid until|brp expiry date',
  'visa-number': 'visa number|visa no|visa foil number|visa sticker number',
  'visa-expiry-date': 'visa expiry date|visa expiration date|visa valid until',
  'passport-issue-place':
    'passport place of issue|place of issue of passport|passport issue place|where was your passport issued|passport issuing authority',
  insurer:
    'insurer name|insurance company|insurance company name|insurance provider|health insurer|name of insurer|health insurance company|health insurance provider',
  'insurance-expiry-date': 'health insurance expiry date|insurance expiry date|insurance valid until',
  'pension-number': 'pension number|pension reference number|retirement number|pension scheme number|pension account number',
  'tax-file-number': 'tax case number|tax file reference|tax record number',
  'economic-code': 'economic code|economic number',
  'student-number': 'student number|student id|student id number|roll number|matriculation number|student no',
  'professional-licence-number':
    'professional registration number|professional licence number|professional license number|medical council number|bar number|gmc number|teacher reference number',
  'trade-licence-number':
    'trade licence number|trade license number|business licence number|business license number|operating licence number',
  'guild-code': 'guild code|guild id|guild membership number',
  'postal-district': 'postal district|postal zone|postal region|post zone',
  'po-box': 'po box|post office box|po box number|box number',
  'previous-address': 'previous address|former address|old address|last address|your previous address|address history',
  'previous-postal-code': 'previous postcode|previous postal code|former postcode|old postcode',
  'work-address':
    'work address|office address|place of work address|address of workplace|workplace address|business address|address of employer|employer address|employer s address|work street address',
  'work-postal-code': 'work postcode|work postal code|office postcode|work zip code|employer postcode',
  'tel-work':
    'work phone|office phone|work telephone|business phone|office number|work number|work telephone number|business phone number|office telephone|work phone number|office phone number|business telephone|employer phone number|workplace phone',
  'tel-extension': 'extension|ext|phone ext|phone extension|extension number',
  'residence-years':
    'years at address|time at address|years at current address|how long have you lived at this address|length of residence',
  'property-plate': 'cadastral plate|cadastral number|land registry number|title number|parcel number|land parcel number|plot number',
  'property-plate-main': 'main plate number|cadastral main plate|main cadastral number',
  'property-plate-sub': 'sub plate number|cadastral sub plate|secondary plate number',
  'property-plate-part': 'cadastral part|part number of plate|partition number',
  'property-section': 'registration section|land registration section|cadastral section',
  'property-registry': 'land registry office|registry area|land registry district',
  'property-deed-number': 'deed number|title deed number|property deed number',
  'property-deed-date': 'deed date|date of deed|title deed date',
  'property-renovation-code': 'renovation code|municipal property code|property renovation code',
  'property-area': 'floor area|property area|land area|area in square metres|living area|plot size|area of property|total floor area',
  'property-use': 'property use|use of property|land use|use of the property|type of use',
  'property-type':
    'property type|type of property|housing type|type of housing|dwelling type|type of dwelling|building type|type of building',
  'property-year': 'year of construction|construction year|year built|property year built',
  'property-address': 'property address|address of property|address of the property|site address',
  'property-postal-code': 'property postcode|postcode of property|property postal code',
  'property-value': 'property value|value of property|market value of property|estimated property value',
  'rent-amount': 'rent|monthly rent|rent amount|amount of rent|how much rent do you pay',
  'rent-deposit': 'rent deposit|tenancy deposit|security deposit',
  'electricity-account': 'electricity account number|electricity bill id|electricity meter number|electricity subscription number',
  'gas-account': 'gas account number|gas bill id|gas meter number|gas subscription number',
  'water-account': 'water account number|water bill id|water meter number|water subscription number',
  'employment-status': 'employment status|work status|employee status|current employment status|occupation status',
  'employment-type': 'employment type|type of employment|kind of employment|contract type|type of contract',
  'job-start-date':
    'job start date|date of employment|hire date|employment start date|date of hire|joining date|date of joining|employed since|when did you start this job|start date of employment|date started work',
  'job-end-date': 'job end date|employment end date|last working day|termination date|date employment ended|when did you leave this job',
  'work-experience-years':
    'years of experience|years of work experience|total work experience|years of service|length of service|work experience in years',
  'insurance-history-years': 'years of insurance|insurance history|contribution years|insurance record years',
  'monthly-income':
    'monthly income|monthly salary|income per month|net monthly income|gross monthly income|monthly earnings|salary|income|net income|gross income|wage|monthly net income|earnings',
  'yearly-income': 'annual income|yearly income|annual salary|yearly salary|gross annual income|income per year|total annual income',
  'employee-number': 'employee number|employee id|employee code|staff number|staff id|personnel number|personnel code|payroll number',
  'workshop-code': 'workshop code|employer insurance code|workshop number',
  'work-department': 'department|department name|work department|division|business unit|organizational unit',
  industry:
    'industry|sector|line of business|business sector|nature of business|type of business|field of work|business type|business category|industry sector',
  'education-start-date': 'study start date|enrolment date|enrollment date|date of enrolment',
  'org-economic-code':
    'company economic code|company tax number|company tax id|business tax number|employer identification number|ein|company tax identification number',
  'org-registration-date':
    'company registration date|date of incorporation|incorporation date|date of establishment|company founded on|date company was registered',
  'org-registration-place': 'place of incorporation|company registration place|country of incorporation|place of company registration',
  'org-activity': 'company activity|business activity|main activity of company|activity of the company|nature of company business',
  'org-activity-code': 'activity code|isic code|nace code|sic code|naics code|industry code|economic activity code',
  'org-address':
    'company address|registered office address|business premises address|address of company|registered office|registered address|organisation address|organization address|headquarters address',
  'org-postal-code': 'company postcode|company postal code|registered office postcode',
  'org-tel': 'company phone|company phone number|company telephone|organisation phone number|organization phone number',
  'org-email': 'company email|company email address|organisation email|organization email|corporate email',
  'org-website': 'company website|business website|organisation website|organization website',
  'org-employees-count': 'number of employees|company size|employee count|how many employees|number of staff|headcount',
  'org-capital': 'share capital|company capital|registered capital|paid up capital',
  'org-brand': 'brand name|trade name|doing business as|dba',
  'org-managing-director': 'managing director name|name of managing director|name of chief executive|ceo name',
  'bank-name':
    'bank name|name of bank|name of the bank|bank|bank or building society|building society|name of the bank or building society|beneficiary bank',
  'bank-branch': 'bank branch|branch name|name of branch|branch|branch of bank',
  'bank-account-type': 'account type|type of account|bank account type',
  'vehicle-plate-first': 'first two digits of plate|plate first part',
  'vehicle-plate-letter': 'plate letter|letter of plate',
  'vehicle-plate-number': 'middle three digits of plate|plate middle part',
  'vehicle-plate-region': 'plate region code|iran code of plate|plate province code',
  'vehicle-card-number':
    'vehicle card number|vehicle registration document number|registration certificate number|v5c number|logbook number',
  'vehicle-capacity': 'vehicle capacity|seating capacity|number of seats in vehicle',
  'vehicle-cylinders': 'number of cylinders|cylinders',
  'vehicle-mileage': 'mileage|vehicle mileage|odometer|odometer reading',
  'vehicle-insurance-number':
    'vehicle insurance number|car insurance policy number|motor insurance policy number|vehicle insurance policy number',
  'vehicle-insurance-expiry-date': 'vehicle insurance expiry date|car insurance expiry date|policy expiry date',
  'vehicle-inspection-expiry-date': 'mot expiry date|vehicle inspection expiry date|inspection valid until|roadworthiness expiry date',
};
