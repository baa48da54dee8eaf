import { makeStyles } from '@material-ui/core/styles';

/** A style: below an element that has it, nothing moves for those who ask for that, Material UI's parts included. */
export const reducedMotion = {
  '@media (prefers-reduced-motion: reduce)': {
    '& *': { animation: 'none !important', transition: 'none !important' },
  },
};

/** The same as a class, for what is outside of the page's elements: dialogs and menus. */
export const useReducedMotion = makeStyles({ root: reducedMotion });
