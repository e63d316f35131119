import { silence } from '../loader/silence.js';

const PERSONAL = ['name', 'phone', 'birth', 'iin', 'email'];
const NUMBER = ['number', 'hint'];

/**
 * What is done to the answers that hold people, by the call.
 *
 * @type {Record<string, (answer: any) => any>}
 */
export const silently = {
  importPeople: (table) => {
    table.people.forEach((person) => silence(person, PERSONAL));
    table.facts.forEach((facts) => silence(facts, ['birth']));
    return table;
  },
  readIin: (read) => silence(read, NUMBER),
  readPhones: (phones) => phones.map((phone) => silence(phone, NUMBER)),
  readBirth: (birth) => birth && silence(birth, ['date', 'year']),
};
