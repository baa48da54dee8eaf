/** Pixels. */
export const chartSize = { width: 120, height: 32 } as const;
