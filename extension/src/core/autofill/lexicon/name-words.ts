import type { Concept } from '../concept.ts';

/** Words of controls' names and ids: abbreviations, transliterated Persian (which is not standardised), Turkish and Arabic in Latin letters. */
export const nameWords: Readonly<Partial<Record<Concept, string>>> = {
  'given-name':
    'fname|f name|firstname|first|given|forename|nam|esm|onad|ism|vorname|prenom|nombre|personel adi|fnam|patient fname|first nm|frst name|fn|first name 1|namee|name fa|nam fa|imya|etunimi|fornamn',
  'additional-name': 'mname|m name|middlename|middle|midname|middleinit|sname arabic',
  'family-name':
    'lname|l name|lastname|last|surname|family|famil|familyname|nam khanevadegi|name khanevadegi|khanevadegi|famili|namekhanevadegi|soyad|soyadi|soyisim|nachname|familienname|cognome|apellido|apellidos|apellido1|fameli|family fa|lnam|last nm|sukunimi|efternamn|namkhanevadegi|nom de famille|ln|familia|laqab|takhallus',
  name: 'name|fullname|full name|namefamily|name family|nameandfamily|name and family|customername|username full|adsoyad|ad soyad|isim soyisim|nom prenom|namevafamily|nam va nam khanevadegi|your name|namefamil|realname|real name|yourname|legal name|cname|contactname|isimsoyisim|fio|nome completo|nomecompleto',
  'given-name-latin':
    'name en|fname en|firstname en|name latin|latin name|first name en|en name|english name|en first name|namelatin|firstnamelatin|latinfirstname|given name latin|name english|fnameen|first name latin|first name english|nameen',
  'family-name-latin':
    'family en|lname en|lastname en|family latin|latin family|last name en|en family|english family|latinlastname|lastnamelatin|familyen|last name latin|last name english|family name latin|surname latin',
  'name-latin': 'full name en|fullname en|fullnamelatin|full name latin|full name english',
  'honorific-prefix': 'title|salutation|prefix|honorific|civility|anrede|titel|civilite|nameprefix|teitl',
  'honorific-suffix': 'suffix|namesuffix',
  nickname: 'nickname|preferredname|preferred name',
  'father-name':
    'father name|fathername|fathers name|fathersname|father|namepedar|nam pedar|name pedar|namefather|name father|babaad|baba adi|babaadi|fname father|nampedar|father n|fathername fa|dad name|pedar name|valed|esm pedar|father fullname',
  'mother-name':
    'mother name|mothername|mothers name|mothersname|nam madar|name madar|annead|anne adi|anneadi|namemother|ana adi|anaadi|nammadar|mother n|mother fullname|motherfullname',
  bday: 'dogum|dob|bday|birthdate|birth date|dateofbirth|date of birth|birthday|tarikh tavalod|tarikhtavalod|tarikh|tavalod|dogumtarihi|dogum tarihi|dtarih|geburtsdatum|birth|birthdaydate|naissance|date naissance|datenaissance|fecha nacimiento|fechanacimiento|data nascita|tarikh tavallod|tavallod|born|date birth|birth dt|syntymaaika|milad|dtarihi|dogumt|birthdt|bdate|b date|birth jalali|mawalid|d o b|datebirth|birthd',
  'bday-day':
    'dob day|bday day|birth day|birthdate day|dobday|dobd|day of birth|dob dd|dgun|dogum gun|dogum gunu gun|dob d|b day|birthdateday|rooz tavalod|rooztavalod|day birth|birthd',
  'bday-month':
    'dob month|bday month|birth month|birthmonth|birthdate month|dobmonth|dobm|month of birth|dob mm|day ay|dogum ay|dogumayi|dob m|mah tavalod|mahtavalod|month birth|b month|birthdatemonth|birthm',
  'bday-year':
    'dob year|bday year|birth year|birthyear|birthdate year|dobyear|doby|year of birth|dob yyyy|dyil|dogum yil|dogumyili|dob y|sal tavalod|saltavalod|year birth|b year|birthdateyear|birthy|yob',
  'birth-place':
    'birthplace|birth place|place of birth|placeofbirth|pob|mahale tavalod|mahal tavalod|mahaltavalod|birth city|birthcity|dogumyeri|dyer|dogum yeri|city of birth|place birth|birth loc|geburtsort|lieu naissance|birth town|luogo nascita|townofbirth|zadgah|lieunaissance|birthtown',
  sex: 'sex|gender|jensiat|jensiyat|cinsiyet|sexe|geschlecht|genre|jens|gender id|sexo|sesso|genero|sukupuoli|kon|jinsiat|gendre|jender',
  nationality:
    'nationality|citizenship|taabeiat|tabeiat|melliat|meliat|uyruk|nationalite|nationalitat|staatsangehorigkeit|melliyat|nationality id|nat|nacionalidad|tabeiyat|cittadinanza|uyrugu',
  'marital-status':
    'marital status|maritalstatus|marital|married|marriage|taahol|taahhol|vaziat taahol|medenidurum|medeni durum|medenihal|medeni hal|marriage status|tahol|marital state|maried|taahol status|civil status|civilstatus|familienstand|situation familiale|marritalstatus|martialstatus|martial status|marragestatus|estado civil|vaziattaahol|marritalstatuse',
  religion: 'religion|din|mazhab|mazhab din|religion id|konfession|deen',
  'blood-type': 'blood type|bloodtype|blood group|bloodgroup|kan grubu|kangrubu|gorooh khooni|goroohkhooni|blood|groupe sanguin',
  height: 'body height|userheight|ghad|boy|hight|height cm|heightcm',
  'eye-color': 'eye color|eyecolor|eye colour|eyecolour',
  'street-address':
    'address|addr|street|street address|streetaddress|homeaddress|home address|adres|adresse|anschrift|strasse|rue|indirizzo|direccion|adress|neshani|neshany|addresse|street name|streetname|postal address|postaladdress|mailing street|mailingstreet|full address|fulladdress|residence|residential address|acikadres|evadres|ev adresi|calle|endereco|domicilio|addr street|katuosoite|shippingaddress|billingaddress|addres|current add|permanent add|currentadd|permenantadd|permanentadd|currentaddress|permanentaddress|mailing address|strassename|ulica|ulitsa|logradouro|via|ikametgah|sokak|adres1',
  'address-line1':
    'address1|address 1|addr1|address line1|address line 1|addressline1|line1|street1|street 1|address line one|lineone|line one|addressl1|adresse1|street line1|streetline1|ship address1|adr1|ad1|address one|street address 1|streetaddress1|streetaddress line1|line 1',
  'address-line2':
    'address ext|addressext|address2|address 2|addr2|address line2|address line 2|addressline2|line2|street2|street 2|address line two|linetwo|line two|addressl2|apt|apartment|suite|unit|adresse2|streetline2|aptno|apt suite|aptsuite|address two|address complement|addresscomplement|adresszusatz|complement|complement adresse|extended address|street address 2|streetaddress2|streetaddress line2|line 2|adr2|apartmentnumber|apt number|aptnumber|koche|kooche|aptunit',
  'address-line3':
    'address3|address 3|addr3|address line3|address line 3|addressline3|line3|street3|line three|linethree|address line three|street address 3|line 3',
  'address-house-number':
    'house number|housenumber|house no|houseno|street number|streetnumber|pelak|plaque|hausnummer|hausnr|building number|buildingnumber|pelaque|house nr|housenr|kapino|kapi no|home number|numero rue|civico|house num|plak|pelak number|binano|streetno|street no',
  'address-unit': 'unit number|flat number|flatnumber|flat|vahed|daire no|daireno|unit no|unitno',
  'address-floor': 'floor|tabaghe|tabaqe|etage|kat no|storey',
  'address-level1':
    'state|province|region|county|ostan|province id|state id|bundesland|provincia|wilaya|governorate|stateprovince|state province|provinceid|addressstate|statecode|state code|region id|regionid|il id|sehir il|departement|provincecode|oblast|eyalet|ostan id|prov|kanton|canton|velayat|provence|estado|regione|administrative area|administrativearea',
  'address-level2':
    'city|town|locality|shahr|shahrestan|city id|cityid|ville|ort|stadt|sehir|ilce|city name|cityname|commune|comune|ciudad|addresscity|addresstown|posttown|post town|municipality|municipio|town city|towncity|wohnort|city town|suburb|town id|shahrestan id|kota|cidade|kaupunki|postitoimipaikka|citta|gemeinde|shahr id|localidad|miasto|gorod|localite',
  'address-level3': 'district|borough|bakhsh|sub district|arrondissement|district id|semt|mahalle|ortsteil|bairro|quartier',
  'address-level4': 'village|neighborhood|neighbourhood|roosta|rusta|mahale|mahalleh|koy',
  'postal-code':
    'zip|postcode|post code|postal code|postalcode|zip code|zipcode|postal|codeposti|code posti|kod posti|kodeposti|kodposti|plz|cp|postleitzahl|postakodu|posta kodu|pincode|pin code|cap|cep|codigo postal|codigopostal|codepostal|code postal|post|zipcode5|addresszip|postnr|postinumero|postnummer|zippostalcode|zip postal|postalzip|zip5|codposti|post codes|code post|postal cod|zippostal|postalnumber',
  country:
    'country|country id|countryid|country code|countrycode|keshvar|land|pays|ulke|country name|countryname|pais|country region|residence country|residencecountry|paese|maa|nation|countryregion|countryofresidence|country of residence|addresscountry|keshvar id|paises',
  tel: 'phone|tel|telephone|mobile|cell|phone number|phonenumber|mobile number|mobilenumber|mob|phoneno|phone no|mobileno|mobile no|telno|tel no|cellphone|cell phone|telefon|telefono|telefone|hamrah|gsm|cep|ceptel|handy|contact number|contactnumber|telnumber|tel number|mobilephone|mobile phone|daytimephone|daytime phone|contact phone|phone1|mobile1|phonenum|phone num|telnum|celular|contactno|contact no|telephone number|telephonenumber|tell|telfon|shomare tamas|shomaretamas|mobil|tamas|telefonnummer|puhelin|puhelinnumero|evening phone|homephone number|phone mobile|phonemobile|portable|rufnummer|hp no|telephone mobile|userphone|tel mobile|tel1|tele|shomare mobile|shomare hamrah|telephon|phon|primaryphone|altphone|alt phone|dayphone|day phone|fixphone|movil|jawwal|jawal|numberphone|number phone|phone nbr|whatsapp|whatsapp number',
  'tel-country-code':
    'phone country code|phone code|dial code|dialcode|country calling code|phonecode|phonecountrycode|tel country code|calling code|callingcode|dialling code|phone prefix|phoneprefix|countrydialcode|phone country|phonecountry|intl code|mobile country code|mobilecountrycode|tel prefix|telprefix|indicatif|isd code',
  'tel-area-code': 'area code|areacode|phone area|pish shomare|telkod|alan kodu|phone area code|tel area|phone1a',
  'tel-home':
    'landline|homephone|home phone|telephone home|telmanzel|tel manzel|evtel|ev tel|ev telefonu|evtelefonu|home tel|hometel|sabet|tel sabet|telsabet|fixedphone|fixed phone|static phone|phone home|telhome|tel home|phonehome|telephone sabet|phone sabet|land line|telfix|festnetz|sabit telefon|sabittelefon|tel fixe|home telephone|hometelephone|telphone home',
  fax: 'fax|faks|fax number|faxnumber|fax no|namabar|telefax|dornegar',
  email:
    'email|e mail|mail|emailaddress|email address|eposta|e posta|useremail|user email|emailid|email id|courriel|correo|mailaddress|emailaddr|emailaddress1|email1|email2|emailconfirm|confirm email|confirmemail|email confirm|sahkoposti|mailadres|mail adresi|emailadresse|raayanameh|postelectronic|post electronic|email confirmation|verify email|reemail|re email|contactemail|contact email|adressemail|customeremail|emails|e mails|emailconf|epost|emailadress',
  url: 'website|web site|homepage|url|web|weburl|website url|web address|siteweb|site url',
  'national-id':
    'national code|nationalcode|national id|nationalid|nationalnumber|national number|codemelli|code melli|code meli|codemeli|kodmeli|kod meli|kodemeli|kode meli|codmeli|cod meli|melicode|meli code|melli code|mellicode|meli|melli|nid|ssn ir|tc|tckimlik|tckimlikno|tc no|tcno|tckn|tc kimlik no|tckimliknumarasi|tazkira|tazkirano|tazkira no|shomare meli|shomaremeli|kodmelli|kod melli|codmelli|nationality code|codmely|kodemelli|nationalcard|identity code national|pesel|cpf|dni|cedula|aadhar|aadhaar|personnummer|henkilotunnus|hetu|citizen id|citizenid|nat code|natcode|national no|nationalno|kimlikno|kimlik no|curp|rut|nif|nie|national identity|nationalidentity|nationalidentitynumber|cnic|hawiya|nationalcod|national cod|ncode|natid',
  'birth-certificate-number':
    'shenasname|shenasnameh|sh sh|shsh|shenasname no|shenasnameno|birth certificate|birthcertificate|birthcertificateno|birth certificate number|shomare shenasname|shomareshenasname|shenasnamenumber|shenas name|shnasname|certificate number birth|idno shenasname|shenasnamehnumber|shomare sh|shenasnamecode|shenasname number|birthcode|birth code|bc number|shenase name|shenasnameid',
  'id-card-number':
    'id card|idcard|idcardnumber|identity card|identitycard|id number|idnumber|idno|identity number|identitynumber|identityno|id no|document number|documentnumber|docnumber|doc number|identification number|ausweisnummer|personalausweis|brp number|brpnumber|id card no|idcardno|identity document number|iddocumentnumber|brp|identity code|identitycode|serial card|personalausweisnummer',
  'social-security-number':
    'ssn|social security|socialsecurity|socialsecuritynumber|nino|ni number|ninumber|nationalinsurancenumber|national insurance|nationalinsurance|sskno|ssk no|sgkno|bimeh|bime|insurance number|insurancenumber|insurance no|shomare bime|shomarebime|sin|numero securite sociale|national insurance number|bimeno|bime number|tamin ejtemaei|tamin|insurance|insurancecode|rentenversicherungsnummer|sozialversicherungsnummer|social security number|ssnumber|bime no',
  'health-id':
    'nhs number|nhsnumber|nhs|health id|healthid|health insurance number|healthinsurance|healthcard|health card|medicare|health number|healthnumber',
  'tax-id':
    'tax id|taxid|tax number|taxnumber|tin|utr|vatnumber|vat number|vatid|vat id|vergino|vergi no|steuernummer|steuerid|fiscalcode|fiscal code|codicefiscale|codice fiscale|vat|tax no|taxno|steuer id|taxcode|tax code|vkn|idnr|steuer idnr|steueridnr|codefin|taxpayer id|inn|partita iva',
  'passport-number':
    'passport|passport number|passportnumber|passport no|passportno|gozarname|gozarnameh|passport id|pasaport|pasaportno|passportnum|pass no|pasport|passnumber|reisepassnummer|passeport',
  'passport-issuing-country':
    'passport country|passportcountry|issuing country|issuingcountry|passport issuing country|country of issue|passportissuecountry',
  'passport-issue-date': 'passport issue date|passportissuedate|passport issue|passport issued|passportissued',
  'passport-expiry-date':
    'passport expiry|passportexpiry|passport expiry date|passportexpirydate|passport expiration|passportexpiration|passport expire',
  'document-issue-date':
    'issue date|issuedate|date of issue|sodoor|tarikh sodoor|tarikhsodor|issued date|dateissued|date issued|dateofissue|issuedon|verilistarihi',
  'document-expiry-date':
    'document expiry|documentexpiry|doc expiry|id expiry|idexpiry|permit expiry|document expiry date|documentexpirydate|valid until|validuntil',
  'drivers-license-number':
    'driving licence|drivinglicence|driver license|driverlicense|drivers license|driverslicense|licence number driver|govahiname|govahinameh|ehliyet no|ehliyetno|driving license|drivinglicense|driverlicensenumber|dlnumber|dl number|driving licence number|drivinglicencenumber',
  'vehicle-vin': 'vin|chassis|chassisno|chassis number|chassisnumber|shasi|sasino|vehicle vin|vehicleid number',
  'vehicle-make': 'vehicle make|vehiclemake|car make|carmake|make|car brand|carbrand',
  'vehicle-model': 'vehicle model|vehiclemodel|car model|carmodel',
  'vehicle-color': 'vehicle color|vehiclecolor|car color|carcolor|vehicle colour|carcolour',
  'vehicle-plate':
    'license plate|licenseplate|plate number|platenumber|numberplate|plaka|car number|carplate|vehicle plate|registration plate|plate no|plateno|vrm|vrn|plate|pelak khodro|car plate',
  'education-level':
    'education|education level|educationlevel|tahsilat|madrak|madrak tahsili|degree|qualification|tahsil|education grade|educationgrade|edu|edu level|maghta|educational level|highest education|egitim|ogrenim|highesteducation|education degree|educationdegree|edulevel|madrak tahsil|mizan tahsilat|last degree|ogrenimdurumu|egitimdurumu|last education',
  'organization-title':
    'job title|jobtitle|occupation|profession|position|job|shoghl|semat|meslek|role title|designation|beruf|shoghol|postsazmani|jobposition|job position|gorev|onvan shoghl|poste|metier|unvan|proffession|profession name|current job|currentjob|position job|meslegi|profesion|proffisinal|organizationtitle|organization title|jobrole|job name',
  organization:
    'company|company name|companyname|organization|organisation|employer|org|org name|orgname|firma|sherkat|business|business name|businessname|workplace|mahale kar|mahal kar|organization name|entreprise|societe|employername|employer name|kurum|sirket|nam sherkat|namsherkat|isyeri|company nm|organisation name|organizationname|organisationname|arbeitgeber|unternehmen|firm|firmname|empresa|azienda|namecompany|name company|cname company|institution|sazman|agency name|agencyname|firmaadi|firma adi|workplace name|employers name|co name|etablissement',
  'org-national-id':
    'shenase melli|shenasemelli|shenaseh melli|company national id|companynationalid|org national id|orgnationalid|legal national id|shenase meli|shenasemeli|national id company',
  'org-registration-number':
    'registration number company|company reg no|companyregistration|company registration|companynumber|company number|sabt number|shomare sabt|shomaresabt|register number|company registration number|registration no|companyregistrationnumber|siret|siren|regnum|reg number|companyregno|ticaret sicil|ticaretsicil|business registration number',
  iban: 'iban|sheba|shaba|shomare sheba|ibanno|iban no|ibannumber|iban number|sheba number|shebano|shebanumber|shabanumber|hesab sheba|ibancode|sheba code',
  'bank-account-number':
    'account number|accountnumber|bank account|bankaccount|hesab|shomare hesab|shomarehesab|hesapno|hesap no|bankaccountnumber|bank account number|account no|accountno|kontonummer|acc no|accno|acct number|banknumber account|acct no|hesab number|bank account no|bankaccountno',
  'bank-sort-code':
    'sort code|sortcode|routing number|routingnumber|bank code|bankcode|blz|ifsc|branch code|branchcode|bank sort code|banksortcode|routing no|routing|aba|bsb',
  'bank-bic': 'bic|swift|swiftcode|swift code|biccode|bic code|bicswift',
  username:
    'username|user name|userid|user id|login|loginname|login name|uname|usr|userlogin|loginid|login id|user|signin id|kullanici adi|kullaniciadi|nutzername|benutzername|identifiant|usuario|namekarbari|nam karbari|logonid|logon|logonname|screenname|screen name|pseudo|log',
  password:
    'password|passwd|pwd|pass|passcode|passphrase|sifre|parola|passwort|kennwort|ramz|ramze obor|motdepasse|mdp|senha|contrasena|password confirmation|confirm password|repassword|re password|newpassword|oldpassword|pin code login|pass word|cpassword|password2|passw|userpass|user pass|psw|pswd|credit password|creditpassword|haslo|password confirm|passwordconfirm',
  'one-time-code':
    'otp|verification code|verificationcode|sms code|smscode|verifycode|verify code|one time code|onetimecode|2fa|mfa|totp|auth code|authcode|confirmation code|confirmationcode|activation code|activationcode|onetimepassword|two factor|security token|backup code',
  captcha:
    'captcha|captchacode|captcha code|security image|recaptcha|g recaptcha response|kaptcha|captcha answer|security code image|imgcode|img code|verify image|vcode|captchatext|h captcha response',
  'cc-number':
    'cc number|ccnumber|card number|cardnumber|cardno|card no|creditcard|credit card|credit card number|creditcardnumber|ccnum|cc num|cart number|cartnumber|shomare kart|shomarekart|card num|cardnum|kart no|kartno|debitcardnumber|debit card|numero carte|credit card no|acctnum card|ccno|kredikarti|kart numarasi|credit number|shomare cart|cart no',
  'cc-name':
    'cc name|ccname|card holder|cardholder|name on card|nameoncard|cardholdername|card name|cardname|card holder name|credit card name|cc owner|ccowner|cc holder|holdername|holder name|card owner|cardowner|kart sahibi|creditcardname',
  'cc-exp':
    'cc exp|ccexp|card expiry|cardexpiry|expiry|exp date|expdate|expiration|expiration date|expirationdate|expirydate|expiry date|card exp|cardexp|cc expiry|ccexpiry|card expiration|cardexpiration|exp',
  'cc-exp-month':
    'exp month|expmonth|cc month|ccmonth|expiry month|expirymonth|expiration month|expirationmonth|card month|cardmonth|cc exp month|ccexpmonth|card exp month|exp mm|expm|card expiry month|expire month|credit card expiration month|cardexpmonth|exp mo',
  'cc-exp-year':
    'exp year|expyear|cc year|ccyear|expiry year|expiryyear|expiration year|expirationyear|card year|cardyear|cc exp year|ccexpyear|card exp year|exp yy|expy|card expiry year|expire year|credit card expiration year|cardexpyear|exp yr',
  'cc-csc':
    'cvv|cvc|cvv2|csc|cvc2|security code|securitycode|card code|cardcode|card verification|cvvcode|cvn|card cvv|cardcvv|verification value|card security code|cardsecuritycode|cid|cvvnumber|cvd|ccv|cardverificationnumber|cccvv',
  'cc-type': 'card type|cardtype|cc type|cctype|credit card type|creditcardtype|cardbrand',
  'birth-certificate-serial': 'serial shenasname|serial ssn|shenasname serial|serial sh',
  'birth-certificate-series': 'seri shenasname|seri sh|sh seri shenasname|seri ssn',
  'birth-certificate-letter': 'horoof shenasname|harf shenasname|harfe seri|horoof ssn',
  'birth-certificate-issue-place': 'sadere|mahale sodoor|mahalsodoor|birth issued|city ssn|sadere az|mahal sodor',
  'national-card-serial': 'card serial|serial kart meli|serial kart|national card serial',
  'military-service': 'military|sarbazi|nezam vazife|military status|nezamvazife|vazife|khedmat',
  'children-count': 'children count|number of children|tedad farzand|tedad farzandan|cocuk sayisi|num children|childrencount',
  'household-code': 'household code|code khanevar|khanevar code|household id|kod khanevar',
  'household-size': 'household size|tedad khanevar|family size|familysize|householdsize',
  relation: 'relationship|relation|nesbat|relation type',
  'monthly-income': 'income|salary|daramad|hoghoogh|monthly income|monthlyincome|maas|gelir',
  'yearly-income': 'annual income|annualincome|yearly income',
  'marriage-date': 'marriage date|tarikh ezdevaj|marriagedate|date of marriage|weddate',
  'property-plate': 'pelak sabti|plaque sabti|cadastral number|parcel number|pelaksabti',
  'property-plate-main': 'pelak asli|plaque asli|asli pelak|pelak sabti asli',
  'property-plate-sub': 'pelak faree|pelak fari|plaque farei|pelak sabti fari',
  'property-area': 'masahat|metraj|zirbana|property area|floor area',
  'property-address': 'property address|propertyaddress|melk address|address melk',
  'property-renovation-code': 'code nosazi|nosazi|codenosazi|renovation code',
  'rent-amount': 'rent|ejare|rent amount|monthly rent|kira|miete|loyer',
  'rent-deposit': 'rahn|vadie|deposit',
  'job-start-date': 'hire date|job start date|tarikh estekhdam|hiredate|date of joining|employment start',
  'employee-number':
    'employee id|employeeid|personnel code|personnelcode|code personnel|personel no|code personeli|personeli|employee code|emp id|empid|staff id|employee number|employeenumber',
  'student-number':
    'student number|student code|studentnumber|student id|studentid|roll number|rollnumber|shomare daneshjooei|matricule etudiant|ogrencino',
  'work-address': 'work address|workaddress|job address|jobaddress|office address|officeaddress|address kar',
  'tel-work': 'work phone|workphone|job tel|jobtel|office phone|officephone|work tel|tel kar|work telephone|istel',
  'tel-extension': 'ext|extension|dakheli|dahili|phone ext',
  'bank-name': 'bank name|bankname|bank|nam bank|bank full name|bankfullname',
  'bank-branch': 'branch|branch name|branchname|shobe|shoabe',
  'bank-account-type': 'account type|accounttype',
  'previous-family-name': 'maiden name|maidenname|birth surname|geburtsname|nom naissance',
  'previous-name': 'previous name|previousname|former name',
  'birth-country': 'country of birth|countryofbirth|birth country|birthcountry|geburtsland',
  age: 'age|sen|yas',
  weight: 'weight|vazn|kilo',
  disability: 'disability|maloliat|malooliat',
  ethnicity: 'ethnicity|race',
  'grandfather-name': 'grandfather name|gfather name|dede',
  'work-department': 'department|dept|departman|vahed sazmani',
  industry: 'industry|sector|sektor|senf',
  'po-box': 'po box|pobox|postfach|sandogh posti',
  'economic-code': 'code eghtesadi|codeeghtesadi|eghtesadi|economic code|economiccode|economic number',
  'emergency-contact-tel':
    'emergency phone|emergencyphone|emergency tel|emergency number|emergency contact phone|emergencycontactphone|tel zaroori|tel ezterari',
  'emergency-contact-name': 'emergency name|emergency contact name|emergencycontactname|emergencyname',
  'emergency-contact-relation': 'emergency relation|emergency relationship|emergency contact relation',
  'employment-status': 'employment status|employmentstatus|job status|jobstatus|work status|vaziat shoghli|eshteghal',
  'employment-type': 'employment type|employmenttype|job type|jobtype|work type|worktype',
  'work-experience-years': 'years of experience|experience years|sabeghe|sabeghe kar',
  'org-employees-count': 'employees count|number of employees|company size|companysize',
  'org-economic-code': 'company tax id|companytaxid|ein|company economic code',
  'org-activity-code': 'isic|nace|sic code|activity code|code ape|naf|ateco',
  'org-registration-date': 'company registration date|incorporation date|founded',
  'org-address': 'company address|companyaddress|org address|orgaddress|business address',
  'org-tel': 'company phone|companyphone|org phone|org tel',
  'org-email': 'company email|companyemail|org email',
  'org-website': 'company website|companywebsite|org website',
  'visa-number': 'visa number|visano|visa no',
  insurer: 'insurer|insurance company|insurancecompany|insurance provider',
  'professional-licence-number': 'nezam pezeshki|nezam mohandesi|medical council',
  'trade-licence-number': 'parvane kasb|javaz|trade license',
  'tax-file-number': 'tax file no',
  'workshop-code': 'workshop code|code kargah|kargah code',
  'guild-code': 'guild code|code senfi',
  'vehicle-mileage': 'mileage|odometer',
  'previous-address': 'previous address|previousaddress|old address|former address',
  'foreigner-id': 'code faragir|faragir|atba|alien number',
  'dependants-count': 'tahte takafol|dependents count|number of dependents',
  'vehicle-plate-first': 'plate first|plate1|pelak1|plate two digit',
  'vehicle-plate-letter': 'plate letter|pelak harf|plate2|plate char',
  'vehicle-plate-number': 'plate3|pelak3|plate three digit',
  'vehicle-plate-region': 'plate iran|iran code|plate4|pelak4|pelak iran',
};

