/** Limits of one rendering; a rendering that exceeds one is stopped. */
export interface RenderLimits {
  /** Seconds that one run of a tool may take. */
  seconds: number;
  /** Mebibytes that one run of a tool may print. */
  outputMebibytes: number;
  /** Objects that an overlay may render to. */
  objects: number;
  /** Mebibytes of memory that each process may have; held by `prlimit`, where the machine has it. */
  memoryMebibytes: number;
}

export const defaultRenderLimits: RenderLimits = {
  seconds: 60,
  outputMebibytes: 10,
  objects: 5_000,
  memoryMebibytes: 1_024,
};
