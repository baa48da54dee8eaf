/** A style: below an element that has it, nothing moves for those who ask for that, Material UI's parts included. */
export const reducedMotion = {
  '@media (prefers-reduced-motion: reduce)': {
    '& *': { animation: 'none !important', transition: 'none !important' },
  },
};
