import { DoctorReport } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** A report for a terminal: a line for each thing that was looked at. */
export function doctorText({ lines }: DoctorReport): string {
  const longest = Math.max(...lines.map(({ subject }) => subject.length), 0);
  return lines
    .map(({ area, message, state, subject, yaml }) =>
      [
        state.padEnd('unknown'.length),
        area.padEnd('configuration'.length),
        subject.padEnd(Math.min(longest, 40)),
        // A line stays a line, whatever a cluster or a host has said.
        message.text.replaceAll(/\s+/g, ' '),
        ...(yaml !== undefined && !yaml.includes('\n') ? [yaml] : []),
      ].join('  '),
    )
    .map(line => `${line}\n`)
    .join('');
}
