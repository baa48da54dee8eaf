import { DoctorLine } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  findPrlimit,
  InspectedTool,
  reasonOf,
} from '@progressive-delivery/engine';
import { Installed, setupProblems } from '../setup/setupProblems';
import { couldNotLook, doctorLine } from './doctorLine';

/** What the app-config lacks. */
export function configurationLines(installed: Installed): DoctorLine[] {
  const part = { area: 'configuration', subject: 'app-config' } as const;
  // The tools have lines of their own.
  const missing = setupProblems(installed).filter(
    ({ message }) => !('because' in message.parameters),
  );
  return missing.length === 0
    ? [doctorLine(part, 'ok', { id: 'nothingMissing', parameters: {} })]
    : missing.map(({ message, yaml }) =>
        doctorLine(
          part,
          'missing',
          { id: 'configurationMissing', parameters: { message: message.text } },
          yaml,
        ),
      );
}

/** Which tools there are, and whether they can be used. */
export async function toolLines({
  git,
  tools,
}: Installed): Promise<DoctorLine[]> {
  const prlimit = await findPrlimit();
  return [
    toolLine('git', git),
    ...tools.flatMap(({ argocd, helm, kustomize, together }) => {
      const of = argocd === undefined ? '' : ` of Argo CD ${argocd}`;
      return [
        toolLine(`helm${of}`, helm),
        ...(kustomize ? [toolLine(`kustomize${of}`, kustomize)] : []),
        ...(together
          ? [
              toolLine(`helm and kustomize${of}`, {
                state: 'unusable',
                error: together,
              }),
            ]
          : []),
      ];
    }),
    doctorLine(
      { area: 'tools', subject: 'prlimit' },
      prlimit ? 'ok' : 'missing',
      { id: prlimit ? 'memoryLimited' : 'memoryUnlimited', parameters: {} },
    ),
  ];
}

function toolLine(subject: string, tool: InspectedTool): DoctorLine {
  const part = { area: 'tools', subject } as const;
  if (tool.state === 'found') {
    const { command, version } = tool;
    return doctorLine(part, 'ok', {
      id: 'toolFound',
      parameters: { command, version },
    });
  }
  const because = reasonOf(tool.error);
  return doctorLine(
    part,
    'missing',
    because
      ? { id: 'toolUnusable', parameters: { because } }
      : couldNotLook(tool.error),
  );
}
