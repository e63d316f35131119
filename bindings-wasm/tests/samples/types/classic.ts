// As older projects find modules: without `exports`.

import { isoDate } from 'qoldau';
import * as people from 'qoldau/people';
import * as reach from 'qoldau/reach';
import * as registry from 'qoldau/registry';
import * as sign from 'qoldau/sign';
import * as survey from 'qoldau/survey';

people.readPhones('8 700 000 00 01').length satisfies number;
registry.readRegistry(new Uint8Array()).format satisfies string;
reach.isoDate('2024-02-29') satisfies string;
sign.deviceKey('phone', new Uint8Array(32)).key satisfies string;
survey.statisticMethods().length satisfies number;
isoDate('2024-02-29') satisfies string;
