import { rolloutStatusSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { objectsOf, statusOf } from './__testUtils__/scenario';
import { sentences } from './__testUtils__/sentences';

it('prints', () => {
  for (const name of require('fs').readdirSync(`${__dirname}/__fixtures__`)) {
    const s = statusOf(name);
    rolloutStatusSchema.strict().parse(s);
    process.stdout.write(`## ${name}\n${sentences(s).map(x => `  ${x}`).join('\n')}\n`);
  }
});
