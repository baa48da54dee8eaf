import { FleetRow } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FleetComponent, fleetRow } from './fleetRow';
import { searchText } from './searchText';

/** A component as one of many, and what it is found by. */
export interface FleetEntry {
  row: FleetRow;
  /** In lower case. It is sent to nobody: the row has some of the workloads only. */
  text: string;
}

export function fleetEntry(component: FleetComponent): FleetEntry {
  const row = fleetRow(component);
  const targets = component.targets ?? [];
  const workloads = targets.flatMap(({ live }) => live.workloads);
  return {
    row,
    text: searchText([
      row.entityRef,
      row.title,
      ...row.owners,
      ...targets.flatMap(({ cluster, title }) => [title, cluster]),
      // Those that are shown come first, should there be too many.
      ...[...row.workloads, ...workloads].flatMap(
        ({ cluster, name, namespace }) => [name, namespace, cluster],
      ),
    ]),
  };
}
