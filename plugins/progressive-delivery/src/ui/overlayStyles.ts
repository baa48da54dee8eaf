import { makeStyles } from '@material-ui/core/styles';
import { reducedMotion } from './reducedMotion';

/** For what is outside of the page's elements: dialogs and menus. */
export const useOverlayStyles = makeStyles({
  root: {
    ...reducedMotion,
    // Forced colors take its shadow away.
    '@media (forced-colors: active)': {
      '& [role="dialog"], & [role="menu"]': { border: '1px solid' },
    },
  },
});
