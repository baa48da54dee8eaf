import { Preflight } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** From which findings on a preview ends with another code. */
export const failOnChoices = ['blocking', 'warning', 'never'] as const;

export type FailOn = (typeof failOnChoices)[number];

/** Whether there is a finding on which a preview fails. */
export function failsOn(
  { findings }: Pick<Preflight, 'findings'>,
  failOn: FailOn,
): boolean {
  return findings.some(({ severity }) => {
    switch (failOn) {
      case 'blocking':
        return severity === 'block';
      case 'warning':
        return severity === 'block' || severity === 'warn';
      case 'never':
        return false;
      default:
        return failOn satisfies never;
    }
  });
}
