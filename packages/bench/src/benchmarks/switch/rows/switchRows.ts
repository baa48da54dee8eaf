import { Row } from '../../../report/Row';
import { Switched } from './switches';

/** What a run of the benchmark comes to. */
export function switchRows(measured: {
  switched: Switched[];
  /** Of each switch that was asked for without PruneLast, whether preflight refused it. */
  blocked: boolean[];
  rounds: number;
}): Row[] {
  const { blocked, rounds, switched } = measured;
  const repeated = `${rounds} ${rounds === 1 ? 'round' : 'rounds'}`;
  const fewest = (autoscaled: boolean, where: string): Row => {
    const parts = switched
      .filter(each => each.autoscaled === autoscaled)
      .map(({ readyPart }) => readyPart);
    return {
      id: autoscaled ? 'ready-autoscaled' : 'ready',
      what: `fewest ready endpoints / desired at any time of ${parts.length} switches of both components ${where}, to Rollout and back; ${repeated}, each change of the EndpointSlices watched`,
      value: parts.length > 0 ? Math.min(...parts) : NaN,
      unit: 'ratio',
      bar: { exactly: 1 },
    };
  };
  return [
    fewest(false, 'without an autoscaler'),
    fewest(true, 'with an autoscaler that has scaled them'),
    {
      id: 'false-alarms',
      what: `those of these ${switched.length} switches that preflight refused to propose`,
      value: switched.filter(({ refused }) => refused).length,
      unit: 'switches',
      bar: { exactly: 0 },
    },
    {
      id: 'blocked-without-prune-last',
      what: `switches that preflight refuses, both in the preview and as a proposal / all ${blocked.length} that are asked for where PruneLast was taken away; ${repeated}, nothing is switched`,
      value: blocked.filter(Boolean).length / blocked.length,
      unit: 'ratio',
      bar: { exactly: 1 },
    },
  ];
}
