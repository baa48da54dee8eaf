import { parse, stringify } from 'yaml';
import { codeBlock } from '../readme/codeBlock';

const plugin = 'progressive-delivery';

/** The component, with the annotations of the README. */
export function catalogInfo(text: string): string {
  const annotate = codeBlock({ plugin, heading: 'Annotate', language: 'yaml' });
  const entity = parse(text);
  return stringify({
    ...entity,
    metadata: { ...entity.metadata, ...parse(annotate).metadata },
  });
}
