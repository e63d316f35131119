import qoldau = require('qoldau');
import people = require('qoldau/people');
import survey = require('qoldau/survey');

const words: string = qoldau.printTargets(qoldau.readTargets('Кемінде 2', 't1-1'), 'en');
const methods: string[] = survey.statisticMethods();
const field: string = people.sayMatchField('phone', 'kk');
export = [words, field, ...methods];
