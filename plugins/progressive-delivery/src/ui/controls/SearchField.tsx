import TextField from '@material-ui/core/TextField';
import { useId, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

/** A browser refuses an address that changes with every key: Safari a hundred times within half a minute. */
const TYPING_MILLISECONDS = 300;

export interface SearchFieldProps {
  label: string;
  /** What the address says. */
  value: string;
  /** Told once it is typed. */
  onChange: (value: string) => void;
  className?: string;
  placeholder?: string;
  maxLength?: number;
}

/** What is searched for, which is applied when it is typed. */
export const SearchField = ({
  label,
  value,
  onChange,
  className,
  placeholder,
  maxLength,
}: SearchFieldProps) => {
  // Without it, the label is nobody's.
  const id = useId();
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // Changed elsewhere: by the button that clears it, or by going back.
    if (value !== sent) {
      setSent(value);
      setText(value);
    }
  }
  useDebounce(
    () => {
      const typed = text.trim();
      if (typed !== value) {
        setSent(typed);
        onChange(typed);
      }
    },
    TYPING_MILLISECONDS,
    [text],
  );
  return (
    <TextField
      id={id}
      type="search"
      size="small"
      variant="outlined"
      margin="none"
      className={className}
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ maxLength }}
    />
  );
};
