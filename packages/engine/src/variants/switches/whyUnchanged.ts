import {
  RenderProfile,
  SwitchTrialMessage,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { templatesOf } from '../rendering/templatesOf';
import { chartDependencies } from './chartValues';
import { SourceSwitch } from './switchesOf';

const ROLLOUTS_GROUP = 'argoproj.io/';
const ASKED = /\.Capabilities\.APIVersions\.Has\s{1,10}"([^"\n]{1,200})"/g;

/** Why a switch changes nothing that is rendered, as far as the chart's files tell. */
export function whyUnchanged(
  { chart, disabledBy, laidOut, path }: SourceSwitch,
  { apiVersions }: RenderProfile,
): SwitchTrialMessage {
  if (disabledBy !== undefined) {
    return toMessage('switchTrial', {
      id: 'dependencyDisabled',
      parameters: { condition: disabledBy },
    });
  }
  const { unpacked = laidOut.layout } = laidOut;
  const [key] = path;
  const called = chartDependencies(unpacked, chart.directory).filter(
    ({ alias, name }) => name === key || alias === key,
  );
  const aliases = called.flatMap(({ alias }) => alias || []);
  if (
    called.length > 0 &&
    called.every(({ alias }) => alias && alias !== key)
  ) {
    return toMessage('switchTrial', {
      id: 'chartNameForAlias',
      parameters: { chart: key, aliases },
    });
  }
  const known = new Set(apiVersions);
  const asked = new Set<string>();
  for (const template of templatesOf(unpacked, chart.directory)) {
    if (template.includes(ROLLOUTS_GROUP)) {
      for (const [, api] of template.toString('utf8').matchAll(ASKED)) {
        if (api.startsWith(ROLLOUTS_GROUP) && !known.has(api)) {
          asked.add(api);
        }
      }
    }
  }
  return asked.size > 0
    ? toMessage('switchTrial', {
        id: 'apiMissing',
        parameters: { apis: Array.from(asked) },
      })
    : toMessage('switchTrial', { id: 'noEffect', parameters: {} });
}
