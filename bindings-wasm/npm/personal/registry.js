import { silence } from '../loader/silence.js';

const OF_PERSON = ['name', 'phone', 'birth', 'iin', 'email'];

const silenceRegistry = (registry) => {
  registry.persons.forEach((person) => silence(person, OF_PERSON));
  return registry;
};

const silenceFacts = (facts) => {
  facts.forEach((person) => silence(person, ['birth']));
  return facts;
};

/**
 * What is done to the answers that hold people, by the call.
 *
 * @type {Record<string, (answer: any) => any>}
 */
export const silently = {
  importWorkbook: (read) => {
    read.people.forEach((person) => silence(person, OF_PERSON));
    silenceFacts(read.facts);
    return read;
  },
  readRegistry: silenceRegistry,
  registryFacts: silenceFacts,
  exportPerson: (held) => {
    held.records.forEach((person) => silence(person, OF_PERSON));
    return held;
  },
  erasePerson: (erased) => {
    silenceRegistry(erased.registry);
    return erased;
  },
  linkageKeys: (keys) => keys.map((key) => silence(key, ['bits'])),
};
