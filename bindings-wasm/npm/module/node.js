import { fromFile } from '../loader/node.js';
import { moduleOf } from '../loader/instance.js';
import { createGlue, mark } from './glue.js';
import { silently } from './personal.js';
import { where } from './where.js';

const { init, call, classOf } = moduleOf({ createGlue, mark, answered: silently, ...fromFile(where) });

export { QoldauError, isQoldauError } from '../loader/errors.js';
export { init };
