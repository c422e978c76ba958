import { childSketches, europeanSketches, letterSketches, type Sketch } from './people/hard.ts';
import { cities, employers, familyNames, femaleNames, maleNames, occupations, streets } from './people/names.ts';
import { makeActivationCode, makeIban, makeMobile, makeNationalId, makePostcode } from './people/numbers.ts';
import { isOver18, type Person } from './people/person.ts';
import { drawPortrait } from './people/portrait.ts';
import { createRandom, type Random } from './people/random.ts';

export type { DeclaredFacts, IdentityClaims, Person } from './people/person.ts';

/** The day as of which ages are told, unless the caller says another. */
const today = new Date('2026-11-23T00:00:00Z');

const letterSeed = 1404;
/** Far enough from the letters' own that theirs may grow. */
const childSeed = 1504;

/** The six people to whom the civil registry has sent a letter with an activation code. Always the same. */
export function listLetterPeople(at: Date = today): readonly Person[] {
  return letterSketches.map((sketch, index) => completePerson(sketch, letterSeed + index, at));
}

/** One of the six by id. @throws RangeError when there is no such person */
export function getLetterPerson(id: string, at: Date = today): Person {
  const person = listLetterPeople(at).find((one) => one.id === id);
  if (person === undefined) throw new RangeError(`no letter for ${id}`);
  return person;
}

/** The children of a person with a letter, as the civil registry has them on record. Always the same. */
export function listChildren({ id }: Pick<Person, 'id'>, at: Date = today): readonly Person[] {
  const place = letterSketches.findIndex((sketch) => sketch.id === id);
  return (childSketches[id] ?? []).map((sketch, index) => completePerson(sketch, childSeed + place * 10 + index, at));
}

/**
 * `count` people who do not exist: the hard ones first (those with letters, then Europeans), then ordinary Iranians. The
 * same seed gives the same people; the hard ones are the same whatever the seed.
 */
export function generatePeople(options: { readonly seed: number; readonly count: number; readonly at?: Date }): readonly Person[] {
  const at = options.at ?? today;
  const hard = [...letterSketches, ...europeanSketches].map((sketch, index) => completePerson(sketch, letterSeed + index, at));
  const random = createRandom(options.seed);
  const ordinary = Array.from({ length: Math.max(0, options.count - hard.length) }, (_unused, index) => {
    const serial = 100_000 + ((options.seed * 7919 + index) % 800_000);
    return completePerson(sketchIranian(random, serial), serial, at);
  });
  return [...hard, ...ordinary].slice(0, options.count);
}

function completePerson(sketch: Sketch, serial: number, at: Date): Person {
  const random = createRandom(serial);
  const nationalId = makeNationalId(serial);
  const { address, birth_certificate_number, phone_number, ...rest } = sketch.claims;
  return {
    id: sketch.id,
    fictitious: true,
    about: sketch.about,
    activationCode: makeActivationCode(random),
    claims: {
      ...rest,
      national_id: nationalId,
      // Who was born after 1368 (1989) has the national id for a certificate number.
      birth_certificate_number: birth_certificate_number ?? nationalId,
      age_over_18: isOver18(rest.birthdate, at),
      address: { ...address, postal_code: makePostcode(random) },
      phone_number: phone_number ?? makeMobile(random),
      email: `${sketch.id}@example.com`,
      portrait: drawPortrait(serial, rest.sex === 'male' ? 'man' : address.country === 'IR' ? 'woman-with-headscarf' : 'woman'),
      fictitious: true,
    },
    declared: { ...sketch.declared, iban: makeIban(random) },
  };
}

function sketchIranian(random: Random, serial: number): Sketch {
  const sex = random.pick(['female', 'male'] as const);
  const given = random.pick(sex === 'female' ? femaleNames : maleNames);
  const family = random.pick(familyNames);
  const father = random.pick(maleNames);
  const [city, province] = random.pick(cities);
  const birthdate = pickBirthdate(random);
  return {
    id: `${given[1]}-${family[1].replace(' ', '-')}-${serial}`.toLowerCase(),
    about: { fa: 'شهروندی از شهروندان', en: 'One citizen among others' },
    claims: {
      given_name: given[0],
      family_name: family[0],
      given_name_latin: given[1],
      family_name_latin: family[1],
      father_name: father[0],
      father_name_latin: father[1],
      birthdate,
      ...(birthdate < '1989-03-21' ? { birth_certificate_number: String(1 + random.below(29_999)) } : {}),
      place_of_birth: { locality: random.pick(cities)[0] },
      sex,
      nationality: 'IR',
      address: {
        street_address: `${random.pick(streets)}، پلاک ${toPersianDigits(1 + random.below(300))}`,
        locality: city,
        region: province,
        country: 'IR',
      },
    },
    declared: {
      'marital-status': random.pick(['single', 'married', 'divorced', 'widowed'] as const),
      'organization-title': random.pick(occupations),
      organization: random.pick(employers),
    },
  };
}

function pickBirthdate(random: Random): string {
  const firstDay = Date.UTC(1941, 0, 1);
  const days = (Date.UTC(2008, 0, 1) - firstDay) / 86_400_000;
  return new Date(firstDay + random.below(days) * 86_400_000).toISOString().slice(0, 10);
}

function toPersianDigits(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
}
