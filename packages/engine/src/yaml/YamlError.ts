import { CustomErrorBase } from '@backstage/errors';
import {
  ContentOf,
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Why a text cannot be read, without the English of it. */
export type YamlReason = ContentOf<Reason>;

/** Why a text cannot be read as YAML. */
export class YamlError extends CustomErrorBase {
  name = 'YamlError' as const;

  /** @param reasonOf - why, of a text that is called so */
  constructor(readonly reasonOf: (file: string) => YamlReason) {
    super(toMessage('reason', reasonOf('The text')).text);
  }
}
