import qoldau = require('qoldau');

const words: string = qoldau.printTargets(qoldau.readTargets('Кемінде 2', 't1-1'), 'en');
export = words;
