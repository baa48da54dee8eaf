/** What a state is looked at with. */
export interface Look {
  /** Pixels. */
  width: 360 | 1280 | 2560;
  theme: 'light' | 'dark';
  /** Default: English. */
  language?: 'de';
  /** With the few colors that somebody has chosen for all pages. */
  forcedColors?: boolean;
}

/** Each width in each theme; longer words where there is least room for them; and forced colors, right after the same without. */
export const LOOKS: readonly Look[] = [
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'light', forcedColors: true },
  { width: 1280, theme: 'dark' },
  ...([360, 2560] as const).flatMap(width =>
    (['light', 'dark'] as const).map(theme => ({ width, theme })),
  ),
  { width: 360, theme: 'light', language: 'de' },
];

export function nameOf(
  { forcedColors, language, theme, width }: Look,
  separator: string,
): string {
  return [
    ...(language ? [language] : []),
    forcedColors ? 'forced' : theme,
    width,
  ].join(separator);
}