/** Words of names and ids that say that the control asks for something else. */
export const otherNameWords =
  'bank address|bankaddress|search|query|keyword|keywords|q|subject|message|comment|comments|msg|description|desc|notes|note|remark|remarks|coupon|promo|promocode|voucher|discount|giftcard|gift card|quantity|qty|amount|price|total|captcha text|order number|ordernumber|reference|ref no|invoice|tracking|serial|serial number|seri|major|field of study|university|uni name|school|school name|schoolname|college|course|course title|coursetitle|skill|skills|experience|date|start date|end date|startdate|enddate|from date|to date|checkin|checkout|check in|check out|departure|arrival|size|hobby|account name|accountname|account holder|hear about|heard|source|security question|securityquestion|security answer|securityanswer|secret question|answer|question|type|category|status|file|image|photo|avatar|office|place of issue|placeofissue|issue place|issueplace|export place|issued by|issuing authority|personal code|personalcode|membership number|member number|model|color|brand|serie|sort|filter|time|hour|currency|lang|language|newsletter|terms|signature|upload|room|course name|project name|product name|event name|other name|othername|website name|site name|otherinfo|other details|otherdetail|reason|details|domain|hostname|file name|filename|zone|city search|wallet|tax office|vergi dairesi|vergidairesi|facebook|twitter|instagram|linkedin|skype|telegram|github|guests|adults|flight|airline|destination|origin|pickup|dropoff|agree|rate|score|hours|duration|number of|tedad|mablagh|tozihat|onvan|matn|mozoo|case id|caseid|case number|claim number|license number|licensenumber|registration date|bio|about|honeypot|hp|url hidden|website hp|nofill|shomare|policy number|policynumber|group number|topic|tags|tag|slug|rank|grade|gpa|semester|cargo|shift|insurance type|insurancetype|health info|healthinfo|healthinsurrence|contract|contract no|contractno|book volume|document type|doc type|id type|idtype|identity type|device name|team name|group name|nom du projet|shop name|shopname|store name|storename|brand name|brandname';
