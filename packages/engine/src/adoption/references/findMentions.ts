import { AdoptionNote } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TemplateFile } from '../templates/TemplateFile';
import { note } from '../texts/AdoptionText';

/** A Deployment as commands name it: `deployment/web`, `deploy/{{ include "web.fullname" . }}`, `deployment web`. */
const MENTION =
  /\b(?:deployments?|deploy)(?:\.apps)?\/|\brollout\s+\w+\s+deploy/;

/** Where a template tells people or tests to name the Deployment. */
export function findMentions(file: TemplateFile): AdoptionNote[] {
  return file.lines.flatMap((line, index) =>
    file.kindOf(index) !== 'blank' && MENTION.test(line)
      ? [note('mentions', { template: file.path, line: index + 1 })]
      : [],
  );
}
