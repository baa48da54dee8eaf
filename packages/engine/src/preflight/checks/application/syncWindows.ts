import { Application } from '../../../targets/applications/application';
import { AppProject } from '../../../targets/applications/appProject';
import { Glob, GlobWork } from '../../../targets/access/patterns/glob';
import { applicationObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

type SyncWindow = NonNullable<AppProject['spec']['syncWindows']>[number];

/**
 * Windows of the project in which the Application is synced only, or is not (argo-cd v3.6 pkg/apis/application/v1alpha1/types.go
 * SyncWindows.Matches). Whether one is open when the pull request is merged, nobody knows yet.
 */
export const syncWindows = preflightCheck({
  id: 'sync-windows',
  severity: 'warn',
  pieces: ['application', 'project'],
  run: (_, { application, project }) => {
    const { metadata, spec } = project.value;
    const work = GlobWork.create();
    const windows = (spec.syncWindows ?? []).filter(window =>
      applies(window, application.value, work),
    );
    return windows.length === 0
      ? []
      : [
          {
            object: applicationObject(application.value),
            message: 'syncWindows',
            parameters: {
              application: application.value.metadata.name,
              project: metadata.name,
              windows: windows.map(
                ({ duration, kind, schedule, timeZone }) =>
                  `${kind} ${schedule} ${timeZone || 'UTC'} ${duration}`,
              ),
            },
          },
        ];
  },
});

function applies(
  window: SyncWindow,
  { metadata, spec: { destination } }: Application,
  work: GlobWork,
): boolean {
  const matches = (patterns: string[], texts: (string | undefined)[]) =>
    patterns.some(pattern =>
      texts.some(
        text => text && Glob.compile(pattern)?.matches(text, work) === true,
      ),
    );
  const given = [
    { patterns: window.applications, texts: [metadata.name] },
    {
      patterns: window.clusters,
      texts: [destination.name, destination.server],
    },
    { patterns: window.namespaces, texts: [destination.namespace] },
  ].filter(({ patterns }) => patterns.length > 0);
  const match = ({ patterns, texts }: (typeof given)[number]) =>
    matches(patterns, texts);
  return window.andOperator
    ? given.length > 0 && given.every(match)
    : given.some(match);
}
