import { Application } from '../../../targets/applications/application';
import { MovedWorkload } from '../../gathering/RenderedChange';
import { applicationObject, movedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';

/**
 * What was rendered is what Argo CD renders: no config management plugin is in between, and a synced Application has the
 * workload that is to change.
 */
export const renderedAsLive = preflightCheck({
  id: 'rendered-as-live',
  severity: 'warn',
  pieces: ['application', 'applicationStatus'],
  run: (
    { moved },
    { application: { value: application }, applicationStatus },
  ): Found[] => {
    const object = applicationObject(application);
    const parameters = { application: object.name };
    const { sourceType, sourceTypes } = application.status ?? {};
    if ([sourceType, ...(sourceTypes ?? [])].includes('Plugin')) {
      return [{ object, message: 'pluginRenders', parameters }];
    }
    if (applicationStatus.value.sync !== 'Synced') {
      return [];
    }
    return moved
      .filter(each => lacks(application, each))
      .map(each => ({
        object: movedObject(each),
        message: 'renderedOtherwise',
        parameters: { ...parameters, kind: each.kind, workload: each.name },
      }));
  },
});

/** Of what is delivered to namespaces that may not be looked at, nothing is known. */
function lacks(
  { status }: Application,
  { kind, name, namespace }: MovedWorkload,
): boolean {
  const there = (status?.resources ?? []).filter(
    each => each.namespace === namespace,
  );
  return (
    there.length > 0 &&
    !there.some(each => each.kind === kind && each.name === name)
  );
}
