import { CustomErrorBase } from '@backstage/errors';
import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReasonContent } from '../cannotPreview';

/** Why a text cannot be read as YAML. */
export class YamlError extends CustomErrorBase {
  name = 'YamlError' as const;

  /** @param reasonOf - why, of a text that is called so */
  constructor(readonly reasonOf: (file: string) => ReasonContent) {
    super(toMessage('reason', reasonOf('The text')).text);
  }
}
