import Button, { ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  contained: {
    // Forced colors take its background away, which is all that makes it look like a button.
    '@media (forced-colors: active)': { border: '1px solid' },
  },
});

/** What one came to press. */
export const MainButton = (
  props: Omit<ButtonProps, 'classes' | 'color' | 'variant'>,
) => (
  <Button
    {...props}
    color="primary"
    variant="contained"
    classes={useStyles()}
  />
);
