import { CustomErrorBase } from '@backstage/errors';

/** Why a text cannot be read as YAML, as the end of a sentence that begins with its name: "is not valid YAML, line 3: ...". */
export class YamlError extends CustomErrorBase {
  name = 'YamlError' as const;
}
