import { DeliveryTarget } from '@progressive-delivery/engine';

/** Ids of switches: full values paths, with the chart's name and `:` before it where several charts have switches. */
export type SwitchIds = 'all' | string[];

const SWITCH_ID =
  /^(?:[^\s:,#]+:)?(?:[^\s:.,#]+\.)*progressiveDelivery\.enabled$/;

/** Reads the annotation `progressive-delivery/switch`; without it, all that the chart has are meant. */
export function parseSwitchIds(annotation: string | undefined): {
  switches: SwitchIds;
  /** Parts that are no switch. */
  malformed: string[];
} {
  const parts = (annotation ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
  return {
    switches:
      parts.length === 0
        ? 'all'
        : Array.from(new Set(parts.filter(part => SWITCH_ID.test(part)))),
    malformed: parts.filter(part => !SWITCH_ID.test(part)),
  };
}

/** The switches that are in both. */
export function commonSwitchIds(one: SwitchIds, other: SwitchIds): SwitchIds {
  if (one === 'all') {
    return other;
  }
  return other === 'all' ? one : one.filter(each => other.includes(each));
}

/** Whether a switch belongs to the entity of a target: another entity's is shown, and cannot be proposed. */
export function ownsSwitch(
  { ownedSwitches }: Pick<DeliveryTarget, 'ownedSwitches'>,
  id: string,
): boolean {
  return ownedSwitches === undefined || ownedSwitches.includes(id);
}
